package org.handsel.collection.image;

import static java.nio.ByteOrder.BIG_ENDIAN;

import java.io.IOException;

/// Chooses how a type is looked through, and does so for the types that need little.
final class Walks {
  private static final int PDF_TAIL = 2048;

  private Walks() {}

  /// Size and wholeness; of types that have no look of their own nothing is known and nothing
  /// wrong.
  static Shape shape(String type, FileBytes in) throws IOException {
    return switch (type) {
      case "image/jpeg" -> new JpegWalk(in).shape();
      case "image/png" -> new PngWalk(in).shape();
      case "image/gif" -> new GifWalk(in).shape();
      case "image/tiff" -> new TiffWalk(in).shape();
      case "image/webp" -> new WebpWalk(in).shape();
      case "image/x-xcf" -> xcf(in);
      case "image/vnd.djvu" -> new DjvuWalk(in).shape();
      case "image/svg+xml" -> svg(in);
      case "application/pdf" -> pdf(in);
      case "audio/ogg", "video/ogg", "application/ogg" -> Shape.sound(Media.ogg(in));
      case "video/webm" -> Shape.sound(Media.webm(in));
      case "audio/wav" -> Shape.sound(Media.wav(in));
      case "audio/midi" -> Shape.sound(Media.midi(in));
      case "audio/mpeg" -> Shape.sound(Media.mp3(in));
      case "audio/flac" -> Shape.sound(Media.flac(in));
      default -> Shape.UNKNOWN;
    };
  }

  /// A file that is cut off is told from one that is wrong inside; only a whole one is read.
  private static Shape svg(FileBytes in) throws IOException {
    Defect cut = SvgText.defect(in);
    return cut == null ? new SvgReading().shape(in.stream()) : new Shape(0, 0, cut);
  }

  private static Shape xcf(FileBytes in) throws IOException {
    long height = in.number(18, 4, BIG_ENDIAN);
    return height < 0
        ? new Shape(0, 0, Defect.TRUNCATED)
        : Shape.of(in.number(14, 4, BIG_ENDIAN), height, null);
  }

  /// ISO 32000-1 7.5.5 wants the mark on the last line; readers accept it a little before.
  private static Shape pdf(FileBytes in) throws IOException {
    boolean ended = in.text(Math.max(0, in.length() - PDF_TAIL), PDF_TAIL).contains("%%EOF");
    return ended
        ? new Shape(0, 0, null).withPages(PdfPages.count(in))
        : new Shape(0, 0, Defect.TRUNCATED).withPages(0);
  }
}
