package org.handsel.wiki.dump;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.handsel.platform.Progress;

/// Pages as files `TITLE.wikitext`, the title percent-encoded where it has to be, in a folder or a
/// tar archive. Pages are numbered from 1 in the order of their names, or of the archive.
final class WikitextFiles {
  private static final String ENDING = ".wikitext";
  private static final int LARGEST = 64 << 20;

  private WikitextFiles() {}

  static DumpReading folder(
      Path folder,
      DumpHandler handler,
      Problems problems,
      Progress progress,
      BooleanSupplier stopped)
      throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder, 4)) {
      files =
          all.filter(file -> file.toString().endsWith(ENDING))
              .filter(Files::isRegularFile)
              .sorted()
              .toList();
    }
    if (files.isEmpty()) {
      throw org.handsel.platform.HandselException.input(
          "%s: expected files named TITLE.wikitext in the folder, found none. Check the path."
              .formatted(folder));
    }
    progress.total(files.size());
    handler.site(DumpSite.UNKNOWN);
    long bytes = 0;
    long pages = 0;
    for (Path file : files) {
      if (stopped.getAsBoolean()) {
        return new DumpReading(pages, bytes, problems.kept(), problems.count(), true);
      }
      if (Files.size(file) > LARGEST) {
        problems.add("unsafe-entry", 0, "%s: more than 64 MB; left out.".formatted(file));
        continue;
      }
      byte[] text = Files.readAllBytes(file);
      bytes += text.length;
      pages++;
      handler.page(page(pages, file.getFileName().toString(), text));
      progress.step(1, "");
    }
    return new DumpReading(pages, bytes, problems.kept(), problems.count(), false);
  }

  static DumpReading archive(
      InputStream in,
      LongSupplier position,
      DumpHandler handler,
      Problems problems,
      Progress progress,
      BooleanSupplier stopped)
      throws IOException {
    handler.site(DumpSite.UNKNOWN);
    long bytes = 0;
    long pages = 0;
    long shown = 0;
    boolean stop = false;
    try (TarArchiveInputStream tar = new TarArchiveInputStream(in, "UTF-8")) {
      for (TarArchiveEntry entry = next(tar); entry != null && !stop; entry = next(tar)) {
        String path = entry.getName();
        if (!entry.isFile() || !path.endsWith(ENDING)) {
          continue;
        }
        if (entry.getSize() > LARGEST) {
          problems.add(
              "unsafe-entry",
              position.getAsLong(),
              "%s: more than 64 MB; left out.".formatted(path));
          continue;
        }
        byte[] text = tar.readNBytes((int) entry.getSize());
        if (text.length < entry.getSize()) {
          problems.add(
              "truncated", position.getAsLong(), "%s: the archive ends within it.".formatted(path));
          break;
        }
        bytes += text.length;
        pages++;
        handler.page(page(pages, path.substring(path.lastIndexOf('/') + 1), text));
        progress.step(position.getAsLong() - shown, "");
        shown = position.getAsLong();
        stop = stopped.getAsBoolean();
      }
    } catch (IOException e) {
      problems.add(
          "truncated",
          position.getAsLong(),
          "The archive is damaged (%s); the rest cannot be read.".formatted(e.getMessage()));
    }
    return new DumpReading(pages, bytes, problems.kept(), problems.count(), stop);
  }

  private static org.apache.commons.compress.archivers.tar.@org.jspecify.annotations.Nullable
      TarArchiveEntry
      next(TarArchiveInputStream tar) throws IOException {
    return tar.getNextEntry();
  }

  private static DumpPage page(long id, String fileName, byte[] text) {
    byte[] wikitext = text;
    if (escaped(text)) {
      XmlText decoded = new XmlText();
      decoded.decode(text, 0, text.length);
      wikitext = java.util.Arrays.copyOf(decoded.bytes(), decoded.length());
    }
    return new DumpPage(
        id, DumpPage.UNTOLD, title(fileName), "", "wikitext", wikitext, 0, wikitext.length);
  }

  /// Text that was escaped has no bracket of its own; wikitext with an entity nearly always has.
  private static boolean escaped(byte[] text) {
    boolean entity = false;
    for (int i = 0; i < text.length; i++) {
      if (text[i] == '<' || text[i] == '>') {
        return false;
      }
      entity |= text[i] == '&';
    }
    return entity;
  }

  private static String title(String fileName) {
    String name = fileName.substring(0, fileName.length() - ENDING.length());
    try {
      name = URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // A percent sign of the title's own.
    }
    return name.replace('_', ' ').strip();
  }
}
