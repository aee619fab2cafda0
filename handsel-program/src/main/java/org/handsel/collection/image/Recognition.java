package org.handsel.collection.image;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Tells the type of a file by its content: signatures of [FileTypes], and for types that have none
/// a look inside.
final class Recognition {
  private static final int HEAD = 4096;
  private static final long STL_HEADER = 84;
  private static final long STL_TRIANGLE = 50;

  private final FileTypes types;

  Recognition(FileTypes types) {
    this.types = types;
  }

  /// The MIME type; null when the content is none that Wikimedia Commons accepts.
  @Nullable String type(FileBytes in) throws IOException {
    String type = types.bySignature(in);
    if (type == null) {
      return unsigned(in);
    }
    return type.equals("application/ogg") ? ogg(in) : type;
  }

  private static @Nullable String unsigned(FileBytes in) throws IOException {
    if (SvgText.isSvg(in)) {
      return "image/svg+xml";
    }
    if (isWebm(in)) {
      return "video/webm";
    }
    if (isMp3(in)) {
      return "audio/mpeg";
    }
    return isStl(in) ? "application/sla" : null;
  }

  /// The streams of an Ogg file introduce themselves on its first pages.
  private static String ogg(FileBytes in) throws IOException {
    String head = in.text(0, HEAD);
    if (head.contains("\u0080theora")) {
      return "video/ogg";
    }
    boolean sound =
        head.contains("\u0001vorbis")
            || head.contains("OpusHead")
            || head.contains("Speex   ")
            || head.contains("\u007FFLAC");
    return sound ? "audio/ogg" : "application/ogg";
  }

  /// Matroska that calls itself WebM; other Matroska is not accepted.
  private static boolean isWebm(FileBytes in) throws IOException {
    return in.text(0, 4).equals("\u001A\u0045\u00DF\u00A3") && in.text(4, 64).contains("webm");
  }

  /// Two frames of layer III, one behind the other; one alone is found by chance in any data.
  private static boolean isMp3(FileBytes in) throws IOException {
    int size = Mp3Frame.size(in, 0);
    return size > 0 && (size == in.length() || Mp3Frame.size(in, size) > 0);
  }

  private static boolean isStl(FileBytes in) throws IOException {
    if (in.text(0, 6).equals("solid ")) {
      String head = in.text(0, HEAD);
      return head.contains("facet normal") || head.contains("endsolid");
    }
    long triangles = in.number(STL_HEADER - 4, 4, LITTLE_ENDIAN);
    return triangles > 0 && in.length() == STL_HEADER + STL_TRIANGLE * triangles;
  }
}
