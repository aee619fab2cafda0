package org.handsel.collection.image;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/// Looks at a picture at a middling size and at a part of it at full size. Where memory allows it
/// is decoded once for both.
final class Looking {
  /// Points of the longer side at least, where the file has them: a page number shows, and decoding
  /// stays what costs.
  private static final int MIDDLING = 512;

  private static final int PART_WIDTH = 1024;
  private static final int PART_HEIGHT = 1024;
  private static final int STEPS = 8;

  /// Points of a picture that is kept in memory as a whole: some 36 MB for each thread.
  private static final long MOST_KEPT = 12_000_000;

  private static final Set<String> ONCE = Set.of("image/jpeg", "image/png");

  private Looking() {}

  static Appearance at(Path file) {
    try {
      Images.Seen seen = Images.seen(file);
      String type = seen.sound();
      if (type == null || Thumbnail.isTooLarge(file, type, seen.shape())) {
        return Appearance.UNSEEN;
      }
      return at(file, type, seen.shape());
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      // Hostile headers end some readers with runtime exceptions, or with an allocation that no
      // memory can hold.
      return Appearance.UNSEEN;
    }
  }

  private static Appearance at(Path file, String type, Shape shape) throws IOException {
    BufferedImage whole = fits(type, shape) ? Thumbnail.whole(file, type) : null;
    BufferedImage stored =
        whole == null
            ? Thumbnail.stored(file, type, MIDDLING)
            : Thumbnail.flat(every(whole, MIDDLING));
    BufferedImage upright = Orientation.of(file, type).turn(every(stored, 2 * Likeness.EDGE));
    Likeness likeness = Likeness.of(upright);
    Greys view = Greys.of(stored);
    Rectangle part = busiest(view, shape.width(), shape.height());
    boolean full = view.width() == shape.width() && view.height() == shape.height();
    Sharpness sharpness =
        new Sharpness(
            full
                ? view.part(part)
                : Greys.of(
                    whole == null
                        ? Thumbnail.part(file, type, part)
                        : Thumbnail.flat(
                            whole.getSubimage(part.x, part.y, part.width, part.height))));
    return new Appearance(
        likeness.telling() ? likeness : null,
        new Quality(Ink.of(view), Ink.contrast(view), sharpness.detail()));
  }

  /// Whether a picture is decoded once and kept while it is looked at. The readers of these types
  /// decode every point anyway, and leave out afterwards what nobody wants.
  private static boolean fits(String type, Shape shape) {
    return ONCE.contains(type) && (long) shape.width() * shape.height() <= MOST_KEPT;
  }

  /// Every so manieth point, as a reader leaves points out when it reads for a small picture.
  static BufferedImage every(BufferedImage image, int maxPixels) {
    int step = Math.max(1, Math.max(image.getWidth(), image.getHeight()) / (2 * maxPixels));
    if (step == 1) {
      return image;
    }
    int width = (image.getWidth() + step - 1) / step;
    int height = (image.getHeight() + step - 1) / step;
    WritableRaster all = image.getRaster();
    WritableRaster some = all.createCompatibleWritableRaster(width, height);
    int[] row = null;
    int bands = all.getNumBands();
    int[] few = new int[width * bands];
    for (int y = 0; y < height; y++) {
      row = all.getPixels(all.getMinX(), all.getMinY() + y * step, all.getWidth(), 1, row);
      for (int x = 0; x < width; x++) {
        for (int band = 0; band < bands; band++) {
          few[x * bands + band] = row[x * step * bands + band];
        }
      }
      some.setPixels(0, y, width, 1, few);
    }
    return new BufferedImage(image.getColorModel(), some, image.isAlphaPremultiplied(), null);
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
