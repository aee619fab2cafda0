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
      case "image/vnd.djvu" -> djvu(in);
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

  /// The size is that of the first page; a bundle names its pages before they come.
  private static Shape djvu(FileBytes in) throws IOException {
    long end = 12 + in.number(8, 4, BIG_ENDIAN);
    Defect defect = end > in.length() ? Defect.TRUNCATED : null;
    long position = 16;
    while (position < in.length()) {
      String chunk = in.text(position, 4);
      long size = in.number(position + 4, 4, BIG_ENDIAN);
      if (chunk.equals("INFO") && size >= 4) {
        long width = in.number(position + 8, 2, BIG_ENDIAN);
        return Shape.of(width, in.number(position + 10, 2, BIG_ENDIAN), defect);
      }
      boolean page = chunk.equals("FORM") && in.text(position + 8, 4).equals("DJVU");
      position += page ? 12 : 8 + Math.max(0, size) + (size & 1);
    }
    return new Shape(0, 0, defect == null ? Defect.DAMAGED : defect);
  }

  /// ISO 32000-1 7.5.5 wants the mark on the last line; readers accept it a little before.
  private static Shape pdf(FileBytes in) throws IOException {
    boolean ended = in.text(Math.max(0, in.length() - PDF_TAIL), PDF_TAIL).contains("%%EOF");
    return new Shape(0, 0, ended ? null : Defect.TRUNCATED);
  }
}
