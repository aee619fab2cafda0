package org.handsel.collection.image;

/// Power spectra of rows of numbers (Cooley and Tukey, radix 2).
final class Fourier {
  /// What the window leaves of an amplitude.
  static final double GAIN = 0.42;

  private final int size;
  private final double[] cosines;
  private final double[] sines;
  private final double[] window;
  private final double[] real;
  private final double[] imaginary;

  /// @param size of the rows, a power of two
  Fourier(int size) {
    this.size = size;
    cosines = new double[size / 2];
    sines = new double[size / 2];
    window = new double[size];
    real = new double[size];
    imaginary = new double[size];
    for (int i = 0; i < size / 2; i++) {
      cosines[i] = Math.cos(2 * Math.PI * i / size);
      sines[i] = Math.sin(2 * Math.PI * i / size);
    }
    for (int i = 0; i < size; i++) {
      // Blackman's: what is strong in the coarse must not leak into the fine, a million times
      // weaker.
      double turn = 2 * Math.PI * i / (size - 1);
      window[i] = 0.42 - 0.5 * Math.cos(turn) + 0.08 * Math.cos(2 * turn);
    }
  }

  /// Adds the power at 0 to half the size of a row to sums; its mean counts as nothing.
  void add(double[] row, double[] sums) {
    double mean = 0;
    for (double value : row) {
      mean += value / size;
    }
    for (int i = 0; i < size; i++) {
      real[i] = (row[i] - mean) * window[i];
      imaginary[i] = 0;
    }
    transform();
    for (int i = 0; i < sums.length; i++) {
      sums[i] += real[i] * real[i] + imaginary[i] * imaginary[i];
    }
  }

  private void transform() {
    for (int i = 1, j = 0; i < size; i++) {
      int bit = size >> 1;
      for (; (j & bit) != 0; bit >>= 1) {
        j ^= bit;
      }
      j ^= bit;
      if (i < j) {
        double kept = real[i];
        real[i] = real[j];
        real[j] = kept;
      }
    }
    for (int length = 2; length <= size; length <<= 1) {
      int step = size / length;
      for (int start = 0; start < size; start += length) {
        for (int k = 0; k < length / 2; k++) {
          int one = start + k;
          int other = one + length / 2;
          double c = cosines[k * step];
          double s = -sines[k * step];
          double r = real[other] * c - imaginary[other] * s;
          double i = real[other] * s + imaginary[other] * c;
          real[other] = real[one] - r;
          imaginary[other] = imaginary[one] - i;
          real[one] += r;
          imaginary[one] += i;
        }
      }
    }
  }
}
