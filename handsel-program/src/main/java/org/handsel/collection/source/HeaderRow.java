package org.handsel.collection.source;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.handsel.platform.HandselException;
import org.jspecify.annotations.Nullable;

/// Finds the row with the names of the columns, and hands out the rows below it.
///
/// It is the first row, unless that holds one text only and wider rows follow: people write the
/// name of a list above it. A second row of names, for the parts of merged columns, is joined to
/// the first ("Mått" over "Höjd" and "Bredd" become "Mått Höjd" and "Mått Bredd").
final class HeaderRow {
  /// What people write above a list is not longer.
  private static final int LOOKED_AT = 12;

  private final RowReader rows;
  private final Deque<RowReader.Row> waiting = new ArrayDeque<>();
  private final String[] names;
  private final StringBuilder passed = new StringBuilder();

  HeaderRow(RowReader rows, String file) throws IOException {
    this.rows = rows;
    RowReader.Row first = rows.next();
    if (first == null) {
      throw HandselException.input(
          file + ": the table is empty: expected a line with the names of its columns.");
    }
    if (filled(first) > 1) {
      names = first.cells();
      return;
    }
    waiting.add(first);
    for (RowReader.Row row; waiting.size() < LOOKED_AT && (row = rows.next()) != null; ) {
      waiting.add(row);
    }
    int widest = waiting.stream().mapToInt(HeaderRow::filled).max().orElse(0);
    while (widest >= 3 && filled(waiting.getFirst()) * 2 < widest) {
      String text = String.join(" ", waiting.removeFirst().cells()).strip();
      passed.append(passed.isEmpty() || text.isEmpty() ? "" : " / ").append(text);
    }
    String[] found = waiting.removeFirst().cells();
    RowReader.Row second = waiting.peekFirst();
    if (!passed.isEmpty() && second != null && partNames(found, second.cells())) {
      waiting.removeFirst();
      found = joined(found, second.cells());
    }
    names = found;
  }

  /// The cells of the row of names.
  String[] names() {
    return names;
  }

  /// What stood above the names; empty where they are the first row.
  String passed() {
    return passed.toString();
  }

  RowReader.@Nullable Row next() throws IOException {
    RowReader.Row row = waiting.pollFirst();
    return row == null ? rows.next() : row;
  }

  /// Texts without figures below names or gaps of names, with nothing in the first column.
  private static boolean partNames(String[] names, String[] below) {
    boolean gap = false;
    for (int i = 0; i < below.length; i++) {
      if (below[i].isBlank()) {
        continue;
      }
      if (i == 0 || below[i].chars().anyMatch(Character::isDigit)) {
        return false;
      }
      gap |= i >= names.length || names[i].isBlank();
    }
    return gap;
  }

  private static String[] joined(String[] names, String[] below) {
    String[] all = Arrays.copyOf(names, Math.max(names.length, below.length));
    String merged = "";
    for (int i = 0; i < all.length; i++) {
      String own = all[i] == null ? "" : all[i].strip();
      String part = i < below.length ? below[i].strip() : "";
      merged = own.isEmpty() ? merged : own;
      all[i] = part.isEmpty() ? own : (merged + " " + part).strip();
    }
    return all;
  }

  private static int filled(RowReader.Row row) {
    return (int) Arrays.stream(row.cells()).filter(cell -> !cell.isBlank()).count();
  }
}
