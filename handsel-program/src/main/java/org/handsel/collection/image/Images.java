package org.handsel.collection.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Inspects image files, and other media that Wikimedia Commons accepts, without changing them.
///
/// No content makes a method fail: what is wrong with a file is a defect in its [ImageFacts]. Safe
/// for use by many threads. Types and extensions are data: `file-types.tsv`.
public final class Images {
  private static final FileTypes TYPES = FileTypes.load();
  private static final Set<String> EMBEDDING =
      Set.of("image/jpeg", "image/png", "image/tiff", "image/webp", "image/gif");
  private static final Recognition RECOGNITION = new Recognition(TYPES);

  private Images() {}

  /// Reads a file once, with at most 1 MiB of it in memory: checksum, type by content, size of the
  /// picture, wholeness. Nothing is decoded, so that wrong pixels in a complete file stay unseen.
  ///
  /// Pages are counted of TIFF, DjVu and PDF; 0 where the page tree of a PDF is damaged or hidden
  /// by a password.
  ///
  /// Sizes are those of JPEG, PNG, GIF, TIFF (first page), WebP, XCF and DjVu (first page), as
  /// stored, before any turn that EXIF asks for; of others nothing is known. Sound and video are
  /// recognised, but not looked through for wholeness.
  ///
  /// @throws IOException when the file cannot be read
  public static ImageFacts inspect(Path file) throws IOException {
    try (FileBytes in = FileBytes.open(file)) {
      Seen seen = seen(in);
      Shape shape = seen.shape();
      Defect defect = shape.defect();
      return new ImageFacts(
          in.sha1(),
          in.length(),
          seen.type(),
          shape.width(),
          shape.height(),
          defect == null ? null : defect.code(),
          shape.pages(),
          shape.detail());
    }
  }

  /// Type and shape of a file.
  record Seen(@Nullable String type, Shape shape) {
    /// The type of a picture without a defect; null of everything else.
    @Nullable String sound() {
      return shape.defect() == null ? type : null;
    }
  }

  /// What [#inspect] finds without the checksum, for whoever opens the file next.
  static Seen seen(Path file) throws IOException {
    try (FileBytes in = FileBytes.unhashed(file)) {
      return seen(in);
    }
  }

  private static Seen seen(FileBytes in) throws IOException {
    if (in.length() == 0) {
      return new Seen(null, new Shape(0, 0, Defect.EMPTY));
    }
    String type = RECOGNITION.type(in);
    return new Seen(
        type, type == null ? new Shape(0, 0, Defect.NOT_AN_IMAGE) : Walks.shape(type, in));
  }

  /// File name extensions of a type without dot, the preferred one first; none of a type that
  /// Wikimedia Commons does not accept.
  public static List<String> extensions(String mime) {
    return TYPES.extensions(mime);
  }

  /// Whether the extension of a file name fits what the file is; false when the type is unknown.
  public static boolean matches(String fileName, ImageFacts facts) {
    int dot = fileName.lastIndexOf('.');
    String type = facts.type();
    return dot >= 0
        && type != null
        && extensions(type).contains(fileName.substring(dot + 1).toLowerCase(Locale.ROOT));
  }

  /// What a file says of itself in EXIF, IPTC and XMP; nothing for a file with a defect.
  ///
  /// @param facts what [#inspect] found
  /// @throws IOException when the file cannot be read
  public static Embedded embedded(Path file, ImageFacts facts) throws IOException {
    String type = facts.type();
    boolean readable = facts.defect() == null && type != null && EMBEDDING.contains(type);
    return readable ? Embedded.of(file) : Embedded.NOTHING;
  }

  /// A small JPEG of a picture, turned upright, transparent parts white; never larger than the
  /// original.
  ///
  /// JPEG, PNG, GIF (first frame), TIFF (first page) and WebP have one. None for files with a
  /// defect, and none for pictures whose decoding would take too much memory.
  ///
  /// @param maxPixels of the longer side, at least 1
  public static Optional<byte[]> thumbnail(Path file, int maxPixels) {
    if (maxPixels < 1) {
      throw new IllegalArgumentException("expected at least one pixel, found " + maxPixels);
    }
    return Thumbnail.of(file, maxPixels);
  }

  /// What a picture looks like, turned upright; none where there is no thumbnail either, and none
  /// of a picture that looks like every other, such as a blank page.
  public static Optional<Likeness> likeness(Path file) {
    return Thumbnail.upright(file, 2 * Likeness.EDGE).map(Likeness::of).filter(Likeness::telling);
  }

  /// What a picture looks like and what it is worth, in one go; nothing of what cannot be decoded.
  public static Appearance look(Path file) {
    return Looking.at(file);
  }
}
