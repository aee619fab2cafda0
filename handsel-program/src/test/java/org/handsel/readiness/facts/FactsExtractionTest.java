package org.handsel.readiness.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.handsel.platform.Progress;
import org.handsel.readiness.sample.SampleOrder;
import org.handsel.readiness.sample.SampleWiki;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The facts of a dump do not depend on how it is packed or on how many threads read it.
class FactsExtractionTest {
  @TempDir Path folder;

  private FactsFolder facts(Path dump, int threads, String name) {
    FactsFolder facts = new FactsFolder(folder.resolve(name));
    FactsExtraction.run(dump, null, threads, facts, Progress.NONE, () -> false);
    return facts;
  }

  @Test
  void theSameDumpGivesTheSameBytes() throws IOException {
    SampleOrder plain = SampleOrder.small(folder.resolve("wiki"), 5, 3_000, 2);
    SampleWiki.write(plain, Progress.NONE, () -> false);
    SampleOrder packed = plain.with(SampleOrder.Packing.MULTISTREAM);
    SampleWiki.write(packed, Progress.NONE, () -> false);
    FactsFolder expected = facts(plain.dump(), 1, "expected");
    assertThat(expected.categories()).isNotEmptyFile();
    for (int threads : new int[] {1, 2, 7}) {
      for (Path dump : new Path[] {plain.dump(), packed.dump()}) {
        FactsFolder facts = facts(dump, threads, "facts");
        assertThat(facts.pages()).hasSameBinaryContentAs(expected.pages());
        assertThat(facts.categories()).hasSameBinaryContentAs(expected.categories());
        assertThat(facts.templates()).hasSameBinaryContentAs(expected.templates());
        assertThat(facts.marks()).hasSameBinaryContentAs(expected.marks());
      }
    }
  }
}
