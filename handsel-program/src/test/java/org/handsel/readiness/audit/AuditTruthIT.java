package org.handsel.readiness.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.handsel.readiness.sample.SampleOrder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Sample wikis of many seeds and forms; with `-Dhandsel.truths=40` as many, of up to 20,000
/// articles.
@Tag("data")
class AuditTruthIT {
  private static final int TRUTHS = Integer.getInteger("handsel.truths", 2);

  @TempDir Path folder;

  static LongStream seeds() {
    return LongStream.range(100, 100 + TRUTHS);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everyPlantedDefectIsFoundAndNothingElse(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    int articles = 2_000 + random.nextInt(TRUTHS > 2 ? 18_000 : 2_000);
    SampleOrder.Version[] versions = SampleOrder.Version.values();
    SampleOrder.Packing[] packings = SampleOrder.Packing.values();
    SampleOrder.Tables[] tables = SampleOrder.Tables.values();
    PlantedDefects.allAreFoundAndNothingElse(
        SampleOrder.small(folder.resolve("wiki"), seed, articles, 1 + random.nextInt(40))
            .with(versions[random.nextInt(versions.length)])
            .with(packings[random.nextInt(packings.length)])
            .with(tables[random.nextInt(tables.length)]),
        folder.resolve("audit"));
  }
}
