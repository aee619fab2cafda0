package org.handsel.platform;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Writes files so that a reader sees the old content or the whole new one, never a half.
///
/// The new content goes to a neighbour file, is forced to the disk and then takes the place of the
/// old one. A failure (disk full, no permission) leaves the old file untouched and removes the
/// neighbour.
public final class DurableFiles {
  private DurableFiles() {}

  /// Writes lines or text to a file that is being replaced.
  @FunctionalInterface
  public interface Content {
    void writeTo(BufferedWriter out) throws IOException;
  }

  /// Replaces a file as a whole.
  ///
  /// @throws HandselException with exit 3 when the disk refuses
  public static void replace(Path file, Content content) {
    Path absolute = file.toAbsolutePath();
    Path part = absolute.resolveSibling(absolute.getFileName() + ".part");
    try {
      Files.createDirectories(absolute.getParent());
      try (BufferedWriter out = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
        content.writeTo(out);
      }
      force(part);
      move(part, absolute);
    } catch (IOException e) {
      discard(part);
      throw HandselException.environment(
          "%s: cannot be written (%s). Nothing was changed; make room or choose another folder, then run the command again."
              .formatted(file, reason(e)),
          e);
    } catch (RuntimeException e) {
      discard(part);
      throw e;
    }
  }

  /// Replaces a file by a text.
  public static void replace(Path file, String text) {
    replace(file, out -> out.write(text));
  }

  /// Replaces a file by bytes.
  public static void replace(Path file, byte[] bytes) {
    Path absolute = file.toAbsolutePath();
    Path part = absolute.resolveSibling(absolute.getFileName() + ".part");
    try {
      Files.createDirectories(absolute.getParent());
      Files.write(part, bytes);
      force(part);
      move(part, absolute);
    } catch (IOException e) {
      discard(part);
      throw HandselException.environment(
          "%s: cannot be written (%s). Nothing was changed.".formatted(file, reason(e)), e);
    }
  }

  /// Puts a finished neighbour file in the place of another.
  public static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /// Makes sure that what was written to a file is on the disk.
  public static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /// The reason of a failure in words: the operating system's own where there are any.
  public static String reason(IOException e) {
    String message = e.getMessage();
    return e instanceof java.nio.file.FileSystemException f && f.getReason() != null
        ? f.getReason()
        : message == null ? e.getClass().getSimpleName() : message;
  }

  private static void discard(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      // The neighbour stays behind; the failure that led here is the one worth telling.
    }
  }
}
