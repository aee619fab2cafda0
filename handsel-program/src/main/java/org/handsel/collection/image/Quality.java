package org.handsel.collection.image;

/// What a picture is worth as a picture.
///
/// @param ink share of its points that differ from its ground, 0 to 1: a printed page has some .1,
///   one with a page number only some .0001
/// @param contrast how much its larger parts differ from each other, in grey values (standard
///   deviation): some 5 and less of a blank page, 20 and more of a view
/// @param detail whether it carries as much detail as it has points
public record Quality(double ink, double contrast, Detail detail) {
  private static final double BLANK_INK = 0.00005;
  private static final double NEARLY_BLANK_INK = 0.002;
  private static final double BLANK_CONTRAST = 9;

  /// How much detail the points carry.
  public enum Detail {
    /// As much as points can carry, or as much as a lens gave.
    FULL,

    /// Much less: the picture was enlarged.
    ENLARGED,

    /// Too small or too plain to tell.
    UNKNOWN
  }

  /// Nothing is on it.
  public boolean blank() {
    return ink < BLANK_INK && contrast < BLANK_CONTRAST;
  }

  /// Next to nothing is on it, such as a page number or a stamp; also of a blank one.
  public boolean nearlyBlank() {
    return ink < NEARLY_BLANK_INK && contrast < BLANK_CONTRAST;
  }
}
