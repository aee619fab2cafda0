package org.handsel.impact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.handsel.platform.HandselException;
import org.jspecify.annotations.Nullable;

/// Key figures of many institutions side by side.
///
/// @param problems what was wrong with the files
public record Compared(List<Row> rows, List<DataProblem> problems) {
  /// Columns of numbers, in the order in which a reader wants them.
  public static final List<String> NUMBERS = KeyFigureMeasures.COLUMNS;

  public Compared {
    rows = List.copyOf(rows);
    problems = List.copyOf(problems);
  }

  /// An institution.
  ///
  /// @param address of the category, or empty
  /// @param day of the figures, or empty
  /// @param depth of the tree, or empty
  /// @param values by column of [#NUMBERS]; missing where the file has none
  /// @param fewFiles whether one file moves the share by several per cent
  /// @param before day and number of files used of the figures before, or empty
  public record Row(
      String institution,
      String category,
      String address,
      String day,
      String depth,
      Map<String, Number> values,
      boolean fewFiles,
      String before,
      String source) {
    public Row {
      values = Map.copyOf(values);
    }

    public @Nullable Number value(String column) {
      return values.get(column);
    }
  }

  /// Whether rows can be sorted by this column.
  public static boolean sortable(String column) {
    return column.equals("institution") || column.equals("day") || NUMBERS.contains(column);
  }

  /// Sorts: numbers with the largest first, names by the alphabet; what is not known comes last.
  ///
  /// @param reversed the other way round
  public Compared sorted(String column, boolean reversed) {
    if (!sortable(column)) {
      throw HandselException.usage(
          "--sort: expected institution, day or one of %s, found \"%s\"."
              .formatted(String.join(", ", NUMBERS), column));
    }
    Comparator<Row> byName =
        Comparator.comparing((Row row) -> row.institution().toLowerCase(Locale.ROOT))
            .thenComparing(Row::category);
    Comparator<Row> order;
    if (column.equals("institution")) {
      order = reversed ? byName.reversed() : byName;
    } else if (column.equals("day")) {
      Comparator<Row> byDay = Comparator.comparing(Row::day);
      order = reversed ? byDay : byDay.reversed();
    } else {
      Comparator<Row> known = Comparator.comparing(row -> row.value(column) == null);
      Comparator<Row> number = Comparator.comparingDouble(row -> number(row.value(column)));
      order = known.thenComparing(reversed ? number : number.reversed());
    }
    List<Row> sorted = new ArrayList<>(rows);
    sorted.sort(order.thenComparing(byName));
    return new Compared(sorted, problems);
  }

  private static double number(@Nullable Number value) {
    return value == null ? 0 : value.doubleValue();
  }

  /// Files of all institutions; what several share is counted for each.
  public long available() {
    return sum("files-available");
  }

  public long used() {
    return sum("files-used");
  }

  private long sum(String column) {
    return rows.stream()
        .map(row -> row.value(column))
        .filter(value -> value != null)
        .mapToLong(Number::longValue)
        .sum();
  }
}
