package org.handsel.collection.image;

import org.jspecify.annotations.Nullable;

/// What a file is.
///
/// @param sha1 of its bytes, 40 hexadecimal digits
/// @param bytes length
/// @param type MIME type by content, such as `image/jpeg`; null when unknown
/// @param width pixels; 0 when unknown
/// @param height pixels; 0 when unknown
/// @param defect what is wrong (`truncated`, `empty`, `not-an-image`, `metadata-bomb`, `damaged`,
///   `active-content`); null when it is whole
/// @param pages pictures or pages in it; 0 when unknown
/// @param detail what the defect is, where there is more to say; else empty
public record ImageFacts(
    String sha1,
    long bytes,
    @Nullable String type,
    int width,
    int height,
    @Nullable String defect,
    int pages,
    String detail) {

  /// A file with one picture.
  public ImageFacts(
      String sha1,
      long bytes,
      @Nullable String type,
      int width,
      int height,
      @Nullable String defect) {
    this(sha1, bytes, type, width, height, defect, 1, "");
  }
}
