package org.handsel.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.handsel.collection.image.ImageFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileInspectionTest {
  @TempDir Path folder;

  private FileInspection.Result inspect(long bytes, int width, int height) throws Exception {
    Path file = Files.writeString(folder.resolve("1.png"), "x");
    return new FileInspection(path -> new ImageFacts("0", bytes, "image/png", width, height, null))
        .inspect(file, "1.png");
  }

  @Test
  void aFewBytesThatClaimGigapixelsAreKeptBack() throws Exception {
    assertThat(inspect(900, 100_000, 100_000).checks())
        .singleElement()
        .satisfies(check -> {
          assertThat(check.code()).isEqualTo("IMAGE_BOMB");
          assertThat(check.message()).contains("100,000 × 100,000 points in 900 bytes", "new copy");
        });
  }

  @Test
  void largeMapsAndEmptyPagesAreNoBombs() throws Exception {
    assertThat(inspect(900_000_000, 60_000, 40_000).checks()).isEmpty();
    assertThat(inspect(9_000, 4_000, 6_000).checks()).isEmpty();
  }
}
