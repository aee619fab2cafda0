package org.handsel.collection.image;

import java.util.Arrays;

/// Whether a picture carries as much detail as it has points, or was enlarged from a smaller one.
///
/// Enlarging adds points and no detail: beyond the finest the smaller picture could hold, the power
/// spectrum of rows and columns falls away to next to nothing, and what is interpolated repeats the
/// rhythm of the smaller grid in the second differences (Gallagher, "Detection of Linear and Cubic
/// Interpolation in JPEG Compressed Images", 2005). Rhythms of eight points are those of JPEG.
final class Sharpness {
  private static final int ROW = 256;
  private static final int HALF = ROW / 2;
  private static final int GRID = ROW / 8;

  /// Chosen on pictures made up from seeds 500 and 501; what natural pictures share by chance stays
  /// below 6.
  private static final double LEAST_STRENGTH = 9;

  /// The finest detail of a sharp picture is a tenth of the coarse, of one that was made smaller by
  /// a good filter a fiftieth.
  private static final double MOST_FINE = -1.75;

  private static final double LEAST_DEPTH = 0.3;

  /// Of every second step. What is left by chance, or by the blocks of a JPEG of quality 80, stays
  /// below 0.04, of quality 70 below 0.085 (seeds 500 to 503).
  private static final double LEAST_DOUBLED = 0.12;

  /// In grey values: a picture in which neighbours hardly differ says nothing.
  private static final double LEAST_STEPS = 0.15;

  private final double[][] power = new double[2][HALF + 1];
  private final double[][] steps = new double[2][HALF + 1];
  private final double[][] bends = new double[2][HALF + 1];
  private final double[] means = new double[2];
  private final int[] segments = new int[2];
  private final boolean enough;
  private final double doubled;

  /// @param part of a picture at full size
  Sharpness(Greys part) {
    enough = part.width() >= ROW && part.height() >= ROW;
    if (enough) {
      Fourier fourier = new Fourier(ROW);
      Greys turned = part.transposed();
      along(part, fourier, 0);
      along(turned, fourier, 1);
      doubled = Doubled.depth(part, turned);
    } else {
      doubled = 0;
    }
  }

  /// Takes up the power spectrum of the rows, and the rhythms in which neighbours differ and lines
  /// bend along them.
  private void along(Greys part, Fourier fourier, int direction) {
    int lines = part.height();
    double[] row = new double[ROW];
    double[] step = new double[ROW];
    double[] bend = new double[ROW];
    for (int start = 0; start + ROW <= part.width(); start += ROW) {
      Arrays.fill(step, 0);
      Arrays.fill(bend, 0);
      for (int line = 0; line < lines; line++) {
        for (int i = 0; i < ROW; i++) {
          row[i] = part.at(start + i, line);
        }
        if (line % 2 == 0) {
          fourier.add(row, power[direction]);
        }
        for (int i = 1; i < ROW - 1; i++) {
          step[i] += Math.abs(row[i] - row[i - 1]);
          bend[i] += Math.abs(2 * row[i] - row[i - 1] - row[i + 1]);
        }
      }
      for (double[] one : new double[][] {step, bend}) {
        one[0] = one[1];
        one[ROW - 1] = one[ROW - 2];
      }
      for (double one : step) {
        means[direction] += one / (ROW * (double) lines);
      }
      segments[direction]++;
      fourier.add(scaled(step, lines), steps[direction]);
      fourier.add(scaled(bend, lines), bends[direction]);
    }
    means[direction] /= segments[direction];
  }

  private static double[] scaled(double[] sums, int lines) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] /= lines;
    }
    return sums;
  }

  /// How much less the finest detail is than the coarse, as a power of ten, in the direction that
  /// has more of it.
  private double fine() {
    double most = -9;
    for (double[] p : power) {
      most = Math.max(most, Math.log10(band(p, 0.40, 0.49) / band(p, 0.06, 0.14)));
    }
    return most;
  }

  private static double band(double[] power, double from, double to) {
    double sum = 1e-9;
    for (int i = (int) Math.ceil(from * ROW); i <= to * ROW; i++) {
      sum += power[i];
    }
    return sum / ((to - from) * ROW);
  }

  /// A rhythm that rows and columns share.
  ///
  /// @param strength against its surroundings, in the direction where it is weaker
  /// @param depth how much more differs at its beats than between them: 1 and more where some
  ///   points only repeat their neighbours
  private record Rhythm(double strength, double depth) {}

  private Rhythm rhythm(double[][] both) {
    double most = 0;
    int beat = 0;
    for (int i = ROW / 5; i <= HALF; i++) {
      double strength = Math.min(strength(both[0], i), strength(both[1], i));
      if (strength > most) {
        most = strength;
        beat = i;
      }
    }
    return new Rhythm(most, Math.min(depth(0, beat), depth(1, beat)));
  }

  /// Amplitude of the steps at a beat against their mean.
  private double depth(int direction, int beat) {
    double power = steps[direction][beat];
    for (int i = Math.max(1, beat - 1); i <= Math.min(HALF, beat + 1); i++) {
      power = Math.max(power, steps[direction][i]);
    }
    double amplitude = Math.sqrt(power / segments[direction]) / (ROW * Fourier.GAIN);
    return (beat >= HALF - 1 ? 1 : 2) * amplitude / (means[direction] + 1e-9);
  }

  private static double strength(double[] p, int at) {
    double here = at == HALF ? p[HALF] : (p[at - 1] + p[at] + p[at + 1]) / 3;
    double usual = median(p, at) + 1e-6;
    int off = at % GRID;
    if (Math.min(off, GRID - off) <= 2) {
      // The blocks of a JPEG beat eight times; whoever beats two or four times beats stronger.
      int beat = (at + GRID / 2) / GRID;
      if (beat != 2 && beat != 4) {
        return 0;
      }
      usual = Math.max(usual, Math.max(p[GRID], p[3 * GRID]));
      if (beat == 4) {
        here = p[HALF];
      } else {
        here = p[2 * GRID];
      }
    }
    return here / usual;
  }

  private static double median(double[] p, int at) {
    double[] near = Arrays.copyOfRange(p, Math.max(4, at - 14), Math.min(p.length, at + 15));
    Arrays.sort(near);
    return near[near.length / 2];
  }

  Quality.Detail detail() {
    if (!enough || Math.min(means[0], means[1]) < LEAST_STEPS) {
      return Quality.Detail.UNKNOWN;
    }
    Rhythm step = rhythm(steps);
    Rhythm bend = rhythm(bends);
    boolean beats = Math.max(step.strength(), bend.strength()) >= LEAST_STRENGTH;
    boolean coarse = fine() <= MOST_FINE;
    boolean repeats = step.strength() >= LEAST_STRENGTH && step.depth() >= LEAST_DEPTH;
    boolean twice = doubled >= LEAST_DOUBLED;
    return (beats && coarse) || repeats || twice ? Quality.Detail.ENLARGED : Quality.Detail.FULL;
  }
}
