package org.handsel.collection.source;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Recognises the dialect of a table by reading its beginning in every way that occurs and taking
/// the one in which rows have equally many cells.
///
/// A file has a quoting convention when cells that begin with a quote also end with one. In an
/// export without the convention (SMM: pipe, 52 rows with a stray `"`) they do not, and reading it
/// with quotes would swallow rows.
final class DialectRecognition {
  private static final int LONG_CELL = 1 << 16;
  private static final char[] DELIMITERS = {',', '\t', ';', '|'};

  private DialectRecognition() {}

  /// @param sample beginning of the text
  /// @param whole whether the sample is the whole text; otherwise its last row is not counted
  /// @param delimiter given delimiter or null
  /// @param quote given quote or null
  static Dialect recognise(
      String sample, boolean whole, @Nullable Character delimiter, @Nullable Character quote) {
    int hint = hintLines(sample);
    Character hinted = hint > 0 ? Character.valueOf(sample.charAt(4)) : null;
    String table = hint > 0 ? sample.substring(sample.indexOf('\n') + 1) : sample;
    Character known = delimiter == null ? hinted : delimiter;
    char[] candidates = known == null ? DELIMITERS : new char[] {known};
    Reading best = null;
    for (char candidate : candidates) {
      Reading reading = read(table, whole, candidate, quote);
      if (best == null || reading.isBetterThan(best)) {
        best = reading;
      }
    }
    char separator = best == null ? ',' : best.delimiter;
    return new Dialect(separator, best == null ? '"' : best.quote, hint);
  }

  /// How many rows a text has when it is a table, which means two cells or more in most of its
  /// rows; 0 when it is none.
  static int rowsOfTable(String sample, boolean whole, Dialect dialect) {
    String table = dialect.hintLines() > 0 ? sample.substring(sample.indexOf('\n') + 1) : sample;
    Reading reading = new Reading(table, whole, dialect.delimiter(), dialect.quote());
    return reading.usualCells >= 2 && reading.consistency() >= 0.7 ? reading.rows : 0;
  }

  /// Excel writes and reads a first line `sep=;`.
  private static int hintLines(String sample) {
    int end = sample.indexOf('\n');
    String first = end < 0 ? "" : sample.substring(0, end).strip();
    return first.length() == 5 && first.regionMatches(true, 0, "sep=", 0, 4) ? 1 : 0;
  }

  private static Reading read(
      String table, boolean whole, char delimiter, @Nullable Character quote) {
    if (quote != null) {
      return new Reading(table, whole, delimiter, quote);
    }
    Reading quoted = new Reading(table, whole, delimiter, '"');
    Reading plain = new Reading(table, whole, delimiter, Dialect.NO_QUOTE);
    return quoted.quotesMakeSense(plain) ? quoted : plain;
  }

  /// One way to read the sample.
  private static final class Reading {
    private final char delimiter;
    private final char quote;
    private final Map<Integer, Integer> rowsByCells = new HashMap<>();
    private int rows;
    private int headerCells;
    private int usualCells;
    private int quotedCells;
    private int filledCells;
    private int strayQuotes;
    private int neededQuotes;
    private boolean open;

    Reading(String table, boolean whole, char delimiter, char quote) {
      this.delimiter = delimiter;
      this.quote = quote;
      scan(table, whole);
      int most = -1;
      for (Map.Entry<Integer, Integer> entry : rowsByCells.entrySet()) {
        if (entry.getValue() > most || (entry.getValue() == most && entry.getKey() > usualCells)) {
          most = entry.getValue();
          usualCells = entry.getKey();
        }
      }
    }

    private void scan(String table, boolean whole) {
      int cells = 1;
      int rowStart = 0;
      boolean cellStart = true;
      int i = 0;
      int length = table.length();
      while (i < length) {
        char c = table.charAt(i);
        if (c == quote && quote != Dialect.NO_QUOTE && cellStart) {
          i = quotedCell(table, i + 1, whole);
          cellStart = false;
          continue;
        }
        if (c == '\n' || c == '\r') {
          if (i > rowStart) {
            endRow(cells);
          }
          cells = 1;
          cellStart = true;
          rowStart = i + 1;
        } else if (c == delimiter) {
          cells++;
          cellStart = true;
        } else {
          filledCells += cellStart ? 1 : 0;
          cellStart = false;
        }
        i++;
      }
      if (length > rowStart && (whole || rows == 0)) {
        endRow(cells);
      }
    }

    private void endRow(int cells) {
      if (rows == 0) {
        headerCells = cells;
      }
      rows++;
      rowsByCells.merge(cells, 1, Integer::sum);
    }

    /// Reads a cell after its opening quote; gives the place after it.
    private int quotedCell(String table, int from, boolean whole) {
      quotedCells++;
      filledCells++;
      boolean needed = false;
      int i = from;
      int length = table.length();
      while (i < length) {
        char c = table.charAt(i);
        if (c == quote) {
          if (i + 1 < length && table.charAt(i + 1) == quote) {
            needed = true;
            i += 2;
            continue;
          }
          boolean closes =
              i + 1 == length
                  || table.charAt(i + 1) == delimiter
                  || table.charAt(i + 1) == '\n'
                  || table.charAt(i + 1) == '\r';
          strayQuotes += closes ? 0 : 1;
          neededQuotes += closes && needed ? 1 : 0;
          return i + 1;
        }
        needed |= c == delimiter || c == '\n';
        i++;
      }
      // A sample may end inside a cell, but not inside one of that length.
      open = whole || length - from > LONG_CELL;
      return length;
    }

    double consistency() {
      return rows == 0 ? 0 : (double) rowsByCells.getOrDefault(usualCells, 0) / rows;
    }

    /// Whether to read with quotes rather than without them.
    boolean quotesMakeSense(Reading plain) {
      if (quotedCells == 0) {
        // Nothing to learn from: quotes are the convention of comma and semicolon, and an export
        // with tabs or pipes that never quotes has none.
        return delimiter == ',' || delimiter == ';';
      }
      if (strayQuotes > 0 || (open && neededQuotes == 0)) {
        return plain.consistency() < 1 && consistency() > plain.consistency();
      }
      if (neededQuotes > 0) {
        return consistency() >= plain.consistency();
      }
      // All quotes are in pairs but none of them protects anything: part of the text, unless
      // everything is quoted.
      return delimiter == ',' || delimiter == ';' || quotedCells * 2 > filledCells;
    }

    boolean isBetterThan(Reading other) {
      boolean table = usualCells >= 2;
      if (table != other.usualCells >= 2) {
        return table;
      }
      double difference = consistency() - other.consistency();
      if (Math.abs(difference) > 0.1) {
        return difference > 0;
      }
      boolean headerFits = headerCells == usualCells;
      if (headerFits != (other.headerCells == other.usualCells)) {
        return headerFits;
      }
      return usualCells > other.usualCells;
    }
  }
}
