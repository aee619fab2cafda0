package org.handsel.impact;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.jspecify.annotations.Nullable;

/// One dump of Commons Impact Metrics: which of the five tables it is and of which month its first
/// row is. Tab-separated, UTF-8, plain or packed by bzip2 or gzip, with or without a header line;
/// cells with a quotation mark are quoted as Spark writes them.
///
/// @param first the first row
/// @param header whether the first row is a header line
record CimFile(Path path, Kind kind, @Nullable YearMonth month, boolean header) {
  /// Tables of the published Commons Impact Metrics data sets.
  enum Kind {
    CATEGORIES(12, 11),
    FILES(7, 6),
    CATEGORY_VIEWS(7, 6),
    FILE_VIEWS(7, 6),
    EDITS(6, 5),
    UNKNOWN(0, 0);

    final int columns;
    final int month;

    Kind(int columns, int month) {
      this.columns = columns;
      this.month = month;
    }
  }

  private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.0+)?");

  static boolean named(Path path) {
    return String.valueOf(path.getFileName())
        .toLowerCase(Locale.ROOT)
        .matches(".*\\.(tsv|csv|txt)(\\.(bz2|gz))?");
  }

  /// Looks at the first rows.
  static CimFile recognise(Path path) throws IOException {
    try (BufferedReader in = reader(path)) {
      String first = in.readLine();
      if (first == null) {
        return new CimFile(path, Kind.UNKNOWN, null, false);
      }
      String[] cells = cells(first);
      Kind kind = kind(cells);
      boolean header = false;
      if (kind == Kind.UNKNOWN || month(cells[kind.month]) == null) {
        String second = in.readLine();
        if (second != null) {
          cells = cells(second);
          kind = kind(cells);
          header = true;
        }
      }
      return new CimFile(
          path, kind, kind == Kind.UNKNOWN ? null : month(cells[kind.month]), header);
    }
  }

  private static Kind kind(String[] cells) {
    if (cells.length == Kind.CATEGORIES.columns && number(cells[3])) {
      return Kind.CATEGORIES;
    }
    if (cells.length == Kind.EDITS.columns && month(cells[5]) != null) {
      return Kind.EDITS;
    }
    if (cells.length != Kind.FILES.columns) {
      return Kind.UNKNOWN;
    }
    if (cells[1].equals("shallow") || cells[1].equals("deep")) {
      return Kind.CATEGORY_VIEWS;
    }
    if (number(cells[4]) && number(cells[5])) {
      return Kind.FILES;
    }
    return number(cells[5]) ? Kind.FILE_VIEWS : Kind.UNKNOWN;
  }

  private static boolean number(String cell) {
    return NUMBER.matcher(cell).matches();
  }

  /// The month of `2024-03`, `2024-03-00`, `202403`, `20240301` or a time; null for anything else.
  static @Nullable YearMonth month(String cell) {
    int n = cell.length();
    if (n < 6 || !digits(cell, 0, 4)) {
      return null;
    }
    int at = cell.charAt(4) == '-' ? 5 : 4;
    if (n < at + 2 || !digits(cell, at, at + 2)) {
      return null;
    }
    try {
      return YearMonth.of(Integer.parseInt(cell, 0, 4, 10), Integer.parseInt(cell, at, at + 2, 10));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static boolean digits(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /// Cells of a line; titles hold no tabs, so that quotes never span cells.
  static String[] cells(String line) {
    int count = 1;
    for (int i = line.indexOf('\t'); i >= 0; i = line.indexOf('\t', i + 1)) {
      count++;
    }
    String[] cells = new String[count];
    int from = 0;
    for (int i = 0; i < count; i++) {
      int to = line.indexOf('\t', from);
      to = to < 0 ? line.length() : to;
      cells[i] = unquoted(line.substring(from, to));
      from = to + 1;
    }
    return cells;
  }

  private static String unquoted(String cell) {
    int n = cell.length();
    if (n < 2 || cell.charAt(0) != '"' || cell.charAt(n - 1) != '"') {
      return cell;
    }
    String inner = cell.substring(1, n - 1);
    return inner.replace("\\\"", "\"").replace("\"\"", "\"").replace("\\\\", "\\");
  }

  BufferedReader open() throws IOException {
    BufferedReader in = reader(path);
    if (header) {
      in.readLine();
    }
    return in;
  }

  /// The lines of a file, plain or packed by bzip2 or gzip.
  static BufferedReader reader(Path path) throws IOException {
    return reader(Files.newInputStream(path), path.toString());
  }

  /// The lines of what was opened under a name; closes it when they cannot be read.
  static BufferedReader reader(InputStream opened, String place) throws IOException {
    InputStream bytes = new BufferedInputStream(opened, 1 << 16);
    try {
      String name = place.toLowerCase(Locale.ROOT);
      InputStream plain =
          name.endsWith(".bz2")
              ? new BZip2CompressorInputStream(bytes, true)
              : name.endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes;
      return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8), 1 << 17);
    } catch (IOException | RuntimeException e) {
      bytes.close();
      throw e;
    }
  }
}
