package org.handsel.collection.image;

/// Lays one picture over another and says how alike the common part is.
///
/// The parts lie over one another by a shift and a stretch in each direction, found from a first
/// guess by trying smaller and smaller steps. Both the picture and what is fine in it must agree:
/// written pages and coins of one series agree in the large, copies also in the small. For one
/// thread.
final class Alignment {
  private static final int EDGE = Likeness.EDGE;
  private static final int GRID = 40;
  private static final int COARSE = 14;
  private static final double LEAST_OVERLAP = 0.5;

  /// How two pictures lie on one another: x of the first = `px` + `qx` · x of the second.
  record Placement(double px, double qx, double py, double qy) {
    static Placement of(Windows.Window first, Windows.Window second) {
      double qx = (first.right() - first.left()) / (second.right() - second.left());
      double qy = (first.bottom() - first.top()) / (second.bottom() - second.top());
      return new Placement(
          first.left() - qx * second.left(), qx, first.top() - qy * second.top(), qy);
    }

    Placement moved(double x, double sx, double y, double sy) {
      // A stretch keeps the middle where it is, so that shift and stretch are apart.
      return new Placement(px + x - sx / 2, qx + sx, py + y - sy / 2, qy + sy);
    }
  }

  /// @param whole correlation of the pictures in their common part, -1 to 1
  /// @param fine the same of what is left when the surroundings of each point are taken off
  /// @param detail how much there is of the latter, in grey values
  /// @param overlap the common part's share of the larger picture's area
  /// @param stretch how far the proportions of the second would be bent, 0 for not at all
  record Agreement(double whole, double fine, double detail, double overlap, double stretch) {}

  /// A picture as it is laid over others; made once for all of them.
  static final class Sheet {
    private final float[] whole;
    private final float[] fine;
    private final double detail;
    private final double proportion;

    Sheet(Likeness likeness) {
      float[] points = likeness.points();
      whole = means(points, 1);
      fine = fine(whole, points);
      double sum = 0;
      for (float value : fine) {
        sum += Math.abs(value);
      }
      detail = sum;
      proportion = likeness.proportion();
    }
  }

  private final Sheet first;
  private final Sheet second;
  private final double proportions;
  private final Places acrossFirst = new Places();
  private final Places acrossSecond = new Places();

  Alignment(Sheet first, Sheet second) {
    this.first = first;
    this.second = second;
    this.proportions = Math.log(first.proportion / second.proportion);
  }

  /// How promising a first guess is, at a fraction of the cost of [#best].
  double promise(Placement guess) {
    return Math.abs(correlation(first.whole, second.whole, guess, COARSE));
  }

  /// The best agreement that is near to a first guess.
  Agreement best(Placement guess) {
    Placement now = guess;
    double value = value(now);
    for (double step = 0.04; step > 0.002; step /= 2) {
      for (boolean better = true; better; ) {
        better = false;
        for (Placement next : around(now, step)) {
          double other = value(next);
          if (other > value + 1e-6) {
            value = other;
            now = next;
            better = true;
          }
        }
      }
    }
    return new Agreement(
        correlation(first.whole, second.whole, now, GRID),
        correlation(first.fine, second.fine, now, GRID),
        Math.min(first.detail, second.detail) / (EDGE * EDGE),
        overlap(now),
        Math.abs(proportions + Math.log(now.qx / now.qy)));
  }

  private static Placement[] around(Placement now, double step) {
    return new Placement[] {
      now.moved(step, 0, 0, 0), now.moved(-step, 0, 0, 0),
      now.moved(0, 0, step, 0), now.moved(0, 0, -step, 0),
      now.moved(0, step, 0, 0), now.moved(0, -step, 0, 0),
      now.moved(0, 0, 0, step), now.moved(0, 0, 0, -step),
      now.moved(0, step, 0, step), now.moved(0, -step, 0, -step)
    };
  }

  /// A negative agrees as well as a positive, only the other way round.
  private double value(Placement placement) {
    return Math.abs(correlation(first.whole, second.whole, placement, COARSE))
        + Math.abs(correlation(first.fine, second.fine, placement, GRID / 2));
  }

  private static double overlap(Placement p) {
    double across = Math.min(1, p.px + p.qx) - Math.max(0, p.px);
    double down = Math.min(1, p.py + p.qy) - Math.max(0, p.py);
    return across <= 0 || down <= 0 ? 0 : across * down / Math.max(1, Math.abs(p.qx * p.qy));
  }

  private double correlation(float[] a, float[] b, Placement p, int grid) {
    double left = Math.max(0, -p.px / p.qx);
    double right = Math.min(1, (1 - p.px) / p.qx);
    double top = Math.max(0, -p.py / p.qy);
    double bottom = Math.min(1, (1 - p.py) / p.qy);
    if (overlap(p) < LEAST_OVERLAP || p.qx < 0.3 || p.qy < 0.3) {
      return 0;
    }
    double sumA = 0;
    double sumB = 0;
    double sumAa = 0;
    double sumBb = 0;
    double sumAb = 0;
    for (int i = 0; i < grid; i++) {
      double x = left + (right - left) * (i + 0.5) / grid;
      acrossFirst.set(i, p.px + p.qx * x);
      acrossSecond.set(i, x);
    }
    for (int j = 0; j < grid; j++) {
      double y = top + (bottom - top) * (j + 0.5) / grid;
      acrossFirst.row(p.py + p.qy * y);
      acrossSecond.row(y);
      for (int i = 0; i < grid; i++) {
        double va = acrossFirst.of(a, i);
        double vb = acrossSecond.of(b, i);
        sumA += va;
        sumB += vb;
        sumAa += va * va;
        sumBb += vb * vb;
        sumAb += va * vb;
      }
    }
    double n = (double) grid * grid;
    double varianceA = sumAa - sumA * sumA / n;
    double varianceB = sumBb - sumB * sumB / n;
    return varianceA < 1 || varianceB < 1
        ? 0
        : (sumAb - sumA * sumB / n) / Math.sqrt(varianceA * varianceB);
  }

  /// Places between the points, in shares of the width and height: many across, one down.
  private static final class Places {
    private final int[] before = new int[GRID];
    private final int[] after = new int[GRID];
    private final float[] share = new float[GRID];
    private int above;
    private int below;
    private float down;

    void set(int i, double x) {
      double px = Math.clamp(x * EDGE - 0.5, 0, EDGE - 1);
      before[i] = (int) px;
      after[i] = Math.min(before[i] + 1, EDGE - 1);
      share[i] = (float) (px - before[i]);
    }

    void row(double y) {
      double py = Math.clamp(y * EDGE - 0.5, 0, EDGE - 1);
      int row = (int) py;
      above = row * EDGE;
      below = Math.min(row + 1, EDGE - 1) * EDGE;
      down = (float) (py - row);
    }

    float of(float[] points, int i) {
      float fx = share[i];
      float upper = points[above + before[i]] * (1 - fx) + points[above + after[i]] * fx;
      float lower = points[below + before[i]] * (1 - fx) + points[below + after[i]] * fx;
      return upper * (1 - down) + lower * down;
    }
  }

  /// What is left when the mean of the surroundings is taken off the mean of the neighbours; the
  /// single point says little, since lines of writing are as narrow as points.
  private static float[] fine(float[] near, float[] points) {
    float[] fine = near.clone();
    float[] around = means(points, 5);
    for (int i = 0; i < fine.length; i++) {
      fine[i] -= around[i];
    }
    return fine;
  }

  /// Means over a square of `2 · reach + 1` points, from sums over rectangles from the corner.
  private static float[] means(float[] points, int reach) {
    double[] sums = new double[(EDGE + 1) * (EDGE + 1)];
    for (int y = 0; y < EDGE; y++) {
      double row = 0;
      for (int x = 0; x < EDGE; x++) {
        row += points[y * EDGE + x];
        sums[(y + 1) * (EDGE + 1) + x + 1] = sums[y * (EDGE + 1) + x + 1] + row;
      }
    }
    float[] means = new float[points.length];
    for (int y = 0; y < EDGE; y++) {
      int top = Math.max(0, y - reach) * (EDGE + 1);
      int bottom = Math.min(EDGE, y + reach + 1) * (EDGE + 1);
      for (int x = 0; x < EDGE; x++) {
        int left = Math.max(0, x - reach);
        int right = Math.min(EDGE, x + reach + 1);
        double sum =
            sums[bottom + right] - sums[bottom + left] - sums[top + right] + sums[top + left];
        means[y * EDGE + x] = (float) (sum * (EDGE + 1) / ((bottom - top) * (right - left)));
      }
    }
    return means;
  }
}
