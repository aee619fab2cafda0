package org.handsel.collection.image;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;

/// Grey values of a picture, 0 to 255.
record Greys(int width, int height, float[] values) {
  static Greys of(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] points = Points.of(image);
    float[] values = new float[points.length];
    for (int i = 0; i < points.length; i++) {
      int point = points[i];
      values[i] =
          0.299f * (point >> 16 & 0xFF) + 0.587f * (point >> 8 & 0xFF) + 0.114f * (point & 0xFF);
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

  /// Rows as columns, for whoever looks along columns often.
  Greys transposed() {
    float[] turned = new float[values.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        turned[x * height + y] = values[y * width + x];
      }
    }
    return new Greys(height, width, turned);
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
      int row = y / by * w;
      for (int x = 0; x < w; x++) {
        for (int i = 0; i < by; i++) {
          means[row + x] += values[y * width + x * by + i];
        }
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
