package org.handsel.collection.source;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.DateUtil;
import org.handsel.platform.HandselException;
import org.jspecify.annotations.Nullable;

/// What workbooks of all formats have in common: recognition, limits, and how a number becomes
/// text.
final class Workbooks {
  /// Numbers of a workbook are doubles: integers are exact up to 15 digits, so that an identifier
  /// of more digits was delivered as text or is damaged already.
  private static final BigDecimal EXACT = new BigDecimal("1E15");

  private Workbooks() {}

  /// Whether a zip file is a workbook (XLSX or ODS) and no archive of files.
  static boolean isWorkbook(Path zip) throws IOException {
    try (InputStream in = Files.newInputStream(zip)) {
      return kind(in) != null;
    }
  }

  static boolean hasWorkbookName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".xlsx") || lower.endsWith(".xlsm") || lower.endsWith(".ods");
  }

  /// `xlsx`, `ods`, or null when a zip file is neither; told by its first entries.
  static @Nullable Format kind(InputStream bytes) {
    // Not closed: the caller owns the stream.
    ZipInputStream zip = new ZipInputStream(bytes);
    try {
      for (int i = 0; i < 4; i++) {
        ZipEntry entry = zip.getNextEntry();
        if (entry == null) {
          return null;
        }
        String name = entry.getName();
        if (name.equals("[Content_Types].xml") || name.startsWith("xl/")) {
          return Format.XLSX;
        }
        if (name.equals("mimetype")) {
          byte[] type = zip.readNBytes(200);
          return new String(type, java.nio.charset.StandardCharsets.UTF_8)
                  .contains("opendocument.spreadsheet")
              ? Format.ODS
              : null;
        }
        if (!name.startsWith("_rels/") && !name.startsWith("docProps/")) {
          return null;
        }
      }
      return null;
    } catch (IOException | IllegalArgumentException broken) {
      return null;
    }
  }

  /// Refuses a workbook that unpacks to more than an honest one.
  static void check(byte[] workbook, String name) throws IOException {
    UnpackGuard guard = new UnpackGuard(name, () -> workbook.length);
    byte[] unwanted = new byte[1 << 16];
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
      InputStream counted = guard.guard(zip);
      while (zip.getNextEntry() != null) {
        while (counted.read(unwanted) >= 0) {
          // Only counted.
        }
      }
    } catch (IllegalArgumentException broken) {
      throw new IOException(Deliveries.reason(broken), broken);
    }
  }

  /// The whole workbook; formats with a directory at their end cannot be streamed.
  static byte[] whole(InputStream bytes, String name) throws IOException {
    int limit = 512 << 20;
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 16];
    int read;
    while ((read = bytes.read(buffer)) >= 0) {
      all.write(buffer, 0, read);
      if (all.size() > limit) {
        throw HandselException.input(
            "%s: the workbook is too large: expected at most %d MB. Export it as CSV."
                .formatted(name, limit >> 20));
      }
    }
    return all.toByteArray();
  }

  /// A number as a person would write it: an integer without `.0` or exponent, any other number
  /// with the digits that make it unique.
  ///
  /// @param raw the number as the file holds it
  static String number(String raw) {
    try {
      BigDecimal exact = new BigDecimal(raw.strip());
      if (isInteger(exact) && exact.abs().compareTo(EXACT) < 0) {
        return exact.toBigInteger().toString();
      }
      return number(exact.doubleValue());
    } catch (NumberFormatException noNumber) {
      return raw;
    }
  }

  static String number(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return Double.toString(value);
    }
    BigDecimal shortest = BigDecimal.valueOf(value);
    if (isInteger(shortest)) {
      BigInteger integer = shortest.toBigInteger();
      return integer.toString();
    }
    return shortest.stripTrailingZeros().toPlainString();
  }

  private static boolean isInteger(BigDecimal number) {
    // The scale of hostile numbers such as 1E999999999 must not be written out.
    return number.signum() == 0
        || (number.precision() - number.scale() < 400 && number.stripTrailingZeros().scale() <= 0);
  }

  /// A day number as ISO 8601: a date, a date and time, or a time when it is less than a day.
  static String date(double days, boolean since1904) {
    LocalDateTime time = DateUtil.getLocalDateTime(days, since1904, true);
    if (time == null) {
      return number(days);
    }
    if (days >= 0 && days < 1) {
      return time.toLocalTime().toString();
    }
    return time.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? time.toLocalDate().toString()
        : time.toString();
  }
}
