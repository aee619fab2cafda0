package org.handsel.rights.terms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/// The histogram "becomes free in year": a column for each of the next years.
final class FreeYears {
  private static final int WIDTH = 1000;
  private static final int HEIGHT = 220;
  private static final int TOP = 24;
  private static final int BOTTOM = 28;
  private static final int LEAST = 10;
  private static final int MOST = 30;
  private static final int LABELS = 16;

  private FreeYears() {}

  /// The chart; without columns when nothing becomes free in a year that is known.
  static EstimateView.Chart chart(TreeMap<Integer, Long> years, int year) {
    if (years.isEmpty()) {
      return new EstimateView.Chart(WIDTH, HEIGHT, HEIGHT - BOTTOM, year, 0, List.of());
    }
    int last = Math.clamp(years.lastKey(), year + LEAST, year + MOST);
    long[] counts = new long[last - year];
    years
        .headMap(last, true)
        .forEach((free, count) -> counts[Math.max(0, free - year - 1)] += count);
    long later = years.tailMap(last, false).values().stream().mapToLong(Long::longValue).sum();
    return new EstimateView.Chart(
        WIDTH, HEIGHT, HEIGHT - BOTTOM, last, later, columns(counts, year + 1));
  }

  private static List<EstimateView.Column> columns(long[] counts, int first) {
    List<EstimateView.Column> columns = new ArrayList<>();
    double slot = (double) WIDTH / counts.length;
    long most = Math.max(1, Arrays.stream(counts).max().orElse(1));
    int every = (counts.length + LABELS - 1) / LABELS;
    for (int i = 0; i < counts.length; i++) {
      double height = (double) (HEIGHT - TOP - BOTTOM) * counts[i] / most;
      columns.add(
          new EstimateView.Column(
              number(i * slot + slot * 0.12),
              number(HEIGHT - BOTTOM - height),
              number(slot * 0.76),
              number(height),
              number(i * slot + slot / 2),
              number(HEIGHT - BOTTOM - height - 6),
              String.valueOf(first + i),
              i % every == 0,
              counts[i]));
    }
    return columns;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
