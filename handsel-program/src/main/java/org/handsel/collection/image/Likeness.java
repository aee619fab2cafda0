package org.handsel.collection.image;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/// What a picture looks like, small enough to keep: 64 by 64 grey values of the whole picture,
/// turned upright and stretched to a square, and its proportions. Colour, size, compression and the
/// type of the file leave it almost the same. Immutable.
///
/// Sixty-four points across are what two photographs of one series need to be told apart; the 32 of
/// a pHash (Zauner, "Implementation and Benchmarking of Perceptual Image Hash Functions", 2010) and
/// the 8 or 9 of a dHash are not enough for written pages.
public final class Likeness {
  /// Points across and down.
  public static final int EDGE = 64;

  /// Bytes of [#bytes]: the points, and the proportions in two bytes.
  public static final int BYTES = EDGE * EDGE + 2;

  /// A grey value per point must differ from the mean by this much on average: a blank page or a
  /// black frame looks like every other.
  private static final double LEAST_CONTRAST = 1.5;

  private static final double PROPORTION_STEPS = 4000;

  private final byte[] bytes;

  private Likeness(byte[] bytes) {
    this.bytes = bytes;
  }

  /// Takes up what [#bytes] gave.
  public static Likeness of(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException(
          "expected %d bytes, found %d".formatted(BYTES, bytes.length));
    }
    return new Likeness(bytes.clone());
  }

  /// Of a picture that is upright; its means over the squares of the grid.
  static Likeness of(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    double[] sums = new double[EDGE * EDGE];
    double[] weights = new double[EDGE * EDGE];
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      image.getRGB(0, y, width, 1, row, 0, width);
      double top = (double) y * EDGE / height;
      double bottom = (double) (y + 1) * EDGE / height;
      for (int x = 0; x < width; x++) {
        double grey =
            0.299 * (row[x] >> 16 & 0xFF) + 0.587 * (row[x] >> 8 & 0xFF) + 0.114 * (row[x] & 0xFF);
        double left = (double) x * EDGE / width;
        spread(sums, weights, grey, left, (double) (x + 1) * EDGE / width, top, bottom);
      }
    }
    byte[] bytes = new byte[BYTES];
    for (int i = 0; i < sums.length; i++) {
      bytes[i] = (byte) Math.round(sums[i] / weights[i]);
    }
    int proportion =
        (int)
            Math.clamp(
                Math.round(32768 + PROPORTION_STEPS * Math.log((double) width / height)), 0, 65535);
    bytes[EDGE * EDGE] = (byte) (proportion >> 8);
    bytes[EDGE * EDGE + 1] = (byte) proportion;
    return new Likeness(bytes);
  }

  /// Shares a point's value among the squares that it covers.
  private static void spread(
      double[] sums,
      double[] weights,
      double grey,
      double left,
      double right,
      double top,
      double bottom) {
    for (int j = (int) top; j < Math.min(EDGE, bottom); j++) {
      double high = Math.min(bottom, j + 1) - Math.max(top, j);
      for (int i = (int) left; i < Math.min(EDGE, right); i++) {
        double share = high * (Math.min(right, i + 1) - Math.max(left, i));
        sums[j * EDGE + i] += grey * share;
        weights[j * EDGE + i] += share;
      }
    }
  }

  /// To keep it in a file.
  public byte[] bytes() {
    return bytes.clone();
  }

  /// Whether there is enough in the picture to tell it from others; a blank page has not.
  public boolean telling() {
    double mean = 0;
    for (int i = 0; i < EDGE * EDGE; i++) {
      mean += grey(i);
    }
    mean /= EDGE * EDGE;
    double differences = 0;
    for (int i = 0; i < EDGE * EDGE; i++) {
      differences += Math.abs(grey(i) - mean);
    }
    return differences / (EDGE * EDGE) >= LEAST_CONTRAST;
  }

  /// Width divided by height.
  double proportion() {
    int steps = (bytes[EDGE * EDGE] & 0xFF) << 8 | (bytes[EDGE * EDGE + 1] & 0xFF);
    return Math.exp((steps - 32768) / PROPORTION_STEPS);
  }

  float[] points() {
    float[] points = new float[EDGE * EDGE];
    for (int i = 0; i < points.length; i++) {
      points[i] = grey(i);
    }
    return points;
  }

  private int grey(int index) {
    return bytes[index] & 0xFF;
  }

  /// The picture after so many quarter turns to the right.
  Likeness turned(int quarters) {
    byte[] now = bytes;
    for (int turn = 0; turn < quarters; turn++) {
      byte[] next = now.clone();
      for (int y = 0; y < EDGE; y++) {
        for (int x = 0; x < EDGE; x++) {
          next[x * EDGE + EDGE - 1 - y] = now[y * EDGE + x];
        }
      }
      int steps = 65536 - ((now[EDGE * EDGE] & 0xFF) << 8 | (now[EDGE * EDGE + 1] & 0xFF));
      next[EDGE * EDGE] = (byte) (Math.min(65535, steps) >> 8);
      next[EDGE * EDGE + 1] = (byte) Math.min(65535, steps);
      now = next;
    }
    return new Likeness(now);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Likeness likeness && Arrays.equals(bytes, likeness.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}
