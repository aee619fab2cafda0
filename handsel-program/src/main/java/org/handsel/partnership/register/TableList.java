package org.handsel.partnership.register;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.handsel.platform.HandselException;
import org.jspecify.annotations.Nullable;

/// Reads a list that is a table with a header.
///
/// TSV is read without quotes and escapes: one line, one row. CSV (comma or semicolon) has cells in
/// quotes, which may hold line breaks; a quote that is never closed costs its own line only. A line
/// with another number of cells than the header is reported and left out, because nobody can tell
/// which cell is missing; a cell longer than 10,000 characters is reported and left out, its row is
/// kept.
final class TableList {
  private static final int LONGEST_CELL = 10_000;
  private static final int LINES_OF_A_RECORD = 200;

  private final Path file;
  private final Map<String, String> chosen;
  private final Problems problems;
  private final Deque<FileLines.Line> pushedBack = new ArrayDeque<>();

  TableList(Path file, Map<String, String> chosen, Problems problems) {
    this.file = file;
    this.chosen = chosen;
    this.problems = problems;
  }

  void read(FileLines.Line header, FileLines lines, Consumer<ListedRow> rows) {
    char separator = separator(header.text());
    List<String> names = separator == '\t' ? tabs(header.text()) : csv(header.text(), separator);
    if (names == null) {
      names = List.of(header.text());
    }
    List<@Nullable String> columns = columns(names);
    for (FileLines.Line line = next(lines); line != null; line = next(lines)) {
      if (line.text().isBlank()) {
        continue;
      }
      List<String> cells =
          separator == '\t' ? tabs(line.text()) : record(line, lines, separator, names.size());
      if (cells == null || cells.size() != names.size()) {
        problems.add(line.number(), "", "cells", line.text());
      } else {
        rows.accept(row(line.number(), names, columns, cells));
      }
    }
  }

  private FileLines.@Nullable Line next(FileLines lines) {
    FileLines.Line again = pushedBack.poll();
    return again == null ? lines.next() : again;
  }

  private ListedRow row(
      long line, List<String> names, List<@Nullable String> columns, List<String> cells) {
    ListedRow row = ListedRow.at(line);
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i);
      if (cell.isBlank()) {
        continue;
      }
      if (cell.length() > LONGEST_CELL) {
        problems.add(line, names.get(i), "too-long", cell);
        continue;
      }
      String column = columns.get(i);
      if (column == null) {
        row.others().put(names.get(i).strip(), cell.strip());
      } else {
        row.put(column, cell);
      }
    }
    return row;
  }

  private List<@Nullable String> columns(List<String> names) {
    Columns known = Columns.load();
    for (Map.Entry<String, String> choice : chosen.entrySet()) {
      if (!known.names().contains(choice.getKey())) {
        throw HandselException.usage(
            "--columns: no column \"%s\" in the register; columns are: %s."
                .formatted(choice.getKey(), String.join(", ", known.names())));
      }
      if (names.stream().noneMatch(name -> name.strip().equals(choice.getValue()))) {
        throw HandselException.usage(
            "%s, line 1: no column \"%s\" for %s; columns are: %s."
                .formatted(file, choice.getValue(), choice.getKey(), shown(names)));
      }
    }
    List<@Nullable String> columns = known.of(names, chosen);
    if (!columns.contains("name")) {
      throw HandselException.usage(
          "%s, line 1: expected a column \"name\", found the columns: %s. Say which one it is, as with --columns name=Bezeichnung; the register knows: %s."
              .formatted(file, shown(names), String.join(", ", known.names())));
    }
    return columns;
  }

  private static String shown(List<String> names) {
    String all = String.join(", ", names);
    return all.length() > 300 ? all.substring(0, 300) + "…" : all;
  }

  private static char separator(String header) {
    if (header.indexOf('\t') >= 0) {
      return '\t';
    }
    long commas = header.chars().filter(c -> c == ',').count();
    long semicolons = header.chars().filter(c -> c == ';').count();
    return semicolons > commas ? ';' : ',';
  }

  private static List<String> tabs(String line) {
    List<String> cells = new ArrayList<>();
    int start = 0;
    for (int tab = line.indexOf('\t'); tab >= 0; tab = line.indexOf('\t', start)) {
      cells.add(line.substring(start, tab));
      start = tab + 1;
    }
    cells.add(line.substring(start));
    return cells;
  }

  /// A record of CSV, which may go over several lines; null when its quotes are broken, and then
  /// the lines after the first are read anew.
  private @Nullable List<String> record(
      FileLines.Line first, FileLines lines, char separator, int width) {
    List<String> cells = csv(first.text(), separator);
    if (cells != null) {
      return cells;
    }
    StringBuilder text = new StringBuilder(first.text());
    List<FileLines.Line> taken = new ArrayList<>();
    while (taken.size() < LINES_OF_A_RECORD) {
      FileLines.Line more = next(lines);
      if (more == null) {
        break;
      }
      taken.add(more);
      text.append('\n').append(more.text());
      cells = csv(text, separator);
      if (cells != null && cells.size() == width) {
        return cells;
      }
      if (cells != null) {
        break;
      }
    }
    for (int i = taken.size() - 1; i >= 0; i--) {
      pushedBack.push(taken.get(i));
    }
    return null;
  }

  /// Takes a record apart; null when a quote is still open at its end.
  private static @Nullable List<String> csv(CharSequence text, char separator) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    boolean fresh = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        if (c != '"') {
          cell.append(c);
        } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
          cell.append('"');
          i++;
        } else {
          quoted = false;
        }
      } else if (c == separator) {
        cells.add(cell.toString());
        cell.setLength(0);
        fresh = true;
      } else if (c == '"' && fresh) {
        quoted = true;
        fresh = false;
      } else {
        cell.append(c);
        fresh = false;
      }
    }
    if (quoted) {
      return null;
    }
    cells.add(cell.toString());
    return cells;
  }
}
