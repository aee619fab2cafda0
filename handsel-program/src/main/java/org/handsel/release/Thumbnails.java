package org.handsel.release;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/// Makes the small pictures of a report, named by checksum, so that they are made once.
final class Thumbnails {
  private static final int EDGE = 360;

  private final Path folder;
  private final Path files;

  Thumbnails(Path folder, Path files) {
    this.folder = folder;
    this.files = files;
  }

  /// The picture's name; empty when none can be made, as for a damaged file.
  Optional<String> of(PlanEntry entry) {
    if (entry.sha1().isEmpty()) {
      return Optional.empty();
    }
    String name = entry.sha1() + ".jpg";
    Path thumbnail = folder.resolve(name);
    if (Files.exists(thumbnail)) {
      return Optional.of(name);
    }
    try {
      Optional<BufferedImage> small = small(files.resolve(entry.file()));
      if (small.isEmpty()) {
        return Optional.empty();
      }
      Files.createDirectories(folder);
      Path part = folder.resolve(name + ".part");
      boolean written = ImageIO.write(small.get(), "jpg", part.toFile());
      if (written) {
        Files.move(part, thumbnail);
      }
      return written ? Optional.of(name) : Optional.empty();
    } catch (IOException | RuntimeException e) {
      // A report without one picture is better than none; the checks say what is wrong with it.
      return Optional.empty();
    }
  }

  private static Optional<BufferedImage> small(Path file) throws IOException {
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      Iterator<ImageReader> readers = in == null ? null : ImageIO.getImageReaders(in);
      if (readers == null || !readers.hasNext()) {
        return Optional.empty();
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        int longest = Math.max(reader.getWidth(0), reader.getHeight(0));
        ImageReadParam how = reader.getDefaultReadParam();
        // Every n-th point is read, so that a large scan does not fill the memory.
        int step = Math.max(1, longest / (EDGE * 2));
        how.setSourceSubsampling(step, step, 0, 0);
        return Optional.of(scaled(reader.read(0, how)));
      } finally {
        reader.dispose();
      }
    }
  }

  private static BufferedImage scaled(BufferedImage image) {
    double scale = Math.min(1, EDGE / (double) Math.max(image.getWidth(), image.getHeight()));
    int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
    BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = small.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(image, 0, 0, width, height, Color.WHITE, null);
    graphics.dispose();
    return small;
  }
}
