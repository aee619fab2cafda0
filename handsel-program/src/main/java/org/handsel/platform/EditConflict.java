package org.handsel.platform;

import java.util.Optional;
import org.handsel.platform.History.Change;
import org.jspecify.annotations.Nullable;

/// Two people edited the same thing, and this is the second: nothing of theirs was written.
public final class EditConflict extends RuntimeException {
  private final transient @Nullable Change other;

  /// @param kind what was edited, such as `institution`
  /// @param subject its id
  /// @param other the change that came first, where it is known
  public EditConflict(String kind, String subject, @Nullable Change other) {
    super(
        "%s %s: %s changed it meanwhile. Look at the change and enter yours again."
            .formatted(kind, subject, other == null ? "somebody else" : other.who().name()));
    this.other = other;
  }

  /// What the other person did.
  public Optional<Change> other() {
    return Optional.ofNullable(other);
  }
}
