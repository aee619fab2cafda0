package org.handsel.partnership.talks;

/// What came of undoing a change.
public sealed interface Undone {
  /// All is as before.
  record Back(String what) implements Undone {}

  /// Nothing was done, and why.
  record Impossible(String reason) implements Undone {}
}
