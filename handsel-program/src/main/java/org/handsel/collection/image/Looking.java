package org.handsel.collection.image;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;

/// Looks at a picture once at a middling size and once at a part of it at full size; where the
/// middling size is the full one, the picture is decoded once.
final class Looking {
  /// Points of the longer side at least, where the file has them: a page number shows, and decoding
  /// stays what costs.
  private static final int MIDDLING = 512;

  private static final int PART_WIDTH = 1024;
  private static final int PART_HEIGHT = 1024;
  private static final int STEPS = 8;

  private Looking() {}

  static Appearance at(Path file) {
    try {
      ImageFacts facts = Images.inspect(file);
      String type = facts.type();
      if (facts.defect() != null || type == null || Thumbnail.isTooLarge(file, facts)) {
        return Appearance.UNSEEN;
      }
      BufferedImage stored = Thumbnail.stored(file, type, MIDDLING);
      BufferedImage upright = Orientation.of(file, type).turn(every(stored, 2 * Likeness.EDGE));
      Likeness likeness = Likeness.of(upright);
      Greys view = Greys.of(stored);
      Rectangle part = busiest(view, facts.width(), facts.height());
      boolean full = view.width() == facts.width() && view.height() == facts.height();
      Sharpness sharpness =
          new Sharpness(full ? view.part(part) : Greys.of(Thumbnail.part(file, type, part)));
      return new Appearance(
          likeness.telling() ? likeness : null,
          new Quality(Ink.of(view), Ink.contrast(view), sharpness.detail()));
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      // Hostile headers end some readers with runtime exceptions, or with an allocation that no
      // memory can hold.
      return Appearance.UNSEEN;
    }
  }

  /// Every so manieth point, as a reader leaves points out when it reads for a small picture.
  private static BufferedImage every(BufferedImage image, int maxPixels) {
    int step = Math.max(1, Math.max(image.getWidth(), image.getHeight()) / (2 * maxPixels));
    if (step == 1) {
      return image;
    }
    int width = (image.getWidth() + step - 1) / step;
    int height = (image.getHeight() + step - 1) / step;
    BufferedImage some = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        some.setRGB(x, y, image.getRGB(x * step, y * step));
      }
    }
    return some;
  }

  /// Where neighbours differ most: detail shows where there is something to see.
  ///
  /// @param width of the picture at full size
  static Rectangle busiest(Greys view, int width, int height) {
    int partWidth = Math.min(width, PART_WIDTH);
    int partHeight = Math.min(height, PART_HEIGHT);
    Rectangle best = new Rectangle(0, 0, partWidth, partHeight);
    if (partWidth == width && partHeight == height) {
      return best;
    }
    double scale = (double) view.width() / width;
    double[] sums = differences(view).sums();
    double most = -1;
    for (int row = 0; row <= STEPS; row++) {
      for (int column = 0; column <= STEPS; column++) {
        int x = (int) ((long) (width - partWidth) * column / STEPS);
        int y = (int) ((long) (height - partHeight) * row / STEPS);
        double differences =
            Greys.sum(
                sums,
                view.width(),
                (int) (x * scale),
                (int) (y * scale),
                Math.min(view.width(), (int) ((x + partWidth) * scale)),
                Math.min(view.height(), (int) ((y + partHeight) * scale)));
        if (differences > most) {
          most = differences;
          best = new Rectangle(x, y, partWidth, partHeight);
        }
      }
    }
    return best;
  }

  private static Greys differences(Greys view) {
    int width = view.width();
    float[] values = new float[width * view.height()];
    for (int y = 0; y + 1 < view.height(); y++) {
      for (int x = 0; x + 1 < width; x++) {
        float here = view.at(x, y);
        values[y * width + x] =
            Math.abs(here - view.at(x + 1, y)) + Math.abs(here - view.at(x, y + 1));
      }
    }
    return new Greys(width, view.height(), values);
  }
}
