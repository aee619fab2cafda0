package org.handsel.collection.source;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntFunction;

/// Rows of a sheet of a workbook: the cached values of formulas, numbers without `.0`, dates as ISO
/// 8601. Rows without any text are passed over.
abstract class SheetRows implements RowReader {
  final String file;
  final Problems problems;
  private final Format format;

  SheetRows(Format format, String file, Problems problems) {
    this.format = format;
    this.file = file;
    this.problems = problems;
  }

  /// The sheets, once the workbook is open.
  abstract Sheets sheets();

  /// Texts up to the last cell that is not blank.
  static String[] cells(int count, IntFunction<String> text) {
    String[] texts = new String[Math.max(0, count)];
    int last = 0;
    for (int i = 0; i < texts.length; i++) {
      texts[i] = text.apply(i);
      if (!texts[i].isBlank()) {
        last = i + 1;
      }
    }
    return Arrays.copyOf(texts, last);
  }

  /// Reports a cell that shows an error, and gives what it shows.
  ///
  /// @param where such as `cell B7`
  final String error(long line, String where, String shown) {
    problems.add(
        file,
        0,
        line,
        "CELL_ERROR",
        shown,
        "%s, %s: the workbook shows an error: expected a value, found \"%s\"."
            .formatted(file, where, shown),
        false);
    return shown;
  }

  /// Reports that nothing after a row can be read.
  final void unreadable(long line, String reason) {
    problems.add(
        file,
        0,
        line,
        "ROWS_UNREADABLE",
        "",
        "%s, after row %d: the rest of the sheet could not be read: %s. Save the workbook again."
            .formatted(file, line, reason),
        true);
  }

  @Override
  public final String label() {
    return format.id().toUpperCase(Locale.ROOT) + ", " + sheets().label();
  }

  @Override
  public final SourceSpec resolved(SourceSpec given) {
    return new SourceSpec(
        format.id(), null, null, null, sheets().name(), null, given.namespaces(), given.joins());
  }

  @Override
  public final boolean endsMayBeMissing() {
    return true;
  }
}
