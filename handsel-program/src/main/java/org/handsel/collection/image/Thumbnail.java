package org.handsel.collection.image;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.spi.IIORegistry;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Makes a small picture of a large one without holding the large one in memory: the reader skips
/// pixels while it reads, down to two to four times the wanted size, and the rest is smoothed.
final class Thumbnail {
  private static final long MEGAPIXEL = 1_000_000;
  private static final float QUALITY = 0.85f;

  private Thumbnail() {}

  /// None when a reader fails in whatever way; hostile headers end some readers with runtime
  /// exceptions, or with an allocation that no memory can hold.
  static Optional<byte[]> of(Path file, int maxPixels) {
    try {
      Optional<BufferedImage> image = upright(file, maxPixels);
      return image.isEmpty() ? Optional.empty() : Optional.of(jpeg(scaled(image.get(), maxPixels)));
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      return Optional.empty();
    }
  }

  /// The picture itself, upright, with two to four times as many pixels as wanted, or fewer where
  /// it has fewer.
  static Optional<BufferedImage> upright(Path file, int maxPixels) {
    try {
      Images.Seen seen = Images.seen(file);
      String type = seen.sound();
      if (type == null || isTooLarge(file, type, seen.shape())) {
        return Optional.empty();
      }
      return Optional.of(Orientation.of(file, type).turn(stored(file, type, maxPixels)));
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      return Optional.empty();
    }
  }

  /// The picture as it lies in the file, with so many pixels.
  static BufferedImage stored(Path file, String type, int maxPixels) throws IOException {
    return flat(read(file, type, maxPixels));
  }

  /// The same points in the colours of a screen, transparent parts white.
  static BufferedImage flat(BufferedImage image) {
    return drawn(image, image.getWidth(), image.getHeight());
  }

  /// All points of a picture as they lie in the file.
  static BufferedImage whole(Path file, String type) throws IOException {
    return read(file, type, Integer.MAX_VALUE / 2);
  }

  /// Part of a picture at its full size, as stored; the reader need not decode what lies below it.
  static BufferedImage part(Path file, String type, Rectangle part) throws IOException {
    ImageReader reader = reader(type);
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      reader.setInput(in, true, true);
      ImageReadParam param = reader.getDefaultReadParam();
      param.setSourceRegion(part);
      return flat(reader.read(0, param));
    } finally {
      reader.dispose();
    }
  }

  /// Whether decoding would need memory for the whole picture and the picture is a large one, or a
  /// small file claims a size that nobody scans.
  static boolean isTooLarge(Path file, String type, Shape shape) throws IOException {
    long pixels = (long) shape.width() * shape.height();
    return switch (type) {
      case "image/webp" -> pixels > 64 * MEGAPIXEL;
      // Six bytes of coefficients a pixel until the last scan is read.
      case "image/jpeg" ->
          pixels > 120 * MEGAPIXEL && (pixels > 400 * MEGAPIXEL || isProgressive(file));
      default -> pixels > 400 * MEGAPIXEL;
    };
  }

  private static boolean isProgressive(Path file) throws IOException {
    try (FileBytes in = FileBytes.unhashed(file)) {
      JpegWalk walk = new JpegWalk(in);
      walk.shape();
      return walk.progressive();
    }
  }

  private static BufferedImage read(Path file, String type, int maxPixels) throws IOException {
    ImageReader reader = reader(type);
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      reader.setInput(in, true, true);
      int longest = Math.max(reader.getWidth(0), reader.getHeight(0));
      int step = Math.max(1, longest / (2 * maxPixels));
      ImageReadParam param = reader.getDefaultReadParam();
      param.setSourceSubsampling(step, step, 0, 0);
      return reader.read(0, param);
    } finally {
      reader.dispose();
    }
  }

  /// Readers by name, not by what the class path happens to register first.
  private static ImageReader reader(String type) throws IOException {
    return switch (type) {
      case "image/jpeg" -> jpegReader();
      case "image/tiff" -> new TIFFImageReaderSpi().createReaderInstance(null);
      case "image/webp" -> new WebPImageReaderSpi().createReaderInstance(null);
      case "image/png", "image/gif" -> ImageIO.getImageReadersByMIMEType(type).next();
      default -> throw new IOException("no reader of " + type);
    };
  }

  /// This provider learns only by registration which reader of the platform it leans on.
  private static ImageReader jpegReader() throws IOException {
    JPEGImageReaderSpi provider =
        IIORegistry.getDefaultInstance().getServiceProviderByClass(JPEGImageReaderSpi.class);
    if (provider == null) {
      throw new IOException("the reader of JPEG is not registered");
    }
    return provider.createReaderInstance(null);
  }

  private static BufferedImage scaled(BufferedImage image, int maxPixels) {
    int longest = Math.max(image.getWidth(), image.getHeight());
    double factor = Math.min(1, maxPixels / (double) longest);
    int width = Math.max(1, (int) Math.round(image.getWidth() * factor));
    int height = Math.max(1, (int) Math.round(image.getHeight() * factor));
    BufferedImage flat = image;
    // Smoothing looks at four pixels only: halve until what is left is less than a half.
    while (flat.getWidth() >= 2 * width && flat.getHeight() >= 2 * height) {
      flat = drawn(flat, flat.getWidth() / 2, flat.getHeight() / 2);
    }
    return flat.getWidth() == width && flat.getHeight() == height
        ? flat
        : drawn(flat, width, height);
  }

  private static BufferedImage drawn(BufferedImage image, int width, int height) {
    BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = drawn.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(image, 0, 0, width, height, Color.WHITE, null);
    graphics.dispose();
    return drawn;
  }

  /// A copy with another width and height, drawn through a transform.
  static BufferedImage transformed(
      BufferedImage image, AffineTransform transform, int width, int height) {
    BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = drawn.createGraphics();
    graphics.drawImage(image, transform, null);
    graphics.dispose();
    return drawn;
  }

  private static byte[] jpeg(BufferedImage image) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(QUALITY);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
