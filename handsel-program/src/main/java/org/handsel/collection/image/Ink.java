package org.handsel.collection.image;

/// How much of a picture differs from its ground: paper, a wall, a dark backdrop. A blank page has
/// nothing but its texture and the shadow of the gutter; a page with only a number or a stamp has
/// next to nothing.
final class Ink {
  /// Points across in which it is counted: a page number has still some thirty.
  private static final int ACROSS = 1000;

  /// Outside of this, pages end and shadows begin.
  private static final double MARGIN = 0.05;

  /// Ground is the mean of a stripe across or down, this share of the longer side long.
  private static final double AROUND = 1 / 24.0;

  private static final double LEAST_DIFFERENCE = 12;

  /// So many times the usual difference between neighbours is no texture any more.
  private static final double ABOVE_TEXTURE = 6;

  private static final int CELLS = 32;

  private Ink() {}

  /// Share of the points inside the margins, 0 to 1.
  static double of(Greys picture) {
    int longer = Math.max(picture.width(), picture.height());
    Greys greys = picture.reduced(Math.max(1, longer / ACROSS));
    int w = greys.width();
    int h = greys.height();
    int radius = Math.max(2, (int) (Math.max(w, h) * AROUND / 2));
    double[] sums = greys.sums();
    double least = Math.max(LEAST_DIFFERENCE, ABOVE_TEXTURE * texture(greys));
    int left = (int) (w * MARGIN);
    int top = (int) (h * MARGIN);
    long ink = 0;
    long all = 0;
    for (int y = top; y < h - top; y++) {
      for (int x = left; x < w - left; x++) {
        double value = greys.at(x, y);
        // The shadow of a gutter or of an edge is the ground along itself.
        double across = value - mean(sums, w, h, x - radius, x + radius + 1, y - 1, y + 2);
        double down = value - mean(sums, w, h, x - 1, x + 2, y - radius, y + radius + 1);
        all++;
        ink += Math.min(Math.abs(across), Math.abs(down)) > least ? 1 : 0;
      }
    }
    return all == 0 ? 1 : (double) ink / all;
  }

  private static double mean(
      double[] sums, int w, int h, int left, int right, int top, int bottom) {
    int x0 = Math.max(0, left);
    int x1 = Math.min(w, right);
    int y0 = Math.max(0, top);
    int y1 = Math.min(h, bottom);
    double sum = Greys.sum(sums, w, x0, y0, x1, y1);
    return sum / ((long) (x1 - x0) * (y1 - y0));
  }

  /// Standard deviation of the means of a grid inside the margins, after a slope of light over the
  /// page is taken away.
  static double contrast(Greys picture) {
    int cell = Math.max(1, Math.max(picture.width(), picture.height()) / CELLS);
    Greys cells = picture.reduced(cell);
    int left = (int) Math.ceil(cells.width() * 2 * MARGIN);
    int top = (int) Math.ceil(cells.height() * 2 * MARGIN);
    int w = cells.width() - 2 * left;
    int h = cells.height() - 2 * top;
    if (w < 2 || h < 2) {
      return Double.MAX_VALUE;
    }
    double mean = 0;
    double slopeX = 0;
    double slopeY = 0;
    double weightX = 0;
    double weightY = 0;
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        double value = cells.at(left + x, top + y);
        double dx = x - (w - 1) / 2.0;
        double dy = y - (h - 1) / 2.0;
        mean += value / (w * h);
        slopeX += value * dx;
        slopeY += value * dy;
        weightX += dx * dx;
        weightY += dy * dy;
      }
    }
    double squares = 0;
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        double plane =
            mean + slopeX / weightX * (x - (w - 1) / 2.0) + slopeY / weightY * (y - (h - 1) / 2.0);
        double difference = cells.at(left + x, top + y) - plane;
        squares += difference * difference;
      }
    }
    return Math.sqrt(squares / (w * h));
  }

  /// The usual difference between neighbours: the median, which little ink does not move.
  private static double texture(Greys greys) {
    int[] counts = new int[256];
    int all = 0;
    float[] values = greys.values();
    for (int y = 0; y < greys.height(); y++) {
      int end = (y + 1) * greys.width();
      for (int i = end - greys.width() + 1; i < end; i++) {
        // In sixteenths; from nearly 16 on all are one.
        counts[Math.min(254, (int) (Math.abs(values[i] - values[i - 1]) * 16))]++;
      }
      all += Math.max(0, greys.width() - 1);
    }
    int seen = 0;
    for (int i = 0; i < counts.length; i++) {
      seen += counts[i];
      if (2 * seen >= all) {
        return (i + 0.5) / 16;
      }
    }
    return 0;
  }
}
