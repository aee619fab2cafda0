package org.handsel.app.web.rooms;

import java.util.List;
import java.util.Locale;

/// Counts of several audits as a small line. Gaps (-1) stay gaps.
///
/// @param counts the oldest first
public record Trend(List<Long> counts) {
  private static final double WIDTH = 96;
  private static final double HEIGHT = 24;
  private static final double EDGE = 3;

  public Trend {
    counts = List.copyOf(counts);
  }

  /// Whether there is anything to see.
  public boolean shown() {
    return counts.stream().filter(count -> count >= 0).count() > 1;
  }

  /// Data of an SVG path in a box of 96 by 24.
  public String path() {
    StringBuilder path = new StringBuilder();
    boolean pen = false;
    for (int at = 0; at < counts.size(); at++) {
      if (counts.get(at) < 0) {
        pen = false;
        continue;
      }
      path.append(pen ? 'L' : 'M').append(point(at));
      pen = true;
    }
    return path.toString();
  }

  /// Where the last point stands.
  public String end() {
    return point(counts.size() - 1);
  }

  private String point(int at) {
    long most = counts.stream().mapToLong(Long::longValue).max().orElse(0);
    double x = EDGE + (WIDTH - 2 * EDGE) * at / Math.max(1, counts.size() - 1);
    double y =
        HEIGHT - EDGE - (most == 0 ? 0 : (HEIGHT - 2 * EDGE) * Math.max(0, counts.get(at)) / most);
    return String.format(Locale.ROOT, "%.1f %.1f", x, y);
  }

  public double lastX() {
    return Double.parseDouble(end().split(" ")[0]);
  }

  public double lastY() {
    return Double.parseDouble(end().split(" ")[1]);
  }
}
