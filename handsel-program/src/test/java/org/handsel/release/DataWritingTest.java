package org.handsel.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.handsel.platform.Progress;
import org.handsel.wiki.api.Entity;
import org.handsel.wiki.api.Patience;
import org.handsel.wiki.api.Wiki;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataWritingTest {
  private static final Map<String, Object> DATA =
      Map.of(
          "labels",
          Map.of("en", Map.of("language", "en", "value", "A picture")),
          "claims",
          List.of(
              Map.of(
                  "mainsnak",
                  Map.of(
                      "snaktype", "value",
                      "property", "P217",
                      "datavalue", Map.of("type", "string", "value", "A 1")),
                  "type",
                  "statement",
                  "rank",
                  "normal")));

  @TempDir Path folder;

  @Test
  void whatSomebodyStatesWhileTheRunIsHeldIsNotStatedAgain() throws Exception {
    try (Rehearsal rehearsal = new Rehearsal(folder).file("File:One.jpg", 1, 300, Map.of())) {
      rehearsal.run();
      String id = "M" + rehearsal.wiki.file("File:One.jpg").pageId();
      PlanEntry entry = rehearsal.plan.getFirst().stating(DATA);
      StopSign stop = new StopSign();
      try (Wiki wiki = Wiki.open(rehearsal.wiki.address(), rehearsal.settings);
          Ledger ledger = Ledger.open(new ReleaseFolder(folder), rehearsal.clock, RunHook.NONE)) {
        wiki.login(rehearsal.wiki.login());
        Entity read = entity(wiki, id);
        DataWriting writing =
            new DataWriting(batch(rehearsal, wiki, ledger, stop), new Handover<>(1));
        stop.hold();
        Thread writer = new Thread(() -> writing.write(new DataReading.Found(entry, read)));
        writer.start();
        await().until(() -> writer.getState() == Thread.State.WAITING);

        wiki.editEntity(read, DATA, "by somebody").orThrow("edit");
        stop.go();
        writer.join();

        assertThat(rehearsal.wiki.claims(id)).hasSize(1);
        assertThat(ledger.of(FileKey.of(entry)).data()).isEqualTo("done");
      }
    }
  }

  private static Entity entity(Wiki wiki, String id) {
    return Objects.requireNonNull(wiki.entities(List.of(id)).orThrow("entity").get(id));
  }

  private static Batch batch(Rehearsal rehearsal, Wiki wiki, Ledger ledger, StopSign stop) {
    return new Batch(
        wiki,
        ledger,
        rehearsal.folder.resolve("files"),
        rehearsal.options,
        Patience.real(),
        new RateBucket(null, rehearsal.clock, rehearsal.clock),
        stop,
        RunHook.NONE,
        false,
        Progress.NONE);
  }
}
