package org.handsel.collection.image;

import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;

/// What scanners and cameras make of a subject, sharp and soft, clean and grainy; and what becomes
/// of it when somebody makes it larger.
enum Originals {
  SHARP,
  /// Made smaller from a larger scan, as most files are.
  REDUCED,
  /// A lens that is not quite in focus, and the noise of the sensor on top.
  SOFT,
  /// A print that was soft itself, scanned with more pixels than it has detail.
  VERY_SOFT,
  /// Sharpened after scanning.
  SHARPENED,
  GREY,

  NEAREST,
  BILINEAR,
  BICUBIC,
  /// By area or by a filter of many points, as ImageMagick and browsers do.
  SMOOTH,
  /// Enlarged, then sharpened to hide it.
  BICUBIC_SHARPENED;

  boolean enlarged() {
    return compareTo(NEAREST) >= 0;
  }

  /// @param factor by which an enlarged one grew
  BufferedImage of(BufferedImage picture, double factor, Random random) {
    return switch (this) {
      case SHARP -> picture;
      case REDUCED -> scaled(picture, 1 / factor, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
      case SOFT -> grained(blurred(picture, 0.9), 2, random);
      case VERY_SOFT -> grained(blurred(picture, 1.6), 2, random);
      case SHARPENED -> sharpened(grained(blurred(picture, 0.7), 2, random));
      case GREY -> grey(picture);
      case NEAREST -> scaled(picture, factor, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
      case BILINEAR -> scaled(picture, factor, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      case BICUBIC -> scaled(picture, factor, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
      case SMOOTH -> {
        int width = (int) (picture.getWidth() * factor);
        int height = (int) (picture.getHeight() * factor);
        Image smooth = picture.getScaledInstance(width, height, Image.SCALE_SMOOTH);
        BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        drawn.createGraphics().drawImage(smooth, 0, 0, null);
        yield drawn;
      }
      case BICUBIC_SHARPENED ->
          sharpened(scaled(picture, factor, RenderingHints.VALUE_INTERPOLATION_BICUBIC));
    };
  }

  /// As a JPEG, or without loss.
  static byte[] file(BufferedImage picture, float quality) throws IOException {
    if (quality < 1) {
      return Variants.jpeg(picture, quality);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", out);
    return out.toByteArray();
  }

  private static BufferedImage scaled(BufferedImage picture, double factor, Object hint) {
    int width = (int) (picture.getWidth() * factor);
    int height = (int) (picture.getHeight() * factor);
    BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = scaled.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, hint);
    g.drawImage(picture, 0, 0, width, height, null);
    g.dispose();
    return scaled;
  }

  private static BufferedImage blurred(BufferedImage picture, double sigma) {
    int radius = (int) Math.ceil(3 * sigma);
    int size = 2 * radius + 1;
    float[] row = new float[size];
    float sum = 0;
    for (int i = 0; i < size; i++) {
      row[i] = (float) Math.exp(-(i - radius) * (i - radius) / (2 * sigma * sigma));
      sum += row[i];
    }
    for (int i = 0; i < size; i++) {
      row[i] /= sum;
    }
    BufferedImage across =
        new ConvolveOp(new Kernel(size, 1, row), ConvolveOp.EDGE_NO_OP, null).filter(picture, null);
    return new ConvolveOp(new Kernel(1, size, row), ConvolveOp.EDGE_NO_OP, null)
        .filter(across, null);
  }

  private static BufferedImage sharpened(BufferedImage picture) {
    float[] kernel = {0, -0.4f, 0, -0.4f, 2.6f, -0.4f, 0, -0.4f, 0};
    return new ConvolveOp(new Kernel(3, 3, kernel), ConvolveOp.EDGE_NO_OP, null)
        .filter(picture, null);
  }

  private static BufferedImage grained(BufferedImage picture, double deviation, Random random) {
    BufferedImage grained =
        new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        int rgb = picture.getRGB(x, y);
        int noise = (int) Math.round(random.nextGaussian() * deviation);
        int r = Math.clamp((rgb >> 16 & 0xFF) + noise, 0, 255);
        int g = Math.clamp((rgb >> 8 & 0xFF) + noise, 0, 255);
        int b = Math.clamp((rgb & 0xFF) + noise, 0, 255);
        grained.setRGB(x, y, r << 16 | g << 8 | b);
      }
    }
    return grained;
  }

  private static BufferedImage grey(BufferedImage picture) {
    BufferedImage grey =
        new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
    grey.createGraphics().drawImage(picture, 0, 0, null);
    return grey;
  }
}
