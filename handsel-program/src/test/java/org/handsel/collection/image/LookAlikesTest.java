package org.handsel.collection.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How well copies are told from others, on pictures made up from seeds: six kinds, in series whose
/// pictures share ground and light. Half of each series is kept, the other half are strangers.
/// `-Dhandsel.lookalikes.series=N` makes it longer.
final class LookAlikesTest {
  private static final int SERIES = Integer.getInteger("handsel.lookalikes.series", 1);
  private static final int SUBJECTS = 3;

  @TempDir Path folder;

  private final List<Likeness> kept = new ArrayList<>();
  private final List<BufferedImage> pictures = new ArrayList<>();
  private final List<BufferedImage> strangers = new ArrayList<>();
  private final LookAlikes index = new LookAlikes(kept::get);

  /// Seed 2611 is the one on which the limits were chosen.
  @ParameterizedTest
  @ValueSource(longs = {2611, 907})
  void copiesAreFoundAndOthersAreNot(long seed) throws IOException {
    collect(seed);
    Random random = new Random(seed);
    Map<Variants, Integer> found = new EnumMap<>(Variants.class);
    int right = 0;
    int wrong = 0;
    for (int i = 0; i < pictures.size(); i++) {
      for (Variants variant : Variants.values()) {
        Optional<LookAlike> alike = index.find(likeness(variant.of(pictures.get(i), random)));
        boolean same = alike.isPresent() && alike.get().number() == i;
        found.merge(variant, same ? 1 : 0, Integer::sum);
        right += same ? 1 : 0;
        wrong += alike.isPresent() && !same ? 1 : 0;
      }
    }
    int mistaken = 0;
    for (BufferedImage stranger : strangers) {
      for (Variants variant : List.of(Variants.RECOMPRESSED, Variants.CROPPED)) {
        mistaken += index.find(likeness(variant.of(stranger, random))).isPresent() ? 1 : 0;
      }
    }
    double precision = right / (double) (right + wrong + mistaken);
    double recall = right / (double) (pictures.size() * Variants.values().length);
    String figures =
        "seed %d: %d pictures, %d strangers: precision %.4f, recall %.4f, %s"
            .formatted(seed, pictures.size(), strangers.size(), precision, recall, found);
    System.out.println(figures);
    assertThat(precision).as(figures).isGreaterThanOrEqualTo(0.99);
    assertThat(recall).as(figures).isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void aNegativeAndAPartAreCalledWhatTheyAre() throws IOException {
    BufferedImage picture = MadeUpPictures.picture(MadeUpPictures.Kind.VIEW, 1, 1);
    Likeness whole = likeness(Variants.jpeg(picture, 0.9f));

    assertThat(LookAlikes.compare(whole, likeness(Variants.NEGATIVE.of(picture, new Random(1)))))
        .hasValueSatisfying(found -> assertThat(found.kind()).isEqualTo(LookAlike.Kind.NEGATIVE));
    assertThat(LookAlikes.compare(whole, likeness(Variants.CROPPED.of(picture, new Random(1)))))
        .hasValueSatisfying(found -> assertThat(found.kind()).isEqualTo(LookAlike.Kind.PART));
    assertThat(LookAlikes.compare(whole, likeness(Variants.GREY.of(picture, new Random(1)))))
        .hasValueSatisfying(found -> assertThat(found.kind()).isEqualTo(LookAlike.Kind.COPY));
  }

  @Test
  void aBlankPageLooksLikeNothing() throws IOException {
    BufferedImage blank = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
    Path file = folder.resolve("blank.jpg");
    Files.write(file, Variants.jpeg(blank, 0.9f));

    assertThat(Images.likeness(file)).isEmpty();
  }

  @Test
  void whatIsKeptInAFileIsTheSamePicture() throws IOException {
    Likeness likeness =
        likeness(Variants.jpeg(MadeUpPictures.picture(MadeUpPictures.Kind.MAP, 1, 1), 0.9f));

    assertThat(Likeness.of(likeness.bytes())).isEqualTo(likeness);
    assertThat(likeness.turned(2).turned(2)).isEqualTo(likeness);
  }

  private void collect(long seed) throws IOException {
    for (MadeUpPictures.Kind kind : MadeUpPictures.Kind.values()) {
      for (int series = 0; series < SERIES; series++) {
        for (int subject = 0; subject < 2 * SUBJECTS; subject++) {
          BufferedImage picture = MadeUpPictures.picture(kind, seed + series, subject);
          if (subject < SUBJECTS) {
            kept.add(likeness(Variants.jpeg(picture, 0.9f)));
            pictures.add(picture);
            index.add(kept.getLast());
          } else {
            strangers.add(picture);
          }
        }
      }
    }
  }

  private Likeness likeness(byte[] file) throws IOException {
    Path path = folder.resolve("picture.jpg");
    Files.write(path, file);
    return Images.likeness(path).orElseThrow();
  }
}
