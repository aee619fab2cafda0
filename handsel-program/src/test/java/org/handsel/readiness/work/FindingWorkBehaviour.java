package org.handsel.readiness.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.handsel.platform.Database;
import org.handsel.platform.Who;
import org.handsel.testing.SetClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Several people work through findings; the same on each database.
abstract class FindingWorkBehaviour {
  private static final Who ADA = new Who("ada", "Ada");
  private static final Who BO = new Who("bo", "Bo");
  private static final FindingWork.Subject SUBJECT =
      new FindingWork.Subject("dewiki", "C6", "00000000000000aa", "Olav Brekke");

  private final SetClock clock = new SetClock("2026-11-24T08:00:00Z");
  private Database database;
  private FindingWork work;

  abstract String url();

  abstract String engine();

  @BeforeEach
  void open() {
    database = Database.open(url(), clock);
    database.write(handle -> handle.execute("delete from finding_work"));
    work = new FindingWork(database, clock);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void runsOnTheEngineItSays() throws Exception {
    String product =
        database.read(handle -> handle.getConnection().getMetaData().getDatabaseProductName());
    assertThat(product).isEqualTo(engine());
  }

  @Test
  void lastWordCountsAndAllAreKept() {
    assertThat(work.say(ADA, SUBJECT, 0, FindingWork.State.TAKEN, "")).isEmpty();
    assertThat(work.say(ADA, SUBJECT, 1, FindingWork.State.NO_DEFECT, "is meant so")).isEmpty();
    assertThat(work.of("dewiki", "C6").get(SUBJECT.finding()))
        .extracting(FindingWork.Step::state, FindingWork.Step::reason)
        .containsExactly(FindingWork.State.NO_DEFECT, "is meant so");
    assertThat(work.steps("dewiki", "C6", SUBJECT.finding()))
        .extracting(FindingWork.Step::state)
        .containsExactly(FindingWork.State.TAKEN, FindingWork.State.NO_DEFECT);
    assertThat(work.counts("dewiki"))
        .isEqualTo(Map.of("C6", Map.of(FindingWork.State.NO_DEFECT, 1L)));
  }

  @Test
  void theSecondOfTwoIsToldOfTheFirstAndNothingIsOverwritten() {
    work.say(ADA, SUBJECT, 0, FindingWork.State.TAKEN, "");
    assertThat(work.say(BO, SUBJECT, 0, FindingWork.State.DONE, ""))
        .get()
        .extracting(FindingWork.Step::whoName, FindingWork.Step::state)
        .containsExactly("Ada", FindingWork.State.TAKEN);
    assertThat(work.steps("dewiki", "C6", SUBJECT.finding())).hasSize(1);
  }

  @Test
  void otherWikisAndAuditsAreOtherFindings() {
    work.say(ADA, SUBJECT, 0, FindingWork.State.DONE, "");
    assertThat(work.of("dewiki", "C1")).isEmpty();
    assertThat(work.of("frwiki", "C6")).isEmpty();
  }
}
