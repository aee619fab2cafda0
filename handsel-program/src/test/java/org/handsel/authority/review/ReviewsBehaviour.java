package org.handsel.authority.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.handsel.authority.review.ReviewItem.State;
import org.handsel.platform.Database;
import org.handsel.platform.HandselException;
import org.handsel.platform.Tsv;
import org.handsel.platform.Who;
import org.handsel.testing.SetClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What reviewing does on every database; each engine has a subclass that says how it is opened.
abstract class ReviewsBehaviour {
  static final Who ADA = new Who("a", "Ada");
  static final Who BO = new Who("b", "Bo");
  static final Who CY = new Who("c", "Cy");

  @TempDir Path folder;

  private final SetClock clock = new SetClock("2026-11-29T12:00:00Z");
  private Database database;
  private Reviews reviews;
  private Path links;

  abstract String url() throws Exception;

  abstract String engine();

  @BeforeEach
  void open() throws Exception {
    database = Database.open(url(), clock);
    database.write(handle -> handle.execute("delete from review_set"));
    reviews = new Reviews(database, clock);
    links = Files.createDirectories(folder.resolve("links"));
  }

  @AfterEach
  void close() {
    database.close();
  }

  /// Five persons: sure, near the cut, unlikely, without a link, and one whose record the second
  /// has, too.
  private ReviewSet sample() throws IOException {
    Files.writeString(
        folder.resolve("persons.jsonl"),
        """
        {"id":"p1","name":"Ada Moe","birth":"1900"}
        {"id":"p2","name":"Bo Dahl","birth":"1880"}
        {"id":"p3","name":"Cy Eide"}
        {"id":"p4","name":"Dag Sund"}
        {"id":"p5","name":"Bo Dahl"}
        """);
    Files.writeString(
        folder.resolve("library.jsonl"),
        """
        {"id":"r1","name":"Moe, Ada","birth":"1900","occupations":["painter"]}
        {"id":"r2","name":"Dahl, Bo","birth":"1880"}
        {"id":"r3","name":"Eide, Cyril"}
        {"id":"r4","name":"Eide, Cyrus","variants":["Eide, Cy"]}
        {"id":"r5","name":"Sund, Dagny"}
        """);
    Files.writeString(
        links.resolve("links.tsv"),
        """
        person_id\tauthority_id\tprobability\tdecision\tevidence
        p1\tr1\t0.9999\taccept\tnames are equal; birth 1900
        p2\tr2\t0.9600\taccept\tnames are equal; birth 1880
        p3\tr3\t0.4000\treview\tnames alike
        p4\t\t0.9000\tnone\tno candidate is likely
        p5\tr2\t0.9000\treview\tnames are equal
        """);
    Files.writeString(
        links.resolve("candidates.tsv"),
        """
        person_id\tauthority_id\tprobability\tdecision\tevidence\trank
        p3\tr4\t0.3500\treview\tnames alike\t2
        p4\tr5\t0.1000\treview\tnames alike\t1
        """);
    return reviews.begin(ADA, order("Sample"));
  }

  private Reviews.Order order(String name) {
    return new Reviews.Order(
        name,
        links,
        folder.resolve("persons.jsonl"),
        Map.of(),
        folder.resolve("library.jsonl"),
        0.95,
        100);
  }

  private List<Long> queue(ReviewSet set, Who who) {
    List<Long> places = new ArrayList<>();
    long after = 0;
    for (int i = 0; i < 20; i++) {
      long next = reviews.next(set.id(), who, after).orElse(0L);
      if (next == 0 || places.contains(next)) {
        break;
      }
      places.add(next);
      after = next;
    }
    return places;
  }

  @Test
  void runsOnTheEngineItSays() throws Exception {
    String product =
        database.read(handle -> handle.getConnection().getMetaData().getDatabaseProductName());
    assertThat(product).isEqualTo(engine());
  }

  @Test
  void queueBeginsWhereALookIsWorthMostAndLeavesOutWhatIsSure() throws Exception {
    ReviewSet set = sample();
    // Two claim r2: the rows near the cut come first; the sure link is not in the queue.
    assertThat(queue(set, ADA)).containsExactly(5L, 2L, 3L, 4L);
    assertThat(set.rows()).isEqualTo(5);
    assertThat(set.counts()).isEqualTo(new ReviewSet.Counts(4, 4, 0, 0, 0));
  }

  @Test
  void itemHoldsWhatAReviewerHasToSee() throws Exception {
    ReviewItem item = reviews.item(sample().id(), 3).orElseThrow();
    assertThat(item.person().name()).isEqualTo("Cy Eide");
    assertThat(item.candidates())
        .extracting(option -> option.card().name())
        .containsExactly("Eide, Cyril", "Eide, Cyrus");
    assertThat(item.candidates().get(1).card().variants()).containsExactly("Eide, Cy");
    assertThat(item.candidates().getFirst().evidence()).containsExactly("names alike");
    assertThat(item.state()).isEqualTo(State.OPEN);
  }

  @Test
  void oneWordSettlesWhatNobodyContests() throws Exception {
    ReviewSet set = sample();
    ReviewItem item = reviews.decide(ADA, set.id(), 3, Verdict.ACCEPT, "r4", "variant");
    assertThat(item.state()).isEqualTo(State.SETTLED);
    assertThat(item.record()).isEqualTo("r4");
    assertThat(reviews.find("sample").orElseThrow().counts())
        .isEqualTo(new ReviewSet.Counts(4, 3, 0, 1, 0));
    assertThat(queue(set, BO)).doesNotContain(3L);
  }

  @Test
  void contestedRowNeedsTwoWhoAgree() throws Exception {
    ReviewSet set = sample();
    reviews.decide(ADA, set.id(), 3, Verdict.UNSURE, null, "which of the two?");
    assertThat(queue(set, ADA)).doesNotContain(3L);
    assertThat(queue(set, BO)).contains(3L);
    assertThat(reviews.decide(BO, set.id(), 3, Verdict.ACCEPT, "r4", "").state())
        .isEqualTo(State.CONTESTED);
    assertThat(reviews.contested(set.id(), 10)).extracting(ReviewItem::place).containsExactly(3L);
    ReviewItem agreed = reviews.decide(CY, set.id(), 3, Verdict.ACCEPT, "r4", "");
    assertThat(agreed.state()).isEqualTo(State.SETTLED);
    assertThat(agreed.verdict()).isEqualTo(Verdict.ACCEPT);
  }

  @Test
  void differingReviewersLeaveARowContestedUntilAThirdDecides() throws Exception {
    ReviewSet set = sample();
    reviews.decide(ADA, set.id(), 2, Verdict.ACCEPT, "r2", "");
    // Settled by one; the other opens it from the list and sees it otherwise.
    assertThat(reviews.decide(BO, set.id(), 2, Verdict.REJECT, null, "").state())
        .isEqualTo(State.CONTESTED);
    assertThat(reviews.decide(CY, set.id(), 2, Verdict.REJECT, null, "").verdict())
        .isEqualTo(Verdict.REJECT);
  }

  @Test
  void undoTakesBackTheLastWordAndKeepsItInTheLog() throws Exception {
    ReviewSet set = sample();
    reviews.decide(ADA, set.id(), 2, Verdict.ACCEPT, "r2", "");
    reviews.decide(ADA, set.id(), 3, Verdict.REJECT, null, "");
    assertThat(reviews.undo(ADA, set.id())).contains(3L);
    assertThat(reviews.item(set.id(), 3).orElseThrow().state()).isEqualTo(State.OPEN);
    assertThat(reviews.undo(ADA, set.id())).contains(2L);
    assertThat(reviews.undo(ADA, set.id())).isEmpty();
    assertThat(reviews.undo(BO, set.id())).isEmpty();
    assertThat(reviews.decisions(set.id()))
        .extracting(Decision::verdict)
        .containsExactly(Verdict.ACCEPT, Verdict.REJECT, Verdict.UNDO, Verdict.UNDO);
    assertThat(queue(set, ADA)).containsExactly(5L, 2L, 3L, 4L);
  }

  @Test
  void changedMindCountsOnceAndBothWordsAreKept() throws Exception {
    ReviewSet set = sample();
    reviews.decide(ADA, set.id(), 3, Verdict.UNSURE, null, "");
    clock.pass(java.time.Duration.ofHours(1));
    ReviewItem item = reviews.decide(ADA, set.id(), 3, Verdict.ACCEPT, "r3", "looked it up");
    assertThat(item.state()).isEqualTo(State.SETTLED);
    assertThat(item.decisions()).hasSize(2);
    assertThat(item.decisions().getLast().at()).isEqualTo(clock.instant());
    assertThat(item.decisions().getLast().note()).isEqualTo("looked it up");
  }

  @Test
  void decisionsOnWhatIsNotThereAreRefused() throws Exception {
    ReviewSet set = sample();
    assertThatThrownBy(() -> reviews.decide(ADA, set.id(), 1, Verdict.REJECT, null, ""))
        .hasMessageContaining("row 1 is not in the queue");
    assertThatThrownBy(() -> reviews.decide(ADA, set.id(), 3, Verdict.ACCEPT, "r1", ""))
        .hasMessageContaining("one of its candidates");
    assertThatThrownBy(() -> reviews.decide(ADA, set.id(), 3, Verdict.ACCEPT, null, ""))
        .isInstanceOf(HandselException.class);
    assertThatThrownBy(() -> reviews.decide(ADA, set.id(), 3, Verdict.UNDO, null, ""))
        .hasMessageContaining("nothing to undo");
    assertThat(reviews.decisions(set.id())).isEmpty();
    assertThatThrownBy(() -> reviews.begin(ADA, order("SAMPLE"))).hasMessageContaining("already");
  }

  @Test
  void twoAtOnceBothCount() throws Exception {
    ReviewSet set = sample();
    List<Callable<ReviewItem>> both =
        List.of(
            () -> reviews.decide(ADA, set.id(), 3, Verdict.ACCEPT, "r3", ""),
            () -> reviews.decide(BO, set.id(), 3, Verdict.ACCEPT, "r4", ""));
    try (var threads = Executors.newFixedThreadPool(2)) {
      for (var done : threads.invokeAll(both)) {
        done.get();
      }
    }
    assertThat(reviews.item(set.id(), 3).orElseThrow().state()).isEqualTo(State.CONTESTED);
    assertThat(reviews.decisions(set.id())).hasSize(2);
  }

  @Test
  void exportPutsPeoplesWordInThePlaceOfTheProgramsAndSaysWhose() throws Exception {
    ReviewSet set = sample();
    reviews.decide(ADA, set.id(), 5, Verdict.REJECT, null, "the younger one");
    reviews.decide(ADA, set.id(), 3, Verdict.ACCEPT, "r4", "");
    reviews.decide(BO, set.id(), 4, Verdict.UNSURE, null, "");
    Exported exported =
        reviews.export(
            set, folder.resolve("out"), "http://d-nb.info/gnd/", "https://wiki.example.org/{ID}");
    List<List<String>> rows =
        Files.readAllLines(folder.resolve("out/links.tsv")).stream().map(Tsv::cells).toList();
    assertThat(rows.get(1))
        .containsExactly("p1", "r1", "0.9999", "accept", "names are equal; birth 1900");
    assertThat(rows.get(3))
        .containsExactly(
            "p3", "r4", "1.0000", "accept", "accepted by Ada on 2026-11-29; names alike");
    assertThat(rows.get(4).subList(0, 4)).containsExactly("p4", "", "0.9000", "none");
    assertThat(rows.get(4).get(4)).contains("do not agree yet (Bo)");
    assertThat(rows.get(5))
        .containsExactly("p5", "", "1.0000", "none", "no record fits, said by Ada on 2026-11-29");
    assertThat(exported.accepted()).isEqualTo(3);
    assertThat(exported.byPeople()).isEqualTo(2);
    assertThat(exported.changed()).isEqualTo(2);
    assertThat(Files.readString(folder.resolve("out/links.beacon")))
        .contains(
            "#FORMAT: BEACON",
            "#PREFIX: http://d-nb.info/gnd/",
            "#TIMESTAMP: 2026-11-29T12:00:00Z",
            "\nr4||https://wiki.example.org/p3\n")
        .doesNotContain("p5");
    assertThat(Files.readString(folder.resolve("out/decisions.tsv")))
        .contains("2026-11-29T12:00:00Z\tAda\t5\tp5\treject\t\t\tthe younger one");
    assertThat(Files.readString(folder.resolve("out/calibration.json")))
        .contains("\"applied\" : false");
  }

  @Test
  void recordThatTwoPersonsGotIsNamed() throws Exception {
    ReviewSet set = sample();
    reviews.decide(ADA, set.id(), 5, Verdict.ACCEPT, "r2", "");
    Exported exported = reviews.export(set, folder.resolve("out"), "", "");
    // The program's link gives way to the person's word.
    assertThat(exported.conflicts()).isEmpty();
    assertThat(Files.readString(folder.resolve("out/links.tsv")))
        .contains("p2\tr2\t0.9600\treview");
    reviews.decide(ADA, set.id(), 2, Verdict.ACCEPT, "r2", "");
    assertThat(reviews.export(set, folder.resolve("out"), "", "").conflicts())
        .containsExactly("r2");
  }

  @Test
  void linksThatChangedMeanwhileAreNotMixedWithOldDecisions() throws Exception {
    ReviewSet set = sample();
    Files.writeString(
        links.resolve("links.tsv"), "person_id\tauthority_id\tprobability\tdecision\tevidence\n");
    assertThatThrownBy(() -> reviews.export(set, folder.resolve("out"), "", ""))
        .hasMessageContaining("another than when the review began");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void whatIsNoResultOfLinkingIsRefused() throws Exception {
    Files.writeString(links.resolve("links.tsv"), "a,b\n1,2\n");
    assertThatThrownBy(() -> reviews.begin(ADA, order("x"))).hasMessageContaining("header");
    assertThat(reviews.all()).isEmpty();
  }

  @Test
  void oneLookInElevenIsDrawnFromTheSureLinks() throws Exception {
    sample();
    StringBuilder rows =
        new StringBuilder("person_id\tauthority_id\tprobability\tdecision\tevidence\n");
    for (int i = 1; i <= 300; i++) {
      rows.append(
          i % 5 == 0
              ? "q%d\tr%d\t0.9000\treview\tx\n".formatted(i, i)
              : "q%d\tr%d\t0.9999\taccept\tx\n".formatted(i, i));
    }
    Files.writeString(links.resolve("links.tsv"), rows);
    ReviewSet set = reviews.begin(ADA, order("sure"));
    // Of 60 uncertain rows each ten are followed by a sure one.
    assertThat(set.counts().items()).isEqualTo(65);
    List<Long> places = queue(set, ADA).subList(0, 11);
    assertThat(places.stream().filter(place -> place % 5 != 0)).hasSize(1);
  }
}
