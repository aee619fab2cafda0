package org.handsel.platform;

import java.util.regex.Pattern;
import org.dhatim.fastexcel.Worksheet;

/// Cells of workbooks that Handsel writes. What a partner wrote is always a text, which a
/// spreadsheet shows and never runs; nothing here writes a formula.
public final class Sheets {
  /// A cell holds 32,767 characters; the rest is for the sign that says that something is missing.
  private static final int LONGEST = 32_000;

  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,15}");
  private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,15}\\.\\d{1,15}");

  private Sheets() {}

  /// Writes a text, also one that looks like a number or a formula; an empty one leaves the cell
  /// empty.
  public static void text(Worksheet sheet, int row, int column, String text) {
    if (!text.isEmpty()) {
      sheet.value(row, column, text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text);
    }
  }

  /// Writes a number where the text is one, as it is written in files; otherwise the text.
  public static void value(Worksheet sheet, int row, int column, String text) {
    if (WHOLE.matcher(text).matches()) {
      sheet.value(row, column, Long.parseLong(text));
    } else if (DECIMAL.matcher(text).matches()) {
      sheet.value(row, column, Double.parseDouble(text));
    } else {
      text(sheet, row, column, text);
    }
  }
}
