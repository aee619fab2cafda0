package org.handsel.collection.image;

/// A picture that looks like another.
///
/// @param number of the picture that was kept
/// @param agreement how well the common part agrees, up to 1
public record LookAlike(int number, Kind kind, double agreement) {
  /// What one is to the other.
  public enum Kind {
    /// The same picture, in whatever size, colours, compression or turn.
    COPY,
    /// One shows a part of the other.
    PART,
    /// One is the negative of the other.
    NEGATIVE
  }
}
