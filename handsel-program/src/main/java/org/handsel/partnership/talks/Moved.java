package org.handsel.partnership.talks;

/// What came of moving a card.
public sealed interface Moved {
  /// It stands there.
  record There(Partnership partnership) implements Moved {}

  /// The column is full; nothing was moved. With a reason it can be.
  record Full(FullColumn column) implements Moved {}
}
