package org.handsel.impact;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Enumeration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.handsel.platform.HandselException;

/// Looks at a workbook before it is opened: that it is one, that it unpacks to an honest size, and
/// of which day it says it is.
final class WorkbookGuard {
  /// Page lists pack 7 to 15 times; a bomb packs 1,000 times.
  private static final long MAX_RATIO = 200;

  private static final long FREE_BYTES = 100L << 20;
  private static final long MAX_BYTES = 4L << 30;

  /// Shared strings are held in memory as a whole.
  private static final long MAX_STRINGS = 400L << 20;

  private static final Pattern SAVED =
      Pattern.compile("<dcterms:(?:modified|created)[^>]*>(\\d{4}-\\d{2}-\\d{2})");

  private WorkbookGuard() {}

  /// Refuses what is no workbook or unpacks to too much.
  ///
  /// @return the day on which the workbook was saved, where it says so
  static Optional<LocalDate> check(Path file) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.getEntry("[Content_Types].xml") == null) {
        throw noWorkbook(file, "a zip file without [Content_Types].xml");
      }
      long packed = Files.size(file);
      long unpacked = 0;
      byte[] unwanted = new byte[1 << 16];
      for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
        ZipEntry entry = entries.nextElement();
        long own = 0;
        try (InputStream in = zip.getInputStream(entry)) {
          for (int read = in.read(unwanted); read >= 0; read = in.read(unwanted)) {
            unpacked += read;
            own += read;
            if (unpacked > MAX_BYTES
                || unpacked > FREE_BYTES && unpacked / MAX_RATIO > packed
                || own > MAX_STRINGS && entry.getName().endsWith("sharedStrings.xml")) {
              throw HandselException.input(
                  "%s: the workbook unpacks to too much: expected at most %d bytes from each packed byte and %,d MB in all, found more. Save it again as a plain workbook."
                      .formatted(file, MAX_RATIO, MAX_BYTES >> 20));
            }
          }
        }
      }
      return saved(zip);
    } catch (java.nio.file.NoSuchFileException | java.io.FileNotFoundException e) {
      throw HandselException.usage("%s: no such file.".formatted(file));
    } catch (IOException | IllegalArgumentException e) {
      throw noWorkbook(file, String.valueOf(e.getMessage()));
    }
  }

  private static Optional<LocalDate> saved(ZipFile zip) throws IOException {
    ZipEntry core = zip.getEntry("docProps/core.xml");
    if (core == null) {
      return Optional.empty();
    }
    try (InputStream in = zip.getInputStream(core)) {
      Matcher saved = SAVED.matcher(new String(in.readNBytes(1 << 16), StandardCharsets.UTF_8));
      return saved.find() ? Optional.of(LocalDate.parse(saved.group(1))) : Optional.empty();
    } catch (DateTimeException noDate) {
      return Optional.empty();
    }
  }

  static HandselException noWorkbook(Path file, String found) {
    return HandselException.input(
        "%s: expected an XLSX workbook, found none that can be read (%s). Save it again as XLSX."
            .formatted(file, found));
  }
}
