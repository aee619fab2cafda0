package org.handsel.app.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the operators of a wiki can do to its clients: limits, lag, read-only times. Safe for
/// threads.
final class Conditions {
  private final Clock clock;
  private final Map<String, Limit> limits = new LinkedHashMap<>();
  private final Map<String, ArrayDeque<Instant>> hits = new HashMap<>();
  private @Nullable String readOnly;
  private double lag;
  private boolean fetches = true;

  record Limit(int hits, Duration span) {}

  Conditions(Clock clock) {
    this.clock = clock;
  }

  synchronized void limit(String action, @Nullable Limit limit) {
    hits.clear();
    if (limit == null) {
      limits.remove(action);
    } else {
      limits.put(action, limit);
    }
  }

  synchronized void readOnly(@Nullable String reason) {
    readOnly = reason;
  }

  synchronized void lag(double seconds) {
    lag = seconds;
  }

  synchronized void fetches(boolean now) {
    fetches = now;
  }

  /// Whether files may be uploaded by URL.
  synchronized boolean fetches() {
    return fetches;
  }

  synchronized void calm() {
    fetches = true;
    limits.clear();
    hits.clear();
    readOnly = null;
    lag = 0;
  }

  synchronized @Nullable String readOnly() {
    return readOnly;
  }

  synchronized double lag() {
    return lag;
  }

  /// Counts an action of a user.
  synchronized void count(String action, String user) {
    Limit limit = limits.get(action);
    if (limit == null) {
      return;
    }
    ArrayDeque<Instant> before =
        hits.computeIfAbsent(action + "/" + user, key -> new ArrayDeque<>());
    Instant now = Instant.now(clock);
    while (!before.isEmpty() && before.getFirst().isBefore(now.minus(limit.span()))) {
      before.removeFirst();
    }
    if (before.size() >= limit.hits()) {
      throw new Refusal(
          "ratelimited",
          "As an anti-abuse measure, you are limited from performing this action too many times in"
              + " a short space of time, and you have exceeded this limit. Please try again in a"
              + " few minutes.");
    }
    before.addLast(now);
  }

  /// As `uiprop=ratelimits` shows them.
  synchronized Map<String, Object> shown() {
    Map<String, Object> shown = new LinkedHashMap<>();
    limits.forEach((action, limit) ->
        shown.put(
            action,
            Map.of("user", Map.of("hits", limit.hits(), "seconds", limit.span().toSeconds()))));
    return shown;
  }
}
