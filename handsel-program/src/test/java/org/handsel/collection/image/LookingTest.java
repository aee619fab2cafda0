package org.handsel.collection.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A picture that is decoded once is seen as by readers that leave points out by themselves.
class LookingTest {
  @TempDir Path folder;

  @ParameterizedTest(name = "{0}, {1}")
  @CsvSource({
    "jpeg, rgb",
    "jpeg, grey",
    "jpeg, progressive",
    "jpeg, inks",
    "png, rgb",
    "png, grey",
    "png, transparent",
    "png, palette",
    "png, interlaced"
  })
  void decodedOnceIsSeenAsInParts(String format, String kind) throws IOException {
    String type = "image/" + format;
    Path file =
        Files.write(
            folder.resolve("file"),
            kind.equals("inks") ? SamplePictures.cmykJpeg() : written(format, kind));
    BufferedImage whole = Thumbnail.whole(file, type);
    int size = whole.getWidth();

    for (int most : new int[] {size / 4, size / 6, size / 10}) {
      assertThat(points(Thumbnail.flat(Looking.every(whole, most))))
          .isEqualTo(points(Thumbnail.stored(file, type, most)));
    }
    Rectangle part = new Rectangle(size / 3, size / 5, size / 2, size / 2);
    assertThat(points(Thumbnail.flat(whole.getSubimage(part.x, part.y, part.width, part.height))))
        .isEqualTo(points(Thumbnail.part(file, type, part)));
  }

  private static int[] points(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  private static byte[] written(String format, String kind) throws IOException {
    BufferedImage picture = MadeUpPictures.picture(MadeUpPictures.Kind.VIEW, 3, 1);
    BufferedImage image =
        new BufferedImage(
            picture.getWidth(),
            picture.getHeight(),
            switch (kind) {
              case "grey" -> BufferedImage.TYPE_BYTE_GRAY;
              case "palette" -> BufferedImage.TYPE_BYTE_INDEXED;
              case "transparent" -> BufferedImage.TYPE_INT_ARGB;
              default -> BufferedImage.TYPE_INT_RGB;
            });
    image.createGraphics().drawImage(picture, 0, 0, null);
    if (kind.equals("transparent")) {
      for (int x = 0; x < image.getWidth(); x++) {
        image.setRGB(x, x % image.getHeight(), new Color(200, 20, 20, x % 256).getRGB());
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    ImageWriteParam param = writer.getDefaultWriteParam();
    if (kind.equals("progressive") || kind.equals("interlaced")) {
      param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    }
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
