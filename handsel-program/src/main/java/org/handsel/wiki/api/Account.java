package org.handsel.wiki.api;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who is logged in, and how much the wiki lets that account do.
///
/// @param uploadLimit how many uploads the wiki allows in which time; null when it names none
public record Account(
    String name, Set<String> rights, Set<String> groups, @Nullable RateLimit uploadLimit) {
  public Account {
    rights = Set.copyOf(rights);
    groups = Set.copyOf(groups);
  }

  /// At most so many actions in so much time.
  public record RateLimit(int hits, Duration time) {
    double perSecond() {
      return hits / Math.max(0.001, time.toMillis() / 1000.0);
    }
  }

  public Optional<RateLimit> limit() {
    return Optional.ofNullable(uploadLimit);
  }

  boolean bot() {
    return rights.contains("bot");
  }
}
