package org.handsel.partnership.talks;

/// What came of logging something.
public sealed interface Logged permits Logged.Entered, ClaimNotice {
  /// It stands in the timeline.
  record Entered(Entry entry) implements Logged {}
}
