package org.handsel.collection.image;

import java.util.ArrayList;
import java.util.List;

/// Hashes of a picture and of parts of it, so that a picture whose edges were cut off meets the
/// whole one: the hash of what is left equals that of the same part of the whole.
///
/// A hash is that of pHash (Zauner 2010, chapter 3): the 64 lowest coefficients of a discrete
/// cosine transform without the constant one, each a bit that says whether it is above their
/// median. The bits are in the order of their frequency, so that the first sixteen, which a
/// slightly shifted window changes least, stand together.
final class Windows {
  /// A part of a picture, in shares of its width and height.
  record Window(double left, double right, double top, double bottom) {}

  private static final int SIDE = 32;
  private static final int FREQUENCIES = 11;
  private static final int BITS = 64;
  private static final int PART = 16;
  private static final int DOUBTS = 4;

  /// Where windows begin and end, in pairs: few for what is kept, more for what is looked for.
  private static final double[][] FEW = {{0, 1}, {0, 0.87}, {0.13, 1}};

  private static final double[][] MANY = {
    {0, 1},
    {0, 0.87},
    {0.13, 1},
    {0.07, 0.93},
    {0, 0.93},
    {0.07, 1},
    {0.04, 0.96},
    {0.1, 0.97},
    {0.03, 0.9}
  };

  static final List<Window> KEPT = windows(FEW);
  static final List<Window> ASKED = windows(MANY);

  private static final float[][] FEW_WEIGHTS = weights(FEW);
  private static final float[][] MANY_WEIGHTS = weights(MANY);
  private static final int[][] ORDER = order();

  private Windows() {}

  private static List<Window> windows(double[][] spans) {
    List<Window> windows = new ArrayList<>();
    for (double[] across : spans) {
      for (double[] down : spans) {
        windows.add(new Window(across[0], across[1], down[0], down[1]));
      }
    }
    return List.copyOf(windows);
  }

  /// What each of the 64 points weighs in each frequency of each span: the cosines at 32 places of
  /// a span, shared among the points on either side of a place.
  private static float[][] weights(double[][] spans) {
    float[][] weights = new float[Likeness.EDGE][spans.length * FREQUENCIES];
    for (int span = 0; span < spans.length; span++) {
      double from = spans[span][0];
      double to = spans[span][1];
      for (int i = 0; i < SIDE; i++) {
        double at = from + (to - from) * (i + 0.5) / SIDE;
        double point = Math.clamp(at * Likeness.EDGE - 0.5, 0, Likeness.EDGE - 1);
        int before = (int) point;
        float share = (float) (point - before);
        for (int f = 0; f < FREQUENCIES; f++) {
          float cosine = (float) Math.cos(Math.PI * f * (2 * i + 1) / (2.0 * SIDE));
          int column = span * FREQUENCIES + f;
          weights[before][column] += cosine * (1 - share);
          weights[Math.min(before + 1, Likeness.EDGE - 1)][column] += cosine * share;
        }
      }
    }
    return weights;
  }

  /// Pairs of frequencies, the lowest first.
  private static int[][] order() {
    List<int[]> pairs = new ArrayList<>();
    for (int sum = 1; pairs.size() < BITS; sum++) {
      for (int u = 0; u <= sum && pairs.size() < BITS; u++) {
        if (u < FREQUENCIES && sum - u < FREQUENCIES) {
          pairs.add(new int[] {u, sum - u});
        }
      }
    }
    return pairs.toArray(int[][]::new);
  }

  /// The hashes of [#KEPT], with their doubts.
  static List<Hash> kept(Likeness likeness) {
    return hashes(likeness, FEW_WEIGHTS, FEW.length);
  }

  /// The hashes of [#ASKED], with their doubts.
  static List<Hash> asked(Likeness likeness) {
    return hashes(likeness, MANY_WEIGHTS, MANY.length);
  }

  /// Rows are transformed once for all windows that begin and end at the same columns, columns for
  /// all that begin and end at the same rows.
  private static List<Hash> hashes(Likeness likeness, float[][] weights, int spans) {
    float[] points = likeness.points();
    int all = spans * FREQUENCIES;
    float[][] across = new float[Likeness.EDGE][all];
    for (int y = 0; y < Likeness.EDGE; y++) {
      for (int x = 0; x < Likeness.EDGE; x++) {
        add(points[y * Likeness.EDGE + x], weights[x], across[y]);
      }
    }
    List<Hash> hashes = new ArrayList<>(spans * spans);
    float[][] both = new float[FREQUENCIES][];
    float[] values = new float[BITS];
    for (int span = 0; span < spans; span++) {
      for (int u = 0; u < FREQUENCIES; u++) {
        both[u] = new float[all];
        for (int y = 0; y < Likeness.EDGE; y++) {
          add(across[y][span * FREQUENCIES + u], weights[y], both[u]);
        }
      }
      for (int down = 0; down < spans; down++) {
        for (int i = 0; i < BITS; i++) {
          values[i] = both[ORDER[i][0]][down * FREQUENCIES + ORDER[i][1]];
        }
        hashes.add(hash(values));
      }
    }
    return hashes;
  }

  /// So simple that the compiler takes several at a time.
  private static void add(float times, float[] weights, float[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += times * weights[i];
    }
  }

  /// A hash and how sure it is.
  ///
  /// @param doubtful for each part of 16 bits those that lie next to the median: what would come
  ///   out otherwise first when the window moves a little (multi-probing: Lv, Josephson, Wang,
  ///   Charikar, Li, "Multi-Probe LSH", 2007)
  record Hash(long bits, int[] doubtful) {}

  /// The mean of the two in the middle; sorts no more than that takes (Hoare, "Algorithm 65: find",
  /// 1961).
  private static float median(float[] values) {
    int middle = BITS / 2 - 1;
    int from = 0;
    int to = BITS - 1;
    while (from < to) {
      float pivot = values[(from + to) >>> 1];
      int left = from;
      int right = to;
      while (left <= right) {
        while (values[left] < pivot) {
          left++;
        }
        while (values[right] > pivot) {
          right--;
        }
        if (left <= right) {
          float kept = values[left];
          values[left++] = values[right];
          values[right--] = kept;
        }
      }
      if (middle <= right) {
        to = right;
      } else if (middle >= left) {
        from = left;
      } else {
        break;
      }
    }
    float next = values[middle + 1];
    for (int i = middle + 2; i < BITS; i++) {
      next = Math.min(next, values[i]);
    }
    return (values[middle] + next) / 2;
  }

  private static Hash hash(float[] values) {
    float median = median(values.clone());
    long bits = 0;
    for (int i = 0; i < BITS; i++) {
      bits |= values[i] > median ? 1L << i : 0;
    }
    int[] doubtful = new int[BITS / PART];
    for (int part = 0; part < doubtful.length; part++) {
      for (int n = 0; n < DOUBTS; n++) {
        int nearest = -1;
        for (int i = 0; i < PART; i++) {
          float far = Math.abs(values[part * PART + i] - median);
          if ((doubtful[part] >> i & 1) == 0
              && (nearest < 0 || far < Math.abs(values[part * PART + nearest] - median))) {
            nearest = i;
          }
        }
        doubtful[part] |= 1 << nearest;
      }
    }
    return new Hash(bits, doubtful);
  }
}
