package org.handsel.impact;

import java.util.List;
import java.util.Locale;
import org.handsel.platform.Html;
import org.jspecify.annotations.Nullable;

/// Charts as SVG text that a browser shows and a PDF takes. Labels are given as text; colours are
/// told apart in grey too.
final class Charts {
  private static final String GREEN = "#2f7d4f";
  private static final String PALE = "#d9d5ca";
  private static final String AMBER = "#b87a12";
  private static final String INK = "#1f2328";
  private static final String SOFT = "#5d6570";

  private Charts() {}

  /// @param value of the bar, not negative
  /// @param text written after it
  record Bar(String label, double value, String text, boolean second) {}

  /// A point of a series; a null value is a gap.
  record Point(String label, @Nullable Double value) {}

  private static StringBuilder begin(int width, int height, String description) {
    return new StringBuilder(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\" font-family=\"Noto Sans, DejaVu Sans, Liberation Sans, Arial, sans-serif\" font-size=\"12\">"
            .formatted(width, height, width, height, Html.escaped(description)));
  }

  /// Horizontal bars, one below the other.
  static String bars(String description, List<Bar> bars) {
    int row = 24;
    int left = 150;
    int width = 660;
    double most = bars.stream().mapToDouble(Bar::value).max().orElse(1);
    StringBuilder svg = begin(width, row * bars.size() + 4, description);
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      int y = i * row;
      double length = most <= 0 ? 0 : bar.value() / most * (width - left - 90);
      svg.append(text(left - 8, y + 16, "end", INK, bar.label()))
          .append(rect(left, y + 4, Math.max(length, 1.5), row - 8, bar.second() ? AMBER : GREEN))
          .append(text(left + Math.max(length, 1.5) + 6, y + 16, "start", INK, bar.text()));
    }
    return svg.append("</svg>").toString();
  }

  /// One bar of two parts that make a whole.
  static String share(String description, double share, String first, String second) {
    int width = 660;
    double cut = Math.clamp(share, 0, 1) * width;
    return begin(width, 54, description)
        .append(rect(0, 4, width, 26, PALE))
        .append(rect(0, 4, Math.max(cut, share > 0 ? 1.5 : 0), 26, GREEN))
        .append(text(0, 47, "start", GREEN, first))
        .append(text(width, 47, "end", SOFT, second))
        .append("</svg>")
        .toString();
  }

  /// Columns over months; a gap is hatched by its words instead of a column of no height.
  static String columns(String description, List<Point> points, String noData) {
    int width = 660;
    int height = 200;
    int base = 160;
    double most =
        points.stream()
            .map(Point::value)
            .filter(java.util.Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .max()
            .orElse(1);
    double step = (double) (width - 20) / Math.max(1, points.size());
    StringBuilder svg = begin(width, height, description);
    svg.append(line(10, base, width - 10, base, SOFT));
    int every = (int) Math.ceil(points.size() / 14.0);
    for (int i = 0; i < points.size(); i++) {
      Point point = points.get(i);
      double x = 10 + i * step;
      if (point.value() == null) {
        svg.append(
                "<rect x=\"%s\" y=\"20\" width=\"%s\" height=\"%d\" fill=\"none\" stroke=\"%s\" stroke-dasharray=\"3 3\"/>"
                    .formatted(number(x + step * 0.12), number(step * 0.76), base - 20, AMBER))
            .append(
                "<text transform=\"translate(%s %d) rotate(-90)\" font-size=\"10\" fill=\"#8a5a00\">%s</text>"
                    .formatted(number(x + step / 2 + 4), base - 8, Html.escaped(noData)));
      } else {
        double high = most <= 0 ? 0 : point.value() / most * (base - 24);
        svg.append(
                rect(
                    x + step * 0.12,
                    base - Math.max(high, 1),
                    step * 0.76,
                    Math.max(high, 1),
                    GREEN))
            .append(small(x + step / 2, base - Math.max(high, 1) - 4, shortNumber(point.value())));
      }
      if (i % every == 0) {
        svg.append(small(x + step / 2, base + 16, point.label()));
      }
    }
    return svg.append("</svg>").toString();
  }

  private static String shortNumber(double value) {
    if (value >= 1e6) {
      return String.format(Locale.ROOT, "%.1fM", value / 1e6);
    }
    return value >= 1e4
        ? String.format(Locale.ROOT, "%.0fk", value / 1e3)
        : String.format(Locale.ROOT, "%.0f", value);
  }

  private static String rect(double x, double y, double width, double height, String fill) {
    return "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"2\" fill=\"%s\"/>"
        .formatted(number(x), number(y), number(width), number(height), fill);
  }

  private static String line(double x1, double y1, double x2, double y2, String stroke) {
    return "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"%s\"/>"
        .formatted(number(x1), number(y1), number(x2), number(y2), stroke);
  }

  private static String small(double x, double y, String text) {
    return "<text x=\"%s\" y=\"%s\" text-anchor=\"middle\" font-size=\"10\" fill=\"%s\">%s</text>"
        .formatted(number(x), number(y), SOFT, Html.escaped(text));
  }

  private static String text(double x, double y, String anchor, String fill, String text) {
    return "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" fill=\"%s\">%s</text>"
        .formatted(number(x), number(y), anchor, fill, Html.escaped(text));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
