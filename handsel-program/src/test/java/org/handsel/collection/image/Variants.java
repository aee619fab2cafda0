package org.handsel.collection.image;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// What happens to a picture on its way through the hands of an institution and its visitors.
enum Variants {
  RESCALED,
  RECOMPRESSED,
  CROPPED,
  GREY,
  TURNED_BY_EXIF,
  TURNED,
  NEGATIVE,
  RESCALED_AND_CROPPED;

  /// The picture as the file of a JPEG, or of a PNG where nothing is lost.
  byte[] of(BufferedImage picture, Random random) throws IOException {
    return switch (this) {
      case RESCALED -> jpeg(scaled(picture, 0.25 + random.nextDouble() * 0.7), 0.85f);
      case RECOMPRESSED -> jpeg(picture, 0.15f + random.nextFloat() * 0.5f);
      case CROPPED -> jpeg(cropped(picture, random), 0.85f);
      case GREY -> jpeg(grey(picture), 0.8f);
      case TURNED_BY_EXIF -> {
        // Stored lying on its side, with a note that says so: 6 is "turn right to see it".
        byte[] lying = jpeg(turned(picture, 3), 0.85f);
        yield SamplePictures.withExif(lying, 6, new byte[8]);
      }
      case TURNED -> jpeg(turned(picture, 1 + random.nextInt(3)), 0.85f);
      case NEGATIVE -> jpeg(negative(picture), 0.85f);
      case RESCALED_AND_CROPPED ->
          jpeg(grey(cropped(scaled(picture, 0.3 + random.nextDouble() * 0.5), random)), 0.5f);
    };
  }

  /// Up to a fifth of width and of height goes, from either side.
  private static BufferedImage cropped(BufferedImage picture, Random random) {
    int width = (int) (picture.getWidth() * (0.8 + 0.17 * random.nextDouble()));
    int height = (int) (picture.getHeight() * (0.8 + 0.17 * random.nextDouble()));
    int x = random.nextInt(picture.getWidth() - width + 1);
    int y = random.nextInt(picture.getHeight() - height + 1);
    BufferedImage part = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    part.createGraphics().drawImage(picture, -x, -y, null);
    return part;
  }

  private static BufferedImage scaled(BufferedImage picture, double factor) {
    int width = (int) Math.round(picture.getWidth() * factor);
    int height = (int) Math.round(picture.getHeight() * factor);
    BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = scaled.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    g.drawImage(picture, 0, 0, width, height, null);
    g.dispose();
    return scaled;
  }

  private static BufferedImage grey(BufferedImage picture) {
    BufferedImage grey =
        new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
    grey.createGraphics().drawImage(picture, 0, 0, null);
    BufferedImage rgb =
        new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
    rgb.createGraphics().drawImage(grey, 0, 0, null);
    return rgb;
  }

  private static BufferedImage negative(BufferedImage picture) {
    BufferedImage negative =
        new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        negative.setRGB(x, y, ~picture.getRGB(x, y) & 0xFFFFFF);
      }
    }
    return negative;
  }

  /// By quarter turns to the right.
  static BufferedImage turned(BufferedImage picture, int quarters) {
    int w = picture.getWidth();
    int h = picture.getHeight();
    AffineTransform turn =
        switch (quarters) {
          case 1 -> new AffineTransform(0, 1, -1, 0, h, 0);
          case 2 -> new AffineTransform(-1, 0, 0, -1, w, h);
          default -> new AffineTransform(0, -1, 1, 0, 0, w);
        };
    boolean across = quarters != 2;
    BufferedImage turned =
        new BufferedImage(across ? h : w, across ? w : h, BufferedImage.TYPE_INT_RGB);
    turned.createGraphics().drawImage(picture, turn, null);
    return turned;
  }

  static byte[] jpeg(BufferedImage picture, float quality) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(quality);
      writer.setOutput(stream);
      writer.write(null, new IIOImage(picture, null, null), param);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }
}
