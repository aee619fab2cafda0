package org.handsel.collection.image;

import org.jspecify.annotations.Nullable;

/// What walking through a file has shown.
///
/// @param width pixels; 0 when unknown
/// @param height pixels; 0 when unknown
/// @param defect null when the file is whole
/// @param pages pictures or pages in it; 0 when unknown
/// @param detail what the defect is, where there is more to say; else empty
record Shape(int width, int height, @Nullable Defect defect, int pages, String detail) {
  static final Shape UNKNOWN = new Shape(0, 0, null, 0, "");

  Shape(int width, int height, @Nullable Defect defect) {
    this(width, height, defect, 1, "");
  }

  /// Of numbers as a header states them: what no picture can have counts as unknown.
  static Shape of(long width, long height, @Nullable Defect defect) {
    boolean possible =
        width > 0 && height > 0 && width <= Integer.MAX_VALUE && height <= Integer.MAX_VALUE;
    return possible
        ? new Shape((int) width, (int) height, defect)
        : new Shape(0, 0, defect == null ? Defect.DAMAGED : defect);
  }

  /// A medium without pixels.
  static Shape sound(@Nullable Defect defect) {
    return new Shape(0, 0, defect, 0, "");
  }

  Shape withPages(long number) {
    return new Shape(width, height, defect, (int) Math.clamp(number, 0, Integer.MAX_VALUE), detail);
  }
}
