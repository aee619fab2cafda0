package org.handsel.collection.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handsel.collection.image.SamplePictures.ascii;
import static org.handsel.collection.image.SamplePictures.hex;
import static org.handsel.collection.image.SamplePictures.join;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThumbnailTest {
  @TempDir Path folder;

  private BufferedImage thumbnail(byte[] bytes, int maxPixels) throws IOException {
    Path file = Files.write(folder.resolve("file"), bytes);
    byte[] jpeg = Images.thumbnail(file, maxPixels).orElseThrow();
    return ImageIO.read(new ByteArrayInputStream(jpeg));
  }

  private boolean hasThumbnail(byte[] bytes) throws IOException {
    return Images.thumbnail(Files.write(folder.resolve("file"), bytes), 50).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpg", "png", "gif", "tiff"})
  void theLongerSideIsAsWanted(String format) throws IOException {
    BufferedImage image = SamplePictures.picture(1000, 600, BufferedImage.TYPE_INT_RGB);
    BufferedImage small = thumbnail(SamplePictures.written(image, format), 100);
    assertThat(small.getWidth()).isEqualTo(100);
    assertThat(small.getHeight()).isEqualTo(60);
    assertThat(new Color(small.getRGB(3, 30)).getRed()).isBetween(90, 150);
    assertThat(new Color(small.getRGB(97, 30)).getBlue()).isGreaterThan(200);
  }

  @Test
  void aProgressiveJpegHasOne() throws IOException {
    assertThat(thumbnail(SamplePictures.progressiveJpeg(), 30).getWidth()).isEqualTo(30);
  }

  @Test
  void fourInksAreShownAsColours() throws IOException {
    assertThat(hasThumbnail(SamplePictures.cmykJpeg())).isTrue();
  }

  @Test
  void aSmallPictureIsNotEnlarged() throws IOException {
    assertThat(thumbnail(SamplePictures.written("png"), 500).getWidth()).isEqualTo(61);
  }

  /// Orientation, and the corner of the upright picture in which the stored upper left one lies.
  @ParameterizedTest
  @CsvSource({
    "1, 0, 0", "2, 1, 0", "3, 1, 1", "4, 0, 1", "5, 0, 0", "6, 1, 0", "7, 1, 1", "8, 0, 1"
  })
  void exifTurnsThePictureUpright(int orientation, int right, int below) throws IOException {
    BufferedImage image = new BufferedImage(80, 40, BufferedImage.TYPE_INT_RGB);
    image.createGraphics().fillRect(0, 0, 20, 20);
    byte[] plain = SamplePictures.written(image, "jpg");
    byte[] bytes = SamplePictures.withExif(plain, orientation, SamplePictures.written("jpg"));

    BufferedImage upright = thumbnail(bytes, 80);
    assertThat(upright.getWidth()).isEqualTo(orientation >= 5 ? 40 : 80);
    int x = right == 0 ? 5 : upright.getWidth() - 6;
    int y = below == 0 ? 5 : upright.getHeight() - 6;
    assertThat(new Color(upright.getRGB(x, y)).getRed()).isGreaterThan(200);
    assertThat(new Color(upright.getRGB(20, 20)).getRed()).isLessThan(250);
  }

  @Test
  void transparentPartsAreWhite() throws IOException {
    BufferedImage image = new BufferedImage(60, 60, BufferedImage.TYPE_INT_ARGB);
    BufferedImage small = thumbnail(SamplePictures.written(image, "png"), 30);
    assertThat(new Color(small.getRGB(15, 15)).getRed()).isGreaterThan(250);
  }

  @Test
  void sixteenBitsAreShown() throws IOException {
    BufferedImage image = SamplePictures.picture(300, 200, BufferedImage.TYPE_USHORT_GRAY);
    assertThat(thumbnail(SamplePictures.written(image, "png"), 30).getWidth()).isEqualTo(30);
    assertThat(thumbnail(SamplePictures.written(image, "tiff"), 30).getWidth()).isEqualTo(30);
  }

  @Test
  void aSmallFileThatClaimsAHugePictureIsLeftAlone() throws IOException {
    byte[] bytes = SamplePictures.written("jpg");
    for (int i = 0; i < bytes.length; i++) {
      if ((bytes[i] & 0xFF) == 0xFF && (bytes[i + 1] & 0xFF) == 0xC0) {
        System.arraycopy(hex("FFFFFFFF"), 0, bytes, i + 5, 4);
        break;
      }
    }
    assertThat(Images.inspect(Files.write(folder.resolve("file"), bytes)).width())
        .isEqualTo(65_535);
    assertThat(hasThumbnail(bytes)).isFalse();
  }

  @Test
  void brokenFilesHaveNone() throws IOException {
    byte[] jpeg = SamplePictures.written("jpg");
    assertThat(hasThumbnail(new byte[0])).isFalse();
    assertThat(hasThumbnail(ascii("text"))).isFalse();
    assertThat(hasThumbnail(Arrays.copyOf(jpeg, jpeg.length / 2))).isFalse();
    assertThat(hasThumbnail(SamplePictures.cmykSkeleton())).isFalse();
    assertThat(hasThumbnail(join(ascii("%PDF-1.4\n%%EOF")))).isFalse();
    assertThat(Images.thumbnail(folder.resolve("none"), 50)).isEmpty();
  }
}
