package org.handsel.readiness.audit;

import java.io.IOException;
import java.nio.file.Path;
import org.handsel.readiness.sample.SampleOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Sample wikis in which every defect is known: each audit finds all of its own and nothing else.
class AuditTruthTest {
  @TempDir Path folder;

  @ParameterizedTest(name = "seed {0}, {1} articles, {2} defects of each kind, tables {3}")
  @CsvSource({
    "1, 900, 30, NONE",
    "2, 600, 12, NEW",
    "3, 600, 12, OLD",
    "4, 120, 4, NONE",
    "5, 901, 1, NEW"
  })
  void everyPlantedDefectIsFoundAndNothingElse(
      long seed, int articles, int defects, SampleOrder.Tables tables) throws IOException {
    PlantedDefects.allAreFoundAndNothingElse(
        SampleOrder.small(folder.resolve("wiki"), seed, articles, defects).with(tables),
        folder.resolve("audit"));
  }

  @Test
  void withoutLibraryAndWikidataWhatOnlyTheyShowIsUnknown() throws IOException {
    PlantedDefects.allAreFoundAndNothingElse(
        SampleOrder.small(folder.resolve("wiki"), 7, 600, 14), false, folder.resolve("audit"));
  }

  @Test
  void categoriesThatAreTooLargeAreFoundToo() throws IOException {
    PlantedDefects.allAreFoundAndNothingElse(
        SampleOrder.small(folder.resolve("wiki"), 6, 2_500, 2), folder.resolve("audit"));
  }
}
