package org.handsel.collection.image;

import org.jspecify.annotations.Nullable;

/// What walking through a file has shown.
///
/// @param width pixels; 0 when unknown
/// @param height pixels; 0 when unknown
/// @param defect null when the file is whole
record Shape(int width, int height, @Nullable Defect defect) {
  static final Shape UNKNOWN = new Shape(0, 0, null);

  /// Of numbers as a header states them: what no picture can have counts as unknown.
  static Shape of(long width, long height, @Nullable Defect defect) {
    boolean possible =
        width > 0 && height > 0 && width <= Integer.MAX_VALUE && height <= Integer.MAX_VALUE;
    return possible
        ? new Shape((int) width, (int) height, defect)
        : new Shape(0, 0, defect == null ? Defect.DAMAGED : defect);
  }
}
