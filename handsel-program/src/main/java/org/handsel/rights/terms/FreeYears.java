package org.handsel.rights.terms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/// The histogram "becomes free in year": a column a year for few years, a decade for many.
final class FreeYears {
  private static final int WIDTH = 1000;
  private static final int HEIGHT = 220;
  private static final int TOP = 24;
  private static final int BOTTOM = 28;
  private static final int MOST_YEARS = 40;
  private static final int LABELS = 12;

  private FreeYears() {}

  /// The chart; without columns when nothing becomes free in a year that is known.
  static EstimateView.Chart chart(TreeMap<Integer, Long> years, int year) {
    if (years.isEmpty()) {
      return new EstimateView.Chart(WIDTH, HEIGHT, HEIGHT - BOTTOM, 1, List.of());
    }
    int first = year + 1;
    int last = years.lastKey();
    int step = last - first < MOST_YEARS ? 1 : 10;
    int start = step == 1 ? first : first - Math.floorMod(first, step);
    int columns = Math.max(8, (last - start) / step + 1);
    long most = 1;
    long[] counts = new long[columns];
    for (var entry : years.entrySet()) {
      int column = (Math.max(entry.getKey(), start) - start) / step;
      counts[column] += entry.getValue();
      most = Math.max(most, counts[column]);
    }
    return new EstimateView.Chart(
        WIDTH, HEIGHT, HEIGHT - BOTTOM, step, columns(counts, start, step, most));
  }

  private static List<EstimateView.Column> columns(long[] counts, int start, int step, long most) {
    List<EstimateView.Column> columns = new ArrayList<>();
    double slot = (double) WIDTH / counts.length;
    int every = Math.max(1, (counts.length + LABELS - 1) / LABELS);
    for (int i = 0; i < counts.length; i++) {
      double height = (double) (HEIGHT - TOP - BOTTOM) * counts[i] / most;
      int year = start + i * step;
      columns.add(
          new EstimateView.Column(
              number(i * slot + slot * 0.12),
              number(HEIGHT - BOTTOM - height),
              number(slot * 0.76),
              number(height),
              number(i * slot + slot / 2),
              number(HEIGHT - BOTTOM - height - 6),
              step == 1 ? String.valueOf(year) : year + "s",
              i % every == 0,
              counts[i]));
    }
    return columns;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
