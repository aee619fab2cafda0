package org.handsel.collection.image;

/// Whether every second step from point to point is another than those between: what is left of a
/// rhythm in a picture that was enlarged exactly twice and saved as a JPEG.
///
/// The blocks of a JPEG beat at every eighth point, which every second step falls together with.
/// Steps are therefore taken apart by their place among eight, wherever the blocks begin, and the
/// rhythm must be there whichever of the eight is left out.
final class Doubled {
  private static final int BLOCK = 8;

  private Doubled() {}

  /// How much more differs at every second step than between, as a share of the mean step, in the
  /// direction that has less of it; 0 where the rhythm breaks.
  ///
  /// @param turned the same with its rows as columns
  static double depth(Greys part, Greys turned) {
    return Math.min(depth(steps(part)), depth(steps(turned)));
  }

  /// Mean step at each place among eight, along the rows.
  private static double[] steps(Greys part) {
    double[] sums = new double[BLOCK];
    long[] counts = new long[BLOCK];
    for (int line = 0; line < part.height(); line++) {
      float before = part.at(0, line);
      for (int i = 1; i < part.width(); i++) {
        float here = part.at(i, line);
        sums[i % BLOCK] += Math.abs(here - before);
        counts[i % BLOCK]++;
        before = here;
      }
    }
    for (int i = 0; i < BLOCK; i++) {
      sums[i] /= Math.max(1, counts[i]);
    }
    return sums;
  }

  static double depth(double[] steps) {
    double least = Double.MAX_VALUE;
    double sign = 0;
    for (int out = 0; out < BLOCK; out++) {
      double[] sums = new double[2];
      int[] counts = new int[2];
      for (int i = 0; i < BLOCK; i++) {
        if (i != out) {
          sums[i % 2] += steps[i];
          counts[i % 2]++;
        }
      }
      double even = sums[0] / counts[0];
      double odd = sums[1] / counts[1];
      double depth = (odd - even) / (odd + even + 1e-9);
      if (sign != 0 && Math.signum(depth) != sign) {
        return 0;
      }
      sign = Math.signum(depth);
      least = Math.min(least, Math.abs(depth));
    }
    return least;
  }
}
