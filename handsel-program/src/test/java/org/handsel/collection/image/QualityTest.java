package org.handsel.collection.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a picture is worth: enlarged ones and blank ones are told from others, with precision and
/// recall on pictures made up from seeds. `-Dhandsel.quality.series=N` makes it longer.
class QualityTest {
  private static final int SERIES = Integer.getInteger("handsel.quality.series", 1);

  @TempDir Path folder;

  private Quality quality(BufferedImage picture, float lossy) throws IOException {
    Path file = Files.write(folder.resolve("picture"), Originals.file(picture, lossy));
    return Objects.requireNonNull(Images.look(file).quality());
  }

  private static BufferedImage read(BufferedImage picture, float quality) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(Originals.file(picture, quality)));
  }

  /// On seeds 500 and 501 the limits were chosen.
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {500, 77})
  void enlargedPicturesAreToldFromSharpAndSoftOnes(long seed) throws IOException {
    Random random = new Random(seed);
    int right = 0;
    int wrong = 0;
    Map<String, int[]> found = new TreeMap<>();
    for (int series = 0; series < SERIES; series++) {
      for (MadeUpPictures.Kind kind : MadeUpPictures.Kind.values()) {
        BufferedImage whole = MadeUpPictures.picture(kind, seed + series, series);
        for (Originals original : Originals.values()) {
          double factor =
              original.enlarged() ? 1.5 + 2.5 * random.nextDouble() : 1.1 + random.nextDouble();
          BufferedImage made = original.of(part(whole, original, factor), factor, random);
          for (float lossy : new float[] {1, 0.92f, 0.8f}) {
            boolean enlarged =
                new Sharpness(Greys.of(read(made, lossy))).detail() == Quality.Detail.ENLARGED;
            int[] count = found.computeIfAbsent(original + " " + lossy, name -> new int[2]);
            count[0] += enlarged ? 1 : 0;
            count[1]++;
            right += enlarged && original.enlarged() ? 1 : 0;
            wrong += enlarged && !original.enlarged() ? 1 : 0;
          }
        }
      }
    }
    int all =
        found.entrySet().stream()
            .filter(one -> Originals.valueOf(one.getKey().split(" ", 2)[0]).enlarged())
            .mapToInt(one -> one.getValue()[1])
            .sum();
    double precision = right / (double) (right + wrong);
    double recall = right / (double) all;
    StringBuilder figures =
        new StringBuilder(
            "seed %d: precision %.3f, recall %.3f of enlarged ones\n"
                .formatted(seed, precision, recall));
    found.forEach(
        (name, count) -> figures.append("  %s %d of %d%n".formatted(name, count[0], count[1])));
    System.out.println(figures);
    assertThat(precision).as(figures.toString()).isGreaterThanOrEqualTo(0.97);
    assertThat(recall).as(figures.toString()).isGreaterThanOrEqualTo(0.7);
  }

  /// Nothing of the rhythm is left of these but every second step, which falls together with the
  /// blocks of a JPEG. The limit was chosen on seeds 500 to 503.
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {77, 1001})
  void picturesThatAreExactlyDoubledAreFoundBehindTheBlocksOfAJpeg(long seed) throws IOException {
    Random random = new Random(seed);
    int right = 0;
    int all = 0;
    StringBuilder wrong = new StringBuilder();
    for (int series = 0; series < SERIES; series++) {
      for (MadeUpPictures.Kind kind : MadeUpPictures.Kind.values()) {
        BufferedImage whole = MadeUpPictures.picture(kind, seed + series, series);
        for (Originals original : Originals.values()) {
          BufferedImage part = original.enlarged() ? whole.getSubimage(20, 30, 300, 257) : whole;
          BufferedImage made = original.of(part, original.enlarged() ? 2 : 1.3, random);
          for (float lossy : new float[] {0.92f, 0.8f}) {
            boolean enlarged =
                new Sharpness(Greys.of(read(made, lossy))).detail() == Quality.Detail.ENLARGED;
            all += original.enlarged() ? 1 : 0;
            right += enlarged && original.enlarged() ? 1 : 0;
            if (enlarged && !original.enlarged()) {
              wrong.append(kind).append(' ').append(original).append(' ').append(lossy).append(' ');
            }
          }
        }
      }
    }
    double recall = right / (double) all;
    System.out.printf(
        "seed %d, exactly doubled: recall %.3f of %d, wrong: %s%n", seed, recall, all, wrong);
    assertThat(wrong).isEmpty();
    assertThat(recall).isGreaterThanOrEqualTo(0.65);
  }

  /// So much of it that the enlarged one is as large as what is looked at.
  private static BufferedImage part(BufferedImage whole, Originals original, double factor) {
    if (!original.enlarged()) {
      return whole;
    }
    int width = Math.min(whole.getWidth(), (int) (600 / factor) + 1);
    int height = Math.min(whole.getHeight(), (int) (514 / factor) + 1);
    return whole.getSubimage(
        (whole.getWidth() - width) / 2, (whole.getHeight() - height) / 2, width, height);
  }

  @Test
  void theWholeWayFromAFile() throws IOException {
    Random random = new Random(3);
    BufferedImage view = MadeUpPictures.picture(MadeUpPictures.Kind.VIEW, 3, 1);
    assertThat(quality(view, 0.92f).detail()).isEqualTo(Quality.Detail.FULL);
    assertThat(quality(Originals.BICUBIC.of(view, 2, random), 1).detail())
        .isEqualTo(Quality.Detail.ENLARGED);
    BufferedImage small = view.getSubimage(0, 0, 200, 150);
    assertThat(quality(small, 0.92f).detail()).isEqualTo(Quality.Detail.UNKNOWN);
  }

  private static BufferedImage paper(long seed, int shade) {
    Random random = new Random(seed);
    BufferedImage page = new BufferedImage(900, 1300, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = page.createGraphics();
    // Light falls off over the page, and the gutter is dark.
    g.setPaint(
        new GradientPaint(
            0,
            0,
            new Color(shade, shade - 6, shade - 20),
            900,
            1300,
            new Color(shade - 18, shade - 24, shade - 40)));
    g.fillRect(0, 0, 900, 1300);
    g.setPaint(new GradientPaint(0, 0, new Color(0, 0, 0, 140), 40, 0, new Color(0, 0, 0, 0)));
    g.fillRect(0, 0, 40, 1300);
    g.dispose();
    for (int y = 0; y < 1300; y++) {
      for (int x = 0; x < 900; x++) {
        int rgb = page.getRGB(x, y);
        int noise = (int) Math.round(random.nextGaussian() * 3);
        int r = Math.clamp((rgb >> 16 & 0xFF) + noise, 0, 255);
        int gr = Math.clamp((rgb >> 8 & 0xFF) + noise, 0, 255);
        int b = Math.clamp((rgb & 0xFF) + noise, 0, 255);
        page.setRGB(x, y, r << 16 | gr << 8 | b);
      }
    }
    return page;
  }

  private static BufferedImage written(BufferedImage page, String text, int size, int x, int y) {
    Graphics2D g = page.createGraphics();
    g.setColor(new Color(50, 45, 40));
    g.setFont(new Font(Font.SERIF, Font.PLAIN, size));
    int line = y;
    for (String one : text.split("\n", -1)) {
      g.drawString(one, x, line);
      line += size * 3 / 2;
    }
    g.dispose();
    return page;
  }

  @ParameterizedTest(name = "paper of shade {0}, seed {1}")
  @CsvSource({"245, 1", "225, 2", "190, 3", "60, 4"})
  void blankPagesAreToldFromThoseWithSomethingOnThem(int shade, long seed) throws IOException {
    Quality blank = quality(paper(seed, shade), 0.85f);
    assertThat(blank.blank()).as("%s", blank).isTrue();
    if (shade > 100) {
      Quality numbered = quality(written(paper(seed, shade), "117", 26, 440, 1200), 0.85f);
      assertThat(numbered.blank()).as("%s", numbered).isFalse();
      assertThat(numbered.nearlyBlank()).as("%s", numbered).isTrue();
      Quality lines =
          quality(
              written(
                  paper(seed, shade), "Ein Brief,\nder nur drei\nkurze Zeilen hat", 40, 200, 400),
              0.85f);
      assertThat(lines.nearlyBlank()).as("%s", lines).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12})
  void noPictureOfAnyKindIsBlank(long seed) throws IOException {
    for (MadeUpPictures.Kind kind : MadeUpPictures.Kind.values()) {
      Quality quality = quality(MadeUpPictures.picture(kind, seed, seed), 0.85f);
      assertThat(quality.nearlyBlank()).as("%s %s", kind, quality).isFalse();
    }
    // Fog over water: hardly a line, but light and dark.
    BufferedImage fog = new BufferedImage(1000, 700, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = fog.createGraphics();
    for (int y = 0; y < 700; y++) {
      int grey = 150 + (int) (60 * Math.sin(y / 110.0));
      g.setColor(new Color(grey, grey, grey));
      g.fillRect(0, y, 1000, 1);
    }
    g.dispose();
    assertThat(quality(fog, 0.9f).nearlyBlank()).isFalse();
  }

  @Test
  void whatCannotBeDecodedHasNoQuality() throws IOException {
    Path broken = Files.write(folder.resolve("b.jpg"), SamplePictures.cmykSkeleton());
    assertThat(Images.look(broken).quality()).isNull();
    assertThat(Images.look(Files.writeString(folder.resolve("c.jpg"), "text")).likeness()).isNull();
  }
}
