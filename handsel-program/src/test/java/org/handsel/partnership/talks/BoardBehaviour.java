package org.handsel.partnership.talks;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.handsel.platform.EditConflict;
import org.handsel.platform.HandselException;
import org.handsel.platform.History;
import org.junit.jupiter.api.Test;

abstract class BoardBehaviour extends Talks {
  @Test
  void cardShowsWhoSpeaksWhatWasLastAndWhatIsNext() {
    Partnership talks = inStage("Stadtarchiv Lund", 2);
    claims.take(ADA, talks.institution(), null);
    timeline.log(
        ADA,
        EntryDraft.of(talks.id(), day("2026-11-20"), EntryKind.CALL, Direction.OUT, "hello")
            .with(NextStep.open("send examples", day("2026-11-22"), ADA)));

    Card card = boards.of("", 10).columns().get(2).cards().getFirst();

    assertThat(card.institution()).isEqualTo("Stadtarchiv Lund");
    assertThat(card.lastContact()).isEqualTo("2026-11-20");
    assertThat(card.stageSince()).isEqualTo("2026-11-24");
    assertThat(card.nextStep()).isEqualTo(NextStep.open("send examples", day("2026-11-22"), ADA));
    assertThat(card.claim()).extracting(Claim::owner).isEqualTo(ADA);
    assertThat(card.warnings()).containsExactly(new Warning("step-overdue", day("2026-11-22")));
  }

  @Test
  void talksThatNobodyLeadsOrHeardOfForMonthsCarryAWarning() {
    Partnership talks = inStage("Quiet Museum", 2);
    clock.go("2027-05-24");
    assertThat(boards.cards(CardFilter.ALL, 10, 0).getFirst().warnings())
        .containsExactly(new Warning("no-claim", null), new Warning("quiet", day("2026-11-24")));
    assertThat(boards.count(CardFilter.ALL.quietFor(6))).isEqualTo(1);
    mail(ADA, talks, "how are you?");
    assertThat(boards.count(CardFilter.ALL.quietFor(6))).isZero();
  }

  @Test
  void filteredBoardHidesCardsButHoldsAllOfThemAgainstTheLimit() {
    Partnership mine = inStage("Mine", 2);
    inStage("Nobody's", 2);
    claims.take(ADA, mine.institution(), null);
    Board.Column talks = boards.of(CardFilter.ALL.ofTeam("").heldBy("ada"), 10).columns().get(2);
    assertThat(talks.cards()).extracting(Card::institution).containsExactly("Mine");
    assertThat(talks.total()).isEqualTo(1);
    assertThat(talks.open()).isEqualTo(2);
    partnerships.begin(ADA, institution("Other house"), "prints", "north");
    assertThat(boards.teams()).containsExactly("", "north");
  }

  @Test
  void personSeesWhatTheyCarryOfEachLimit() {
    Partnership release = inStage("Release", 4);
    claims.take(ADA, release.institution(), null);
    assertThat(boards.carriedBy(ADA, ""))
        .contains(new Boards.Load(4, 1, 1), new Boards.Load(2, 0, 5));
    assertThat(boards.carriedBy(ADA, "").stream().filter(Boards.Load::full)).hasSize(1);
    assertThat(boards.carriedBy(BO, "")).contains(new Boards.Load(4, 0, 1));
  }

  @Test
  void timeInAStageIsTheMedianOfThoseThatLeftItForward() {
    for (int days : new int[] {10, 30, 90}) {
      Partnership one = partnership("House " + days);
      clock.go(clock.today().plusDays(days).toString());
      there(stages.move(ADA, one.id(), one.version(), 2, "on"));
    }
    Partnership back = inStage("Back", 3);
    stages.move(ADA, back.id(), back.version(), 2, "back");
    assertThat(times.all().get(1)).isEqualTo(new StageTimes.Spent(1, 4, 30));
    assertThat(times.all().get(3)).isEqualTo(new StageTimes.Spent(3, 0, 0));
  }

  @Test
  void agendaShowsEventsRevisitsStepsAndClaimsOfAGroupOrAPerson() {
    Partnership one = inStage("Archive", 2);
    claims.take(BO, one.institution(), null);
    timeline.log(
        BO,
        EntryDraft.of(one.id(), clock.today(), EntryKind.CALL, Direction.OUT, "hello")
            .with(NextStep.open("send a list", day("2026-12-01"), ADA)));
    revisits.plan(ADA, one.id(), RevisitPlan.usual("no-answer"));
    occasions.add(
        ADA,
        Occasion.draft("Congress", "congress", "Kassel", day("2026-11-30"), day("2026-12-02"))
            .with(List.of(ADA, BO), List.of(one.institution())));
    assertThat(agendas.between(day("2026-12-01"), day("2027-01-31"), null))
        .extracting(Agendas.Item::kind, item -> item.day().toString(), Agendas.Item::who)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("event", "2026-11-30", "Ada, Bo"),
            org.assertj.core.groups.Tuple.tuple("step", "2026-12-01", "Ada"),
            org.assertj.core.groups.Tuple.tuple("revisit", "2026-12-24", "Bo"),
            org.assertj.core.groups.Tuple.tuple("claim", "2027-01-05", "Bo"));
    assertThat(agendas.between(day("2026-12-03"), day("2027-01-31"), ADA)).isEmpty();
    assertThat(agendas.between(day("2026-12-03"), day("2027-01-31"), BO)).hasSize(2);
  }

  @Test
  void fullColumnOfATeamSaysWhyAndTakesACardOnlyWithAReasonThatIsLogged() {
    inStage("One", 4);
    Partnership two = inStage("Two", 3);
    claims.take(BO, two.institution(), null);
    there(stages.move(ADA, two.id(), two.version(), 4, null));
    Partnership three = inStage("Three", 3);

    assertThat(boards.of("", 10).columns().get(4).full())
        .extracting(FullColumn::cards, FullColumn::limit)
        .containsExactly(2, 2);
    Moved moved = stages.move(ADA, three.id(), three.version(), 4, " ");
    assertThat(moved)
        .isInstanceOfSatisfying(
            Moved.Full.class,
            full -> {
              assertThat(full.column().scope()).isEqualTo("team");
              assertThat(full.column().reason()).contains("one after the other");
            });
    assertThat(now(three)).isEqualTo(three);

    there(stages.move(ADA, three.id(), three.version(), 4, "the exhibition opens in May"));
    History.Change change = history.of("partnership", three.id(), 1).getFirst();
    assertThat(change.action()).isEqualTo("move");
    assertThat(requireNonNull(change.before()).get("stage").asInt()).isEqualTo(3);
    assertThat(requireNonNull(change.after()).get("reason").asString())
        .isEqualTo("the exhibition opens in May");
  }

  @Test
  void limitOfAPersonCountsTheCardsTheyHoldTheClaimOf() {
    habits.set(ADA, "", "person-limit-2", 1, "new in the job");
    Partnership one = inStage("One", 2);
    claims.take(BO, one.institution(), null);
    Partnership two = partnership("Two");
    claims.take(BO, two.institution(), null);

    assertThat(stages.move(ADA, two.id(), two.version(), 2, null))
        .isEqualTo(new Moved.Full(new FullColumn("person", "Bo", 2, 1, 1, "new in the job")));
  }

  @Test
  void pausedAndNotYetCardsCountAgainstNoLimit() {
    habits.set(ADA, "", "team-limit-2", 1, "small group");
    Partnership one = inStage("One", 2);
    stages.pause(ADA, one.id(), one.version(), RevisitPlan.usual("interrupted"));
    Partnership two = partnership("Two");
    there(stages.move(ADA, two.id(), two.version(), 2, null));

    Moved moved = stages.reopen(ADA, one.id(), now(one).version(), null);
    assertThat(moved).isInstanceOf(Moved.Full.class);
  }

  @Test
  void whenTwoPutTheLastCardIntoAColumnAtOnceOneFindsItFull() throws Exception {
    habits.set(ADA, "", "team-limit-2", 1, "small group");
    for (int round = 0; round < 5; round++) {
      Partnership one = partnership("One " + round);
      Partnership two = partnership("Two " + round);
      List<Moved> moved =
          atOnce(
              () -> stages.move(ADA, one.id(), one.version(), 2, null),
              () -> stages.move(BO, two.id(), two.version(), 2, null));
      assertThat(moved).filteredOn(Moved.There.class::isInstance).hasSize(1);
      Partnership in =
          there(moved.stream().filter(Moved.There.class::isInstance).findFirst().get());
      stages.pause(ADA, in.id(), in.version(), RevisitPlan.usual("interrupted"));
    }
  }

  static <T> List<T> atOnce(Callable<T> one, Callable<T> other) throws Exception {
    try (ExecutorService two = Executors.newFixedThreadPool(2)) {
      List<T> results = new java.util.ArrayList<>();
      for (Future<T> future : two.invokeAll(List.of(one, other))) {
        results.add(future.get());
      }
      return results;
    }
  }

  @Test
  void secondOfTwoEditorsSeesTheChangeOfTheFirst() {
    Partnership begun = partnership("One");
    stages.move(BO, begun.id(), begun.version(), 2, null);
    assertThatThrownBy(() -> stages.move(ADA, begun.id(), begun.version(), 0, null))
        .isInstanceOfSatisfying(
            EditConflict.class,
            conflict -> assertThat(conflict.other().orElseThrow().who()).isEqualTo(BO))
        .hasMessageContaining("Bo changed it meanwhile");
    assertThat(now(begun).stage()).isEqualTo(2);
  }

  @Test
  void refusalIsNeverClosed() {
    Partnership talks = inStage("One", 3);
    assertThatThrownBy(() -> stages.finish(ADA, talks.id(), talks.version(), "they said no"))
        .isInstanceOf(HandselException.class)
        .hasMessageContaining("only stewardship (5) can be done");

    Partnership after =
        stages.notYet(ADA, talks.id(), talks.version(), new RevisitPlan("refusal", 9, null, ""));
    assertThat(after.state()).isEqualTo("not-yet");
    assertThat(after.revisitOn()).isEqualTo("2027-08-24");
    assertThat(after.stage()).isEqualTo(3);
    assertThatThrownBy(() -> revisits.forget(ADA, talks.id()))
        .hasMessageContaining("keeps a day to come back");
  }

  @Test
  void stewardshipThatIsDoneIsRevisitedAllTheSame() {
    Partnership talks = inStage("One", 5);
    Partnership done = stages.finish(ADA, talks.id(), talks.version(), "all promises are kept");
    assertThat(done.state()).isEqualTo("done");
    assertThat(done.revisitOn()).isEqualTo("2027-11-24");
    assertThat(boards.count(CardFilter.ALL)).isZero();
    assertThat(boards.count(CardFilter.ALL.inState("done"))).isEqualTo(1);
  }

  @Test
  void moveIsUndoneAsLongAsNobodyBuiltOnIt() {
    Partnership talks = inStage("One", 2);
    String move = history.of("partnership", talks.id(), 1).getFirst().id();
    assertThat(undo.of(BO, move)).isEqualTo(new Undone.Back("stage 1, open"));
    assertThat(now(talks).stage()).isEqualTo(1);
    assertThat(undo.of(BO, move))
        .isEqualTo(new Undone.Impossible("the partnership was changed since"));
    assertThat(history.of("partnership", talks.id(), 1).getFirst().action()).isEqualTo("undo");
  }

  @Test
  void partnershipIsFoundByBeginningOfIdAndByName() {
    Partnership one = partnership("Zentralbibliothek Zürich");
    clock.pass(1);
    partnership("Bibliothek Łódź");
    assertThat(partnerships.named(one.id().substring(0, 12))).isEqualTo(one);
    assertThat(partnerships.named("zentralbibliothek ZURICH")).isEqualTo(one);
    assertThat(partnerships.named("zürich")).isEqualTo(one);
    assertThatThrownBy(() -> partnerships.named("bibliothek"))
        .hasMessageContaining("2 are meant")
        .hasMessageContaining(one.id());
    assertThatThrownBy(() -> partnerships.named("%"))
        .hasMessageContaining("no id begins and no institution is called so");
  }
}
