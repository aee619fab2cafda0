package org.handsel.collection.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.handsel.platform.HandselException;

/// Finds out how the files of a delivery are packed, by content and never by name.
final class Deliveries {
  /// Enough to see the magic number of a tar archive, which stands at byte 257.
  static final int MAGIC_LENGTH = 512;

  private static final Pattern DRIVE = Pattern.compile("^[A-Za-z]:[\\\\/].*");

  private Deliveries() {}

  static Delivery open(Path source, Set<Path> joined, Problems problems) {
    if (!Files.exists(source)) {
      throw HandselException.usage(
          source + ": there is no such file or folder: expected a delivery. Check the path.");
    }
    try {
      if (Files.isDirectory(source)) {
        return new FolderDelivery(source, joined, problems);
      }
      if (Files.size(source) == 0) {
        throw HandselException.input(
            source + ": the file is empty: expected records, found 0 bytes. Ask for it again.");
      }
      return openFile(source, fileName(source), problems);
    } catch (IOException broken) {
      throw HandselException.input("%s: cannot be read: %s.".formatted(source, reason(broken)));
    }
  }

  /// A file that lies on disk, unpacked when it is an archive.
  static Delivery openFile(Path file, String name, Problems problems) throws IOException {
    Packing packing = packing(file);
    return switch (packing) {
      case ZIP -> new ZipDelivery(file, name, problems);
      case TAR, TAR_GZ -> new TarDelivery(file, name, packing == Packing.TAR_GZ, problems);
      case GZ, NONE -> new SingleDelivery(file, name, packing == Packing.GZ);
    };
  }

  static Packing packing(Path file) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(MAGIC_LENGTH);
    }
    if (isGzip(head)) {
      try (InputStream in =
          new GZIPInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
        return isTar(in.readNBytes(MAGIC_LENGTH)) ? Packing.TAR_GZ : Packing.GZ;
      } catch (java.util.zip.ZipException | java.io.EOFException broken) {
        throw new IOException("the gzip data are damaged", broken);
      }
    }
    if (isTar(head)) {
      return Packing.TAR;
    }
    return isZip(head) && !Workbooks.isWorkbook(file) ? Packing.ZIP : Packing.NONE;
  }

  static boolean isGzip(byte[] head) {
    return head.length > 2 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b;
  }

  static boolean isZip(byte[] head) {
    return head.length > 3
        && head[0] == 'P'
        && head[1] == 'K'
        && (head[2] == 3 || head[2] == 5)
        && (head[3] == 4 || head[3] == 6);
  }

  static boolean isTar(byte[] head) {
    return head.length >= 262
        && new String(head, 257, 5, StandardCharsets.ISO_8859_1).equals("ustar");
  }

  /// Whether an entry may be read: its name cannot lead out of the archive.
  static boolean isSafe(String entry) {
    String slashed = entry.replace('\\', '/');
    return !slashed.startsWith("/")
        && !DRIVE.matcher(entry).matches()
        && !("/" + slashed + "/").contains("/../")
        && entry.indexOf('\0') < 0;
  }

  /// Whether a file is none of the institution's: hidden, or left by an operating system.
  static boolean isLitter(String entry) {
    String lower = entry.replace('\\', '/').toLowerCase(Locale.ROOT);
    for (String part : lower.split("/", -1)) {
      if (part.startsWith(".") && !part.equals(".") && !part.equals("..")) {
        return true;
      }
    }
    return ("/" + lower).contains("/__macosx/")
        || lower.endsWith("thumbs.db")
        || lower.endsWith("desktop.ini");
  }

  static void refuseName(String archive, String entry, Problems problems) {
    problems.add(
        archive + "!/" + entry,
        0,
        0,
        "NAME_UNSAFE",
        entry,
        ("%s: the entry was not read because its name leads out of the archive: expected a relative"
                + " name without \"..\", found \"%s\". Ask who packed it.")
            .formatted(archive, Problems.cut(entry)),
        true);
  }

  static String fileName(Path path) {
    Path name = path.toAbsolutePath().normalize().getFileName();
    return name == null ? path.toString() : name.toString();
  }

  /// What went wrong, in the words of the exception or its kind.
  static String reason(Throwable broken) {
    String message = broken.getMessage();
    return message == null || message.isBlank()
        ? broken.getClass().getSimpleName()
        : Problems.cut(message);
  }

  enum Packing {
    NONE,
    GZ,
    TAR,
    TAR_GZ,
    ZIP
  }
}
