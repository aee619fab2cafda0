package org.handsel.app.sandbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.handsel.platform.Tsv;

/// Knows files by their first bytes, as the wiki does before it believes an extension.
final class FileTypes {
  private static final int LOOK = 1024;

  private record Type(String mime, List<String> extensions, int offset, byte[] magic) {}

  private final List<Type> types = new ArrayList<>();

  FileTypes() {
    for (List<String> row : rows("file-types.tsv")) {
      types.add(
          new Type(
              row.get(0),
              List.of(row.get(1).split(" ")),
              Integer.parseInt(row.get(2)),
              HexFormat.of().parseHex(row.get(3))));
    }
  }

  static List<List<String>> rows(String resource) {
    try (InputStream in =
            Objects.requireNonNull(FileTypes.class.getResourceAsStream(resource), resource);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).map(Tsv::cells).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// All extensions that may be uploaded, in the order of the table.
  List<String> extensions() {
    return types.stream().flatMap(type -> type.extensions().stream()).distinct().toList();
  }

  String mime(Path file) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(LOOK);
    }
    for (Type type : types) {
      if (matches(head, type)) {
        return type.mime();
      }
    }
    String text = new String(head, StandardCharsets.UTF_8);
    if (text.contains("<svg")) {
      return "image/svg+xml";
    }
    return text.contains("\uFFFD") || text.contains("\u0000") ? "unknown/unknown" : "text/plain";
  }

  private static boolean matches(byte[] head, Type type) {
    byte[] magic = type.magic();
    if (magic.length == 0 || head.length < type.offset() + magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if (head[type.offset() + i] != magic[i]) {
        return false;
      }
    }
    return true;
  }

  /// Whether a file of this type may have this extension.
  boolean fits(String mime, String extension) {
    String lower = extension.toLowerCase(Locale.ROOT);
    return types.stream()
        .anyMatch(type -> type.mime().equals(mime) && type.extensions().contains(lower));
  }

  /// The extension that the wiki adds to a name that has none.
  String usual(String mime) {
    return types.stream()
        .filter(type -> type.mime().equals(mime))
        .findFirst()
        .map(type -> type.extensions().getFirst())
        .orElse("");
  }

  /// Width and height in pixels; zeros when the file is no picture that Java can read.
  static int[] size(Path file) {
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (readers.hasNext()) {
        ImageReader reader = readers.next();
        try {
          reader.setInput(in, true, true);
          return new int[] {reader.getWidth(0), reader.getHeight(0)};
        } finally {
          reader.dispose();
        }
      }
    } catch (IOException | RuntimeException e) {
      // A damaged picture: the wiki takes it all the same, without a size.
    }
    return new int[] {0, 0};
  }
}
