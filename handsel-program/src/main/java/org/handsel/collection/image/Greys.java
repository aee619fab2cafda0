package org.handsel.collection.image;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;

/// Grey values of a picture, 0 to 255.
record Greys(int width, int height, float[] values) {
  static Greys of(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    float[] values = new float[width * height];
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      image.getRGB(0, y, width, 1, row, 0, width);
      for (int x = 0; x < width; x++) {
        values[y * width + x] =
            0.299f * (row[x] >> 16 & 0xFF)
                + 0.587f * (row[x] >> 8 & 0xFF)
                + 0.114f * (row[x] & 0xFF);
      }
    }
    return new Greys(width, height, values);
  }

  /// What lies in a rectangle.
  Greys part(Rectangle part) {
    if (part.width == width && part.height == height) {
      return this;
    }
    float[] some = new float[part.width * part.height];
    for (int y = 0; y < part.height; y++) {
      System.arraycopy(values, (part.y + y) * width + part.x, some, y * part.width, part.width);
    }
    return new Greys(part.width, part.height, some);
  }

  float at(int x, int y) {
    return values[y * width + x];
  }

  /// Means of squares of so many points; what is left at the edges goes.
  Greys reduced(int by) {
    if (by <= 1) {
      return this;
    }
    int w = width / by;
    int h = height / by;
    float[] means = new float[w * h];
    for (int y = 0; y < h * by; y++) {
      for (int x = 0; x < w * by; x++) {
        means[y / by * w + x / by] += at(x, y);
      }
    }
    for (int i = 0; i < means.length; i++) {
      means[i] /= by * by;
    }
    return new Greys(w, h, means);
  }

  /// Sums of everything above and to the left, for means of any rectangle: (width + 1) by (height +
  /// 1) numbers.
  double[] sums() {
    double[] sums = new double[(width + 1) * (height + 1)];
    for (int y = 0; y < height; y++) {
      double row = 0;
      for (int x = 0; x < width; x++) {
        row += at(x, y);
        sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1] + row;
      }
    }
    return sums;
  }

  /// What lies in a rectangle, by [#sums] of a picture of this width.
  static double sum(double[] sums, int width, int left, int top, int right, int bottom) {
    int row = width + 1;
    return sums[bottom * row + right]
        - sums[top * row + right]
        - sums[bottom * row + left]
        + sums[top * row + left];
  }
}
