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
    int[] points = Points.of(image);
    double[] greys = new double[width];
    Squares across = new Squares(width);
    Squares down = new Squares(height);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int point = points[y * width + x];
        greys[x] =
            0.299 * (point >> 16 & 0xFF) + 0.587 * (point >> 8 & 0xFF) + 0.114 * (point & 0xFF);
      }
      for (int j = 0; j < down.count(y); j++) {
        across.spread(greys, down.share(y, j), (down.first[y] + j) * EDGE, sums, weights);
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

  /// Which of the 64 squares of a direction each of its points covers, and how much of each.
  private static final class Squares {
    private final int[] first;

    /// Where the shares of a point begin; they end where those of the next begin.
    private final int[] starts;

    private double[] shares;

    Squares(int points) {
      first = new int[points];
      starts = new int[points + 1];
      shares = new double[2 * points + EDGE];
      int count = 0;
      for (int point = 0; point < points; point++) {
        double from = (double) point * EDGE / points;
        double to = (double) (point + 1) * EDGE / points;
        first[point] = (int) from;
        for (int i = (int) from; i < Math.min(EDGE, to); i++) {
          if (count == shares.length) {
            shares = Arrays.copyOf(shares, 2 * count);
          }
          shares[count++] = Math.min(to, i + 1) - Math.max(from, i);
        }
        starts[point + 1] = count;
      }
    }

    int count(int point) {
      return starts[point + 1] - starts[point];
    }

    double share(int point, int number) {
      return shares[starts[point] + number];
    }

    /// Adds a row of points to the squares of a row, by the part of the row that lies in them.
    void spread(double[] greys, double high, int row, double[] sums, double[] weights) {
      for (int x = 0; x < greys.length; x++) {
        int square = row + first[x];
        for (int i = starts[x]; i < starts[x + 1]; i++, square++) {
          double share = high * shares[i];
          sums[square] += greys[x] * share;
          weights[square] += share;
        }
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
