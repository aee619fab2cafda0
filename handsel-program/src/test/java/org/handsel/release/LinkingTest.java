package org.handsel.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.handsel.platform.Exit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lines that are linked to files which are there already.
final class LinkingTest {
  private static final Map<String, Object> CAPTION =
      Map.of("labels", Map.of("en", Map.of("language", "en", "value", "A harbour")));

  @TempDir Path folder;
  private Rehearsal rehearsal;

  @BeforeEach
  void begin() {
    rehearsal = new Rehearsal(folder).files(1);
    rehearsal.file("File:Smaller.jpg", 2, 300, CAPTION);
    PlanEntry second = rehearsal.plan.get(1);
    rehearsal.plan.set(
        1, second.with(List.of(Checks.error("LOOKS_ALIKE", "the picture shows the same"))));
    rehearsal.writePlan();
  }

  @AfterEach
  void end() {
    rehearsal.close();
  }

  @Test
  void aLineIsLinkedToTheFileThatItLooksLike() throws Exception {
    answer("link", "File:Picture 1.jpg");

    assertThat(rehearsal.run().exit()).isEqualTo(Exit.DONE);

    assertThat(rehearsal.results())
        .anySatisfy(row ->
            assertThat(row).startsWith("item-2\tFile:Picture 1.jpg\t").contains("already-there"));
    assertThat(rehearsal.wiki.files().keySet()).containsExactly("File:Picture 1.jpg");
    assertThat(rehearsal.failures()).isEmpty();
  }

  @Test
  void toTheLinkedFileOnlyWhatItLacksIsAddedAndOnlyOnce() throws Exception {
    answer("data", "File:Picture 1.jpg");

    rehearsal.run();
    assertThat(rehearsal.run().exit()).isEqualTo(Exit.DONE);

    assertThat(Files.readString(folder.resolve("ledger.jsonl"))).containsOnlyOnce("data-done");
  }

  @Test
  void aFileThatIsNotThereIsSaid() throws Exception {
    answer("link", "File:Elsewhere.jpg");

    rehearsal.run();

    assertThat(rehearsal.failures())
        .anySatisfy(row -> assertThat(row).contains("LINK_MISSING").contains("File:Elsewhere.jpg"));
  }

  @Test
  void whileAPilotIsNotJudgedNothingOfOthersIsTouched() throws Exception {
    answer("data", "File:Picture 1.jpg");
    rehearsal.options = RunOptions.DEFAULT.pilot(1);

    rehearsal.run();

    assertThat(Files.readString(folder.resolve("ledger.jsonl"))).doesNotContain("already-there");
  }

  private void answer(String answer, String of) throws Exception {
    Files.writeString(
        folder.resolve("duplicates.tsv"),
        "item_id\tfile\tkind\tof\tagreement\tanswer\tby\tnote\n"
            + "item-2\t2.jpg\tlooks-alike\t%s\t0.95\t%s\tAda\t\n".formatted(of, answer));
  }
}
