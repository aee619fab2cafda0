package org.handsel.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.handsel.partnership.agreement.Agreements;
import org.handsel.partnership.agreement.Gatekeeper;
import org.handsel.partnership.agreement.Rung;
import org.handsel.partnership.register.Institution;
import org.handsel.partnership.register.Institutions;
import org.handsel.partnership.talks.Partnerships;
import org.handsel.platform.Database;
import org.handsel.platform.HandselException;
import org.handsel.platform.History;
import org.handsel.platform.Json;
import org.handsel.platform.Who;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which files wait for an agreement, and which never do.
class AgreementCheckTest {
  private static final Who ADA = new Who("ada", "Ada");
  private static final String BY_SA = "https://creativecommons.org/licenses/by-sa/3.0/de/";

  @TempDir Path folder;

  private Database database;
  private Agreements agreements;
  private Gatekeeper gatekeeper;
  private String partnership;

  @BeforeEach
  void open() {
    Clock clock = Clock.systemUTC();
    database = Database.open("jdbc:sqlite:" + folder.resolve("handsel.db"), clock);
    History history = new History(database, clock);
    agreements = new Agreements(database, history, clock);
    gatekeeper = new Gatekeeper(database, history, clock);
    String institution =
        new Institutions(database, history, clock)
            .add(ADA, Institution.draft("Bundesarchiv", "DE", "archive"))
            .id();
    partnership =
        new Partnerships(database, history, clock).begin(ADA, institution, "photographs").id();
  }

  @AfterEach
  void close() {
    database.close();
  }

  private PlanIndex plan(PlanEntry entry) throws Exception {
    Files.write(folder.resolve("plan.jsonl"), List.of(Json.line(entry)));
    return new ReleaseFolder(folder).index();
  }

  private static PlanEntry entry(String rights, String ground, String state) {
    return new PlanEntry(
        "1",
        "1.jpg",
        "a".repeat(40),
        1,
        "File:1.jpg",
        "text",
        Map.of(),
        List.of(),
        state,
        rights,
        ground);
  }

  private ReleaseFolder release(String of) throws Exception {
    Files.writeString(
        folder.resolve("release.json"), Json.line(Map.of("partnership", of, "files", "x")));
    return new ReleaseFolder(folder);
  }

  @ParameterizedTest(name = "{0} by {1} with {2}: waits {3}")
  @CsvSource({
    "https://creativecommons.org/publicdomain/mark/1.0/, agreement, , false",
    "https://creativecommons.org/publicdomain/mark/1.0/, agreement, agreement, false",
    "https://creativecommons.org/licenses/by-sa/3.0/de/, agreement, , true",
    "https://creativecommons.org/licenses/by-sa/3.0/de/, delivery, , false",
    "https://creativecommons.org/licenses/by-sa/3.0/de/, delivery, letter, true",
    "https://creativecommons.org/licenses/by-sa/3.0/de/, agreement, none-needed, false",
    "https://creativecommons.org/publicdomain/zero/1.0/, agreement, one-sided-release, true",
    "https://creativecommons.org/licenses/by-sa/3.0/de/, , , true"
  })
  void whatPeopleDecidedCountsAndOtherwiseTheDelivery(
      String rights, String ground, String rung, boolean waits) throws Exception {
    if (rung != null) {
      agreements.choose(ADA, partnership, 0, Rung.of(rung), "so it is", "https://example.org");
    }
    ReleaseFolder release = release(partnership);
    PlanIndex plan = plan(entry(rights, ground, PlanEntry.READY));
    if (waits) {
      assertThatThrownBy(() -> AgreementCheck.pass(release, plan, gatekeeper))
          .isInstanceOf(HandselException.class)
          .hasMessageContaining("1 files in copyright wait")
          .hasMessageContaining("handsel partnership");
    } else {
      assertThatCode(() -> AgreementCheck.pass(release, plan, gatekeeper))
          .doesNotThrowAnyException();
    }
  }

  @Test
  void filesThatAreKeptBackAnywayDoNotCount() throws Exception {
    ReleaseFolder release = release(partnership);
    PlanIndex plan = plan(entry(BY_SA, PlanEntry.AGREEMENT, PlanEntry.BLOCKED));
    AgreementCheck.pass(release, plan, gatekeeper);
  }

  @Test
  void runRefusesBeforeItReachesTheWiki() throws Exception {
    release(partnership);
    Files.writeString(
        folder.resolve("plan.jsonl"),
        Json.line(entry(BY_SA, PlanEntry.AGREEMENT, PlanEntry.READY)) + "\n");
    ReleaseRun run = new ReleaseRun(folder, RunOptions.DEFAULT, gatekeeper);
    assertThatThrownBy(() ->
            run.run(
                org.handsel.wiki.api.WikiAddress.parse("http://127.0.0.1:9"),
                new org.handsel.wiki.api.Login("Ada", "secret"),
                org.handsel.wiki.api.WikiSettings.of("ada@example.org"),
                org.handsel.platform.Progress.NONE))
        .isInstanceOf(HandselException.class)
        .hasMessageContaining("Nothing was sent");
    assertThat(Ledger.read(new ReleaseFolder(folder)).pilot()).isEqualTo(LedgerState.Pilot.NONE);
  }

  @Test
  void planKeepsWhatItsRightsRestOn() {
    PlanEntry read =
        Json.mapper()
            .readValue(
                Json.line(entry(BY_SA, PlanEntry.AGREEMENT, PlanEntry.READY)), PlanEntry.class);
    assertThat(read.ground()).isEqualTo(PlanEntry.AGREEMENT);
    String old = Json.line(entry(BY_SA, "x", PlanEntry.READY)).replace(",\"ground\":\"x\"", "");
    assertThat(Json.mapper().readValue(old, PlanEntry.class).ground()).isNull();
  }
}
