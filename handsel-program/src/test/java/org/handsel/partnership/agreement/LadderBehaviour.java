package org.handsel.partnership.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.handsel.platform.EditConflict;
import org.handsel.platform.HandselException;
import org.handsel.platform.History;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which agreement is needed, and the checklist that stands before an upload.
abstract class LadderBehaviour extends Desks {

  @ParameterizedTest(name = "{0} needs {1}")
  @CsvSource({
    "already-free, none-needed",
    "public-domain, none-needed",
    "holder-declares, one-sided-release",
    "holder-declares;mutual-promises, memorandum",
    "mutual-promises;money;already-free, agreement",
    "public-body, agreement"
  })
  void highestRungOfWhatHoldsIsNeeded(String situations, String rung) {
    assertThat(agreements.decisive(List.of(situations.split(";"))).rung().code()).isEqualTo(rung);
  }

  @Test
  void unknownSituationNamesThoseThatThereAre() {
    assertThatThrownBy(() -> agreements.decisive(List.of("friendship")))
        .isInstanceOf(HandselException.class)
        .hasMessageContaining("friendship")
        .hasMessageContaining("already-free");
  }

  @Test
  void contentThatIsFreeAlreadyTakesTheFastPath() {
    String id = on(Rung.NONE_NEEDED);
    assertThat(gatekeeper.of(id).passed()).isTrue();
    assertThat(gatekeeper.of(id).items()).isEmpty();
  }

  @Test
  void thatNoneIsNeededMustBeShown() {
    String id = partnership("Bundesarchiv").id();
    assertThatThrownBy(() -> agreements.choose(ADA, id, 0, Rung.NONE_NEEDED, "it is online", " "))
        .hasMessageContaining("must be shown");
    assertThat(gatekeeper.of(id).passed()).as("nobody chose").isFalse();
  }

  @ParameterizedTest(name = "{0} asks for {1}")
  @CsvSource({
    "one-sided-release,"
        + " rights-basis;scope;licence;no-guarantee;source-resolution;credit-line;indemnity;volunteers-explained;commitments;signature",
    "letter, feedback;partner-load;renegotiation",
    "memorandum, legal-entity;end;speaking",
    "agreement, legal-entity;indemnity;renegotiation;end"
  })
  void everyRungAsksForItsItems(String rung, String items) {
    assertThat(gatekeeper.of(on(Rung.of(rung))).items())
        .extracting(state -> state.item().id())
        .contains(items.split(";"));
  }

  @Test
  void gateOpensWhenTheLastItemIsMet() {
    String id = on(Rung.AGREEMENT);
    meetAll(id);
    assertThat(gatekeeper.of(id).open()).isEmpty();
    assertThat(gatekeeper.of(id).passed()).isTrue();
    GateState explained =
        gatekeeper.of(id).items().stream()
            .filter(state -> state.item().id().equals("volunteers-explained"))
            .findFirst()
            .orElseThrow();
    assertThat(explained.by()).isEqualTo("Bo");
    assertThat(explained.day()).isEqualTo("2026-11-20");
    assertThat(explained.who()).isEqualTo(ADA);

    gatekeeper.reopen(BO, id, "licence");
    assertThat(gatekeeper.of(id).passed()).isFalse();
    assertThat(gatekeeper.of(id).open())
        .extracting(state -> state.item().id())
        .containsExactly("licence");
  }

  /// What a careful coordinator would have written.
  private void meetAll(String id) {
    Map<String, String> texts =
        Map.of(
            "rights-basis", "The archive holds the rights by contract with the photographers.",
            "scope", "90,000 photographs of the holdings 183 and 146",
            "licence", "CC BY-SA 3.0 DE");
    for (GateItem item : gatekeeper.items()) {
      if (item.written()) {
        gatekeeper.meet(
            ADA,
            id,
            item.id(),
            texts.getOrDefault(item.id(), "settled"),
            item.named() ? "Bo" : null,
            day("2026-11-20"));
      }
    }
    agreements.dates(ADA, id, now(id).version(), day("2027-11-24"), null);
    agreements.sign(ADA, id, now(id).version(), day("2026-11-24"), "ticket 2026112410000001");
  }

  @Test
  void waivingSaysWhyAndWhoAndWhen() {
    String id = on(Rung.LETTER);
    GateView gate = gatekeeper.waive(BO, id, "feedback", "they keep no database");
    GateState waived =
        gate.items().stream()
            .filter(state -> state.item().id().equals("feedback"))
            .findFirst()
            .orElseThrow();
    assertThat(waived.state()).isEqualTo("waived");
    assertThat(waived.statement().en()).isEqualTo("they keep no database");
    assertThat(waived.who()).isEqualTo(BO);
    assertThat(waived.day()).isEqualTo("2026-11-24");
    assertThatThrownBy(() -> gatekeeper.waive(BO, id, "partner-load", " "))
        .hasMessageContaining("why it is not needed");
  }

  @ParameterizedTest(name = "{0} cannot be waived for {1}")
  @CsvSource({
    "licence, one-sided-release", "rights-basis, letter", "indemnity, agreement",
    "legal-entity, agreement", "renegotiation, agreement", "signature, memorandum"
  })
  void whatCarriesTheReleaseCannotBeWaived(String item, String rung) {
    String id = on(Rung.of(rung));
    assertThatThrownBy(() -> gatekeeper.waive(ADA, id, item, "we are friends"))
        .hasMessageContaining("cannot be waived for " + rung);
  }

  @Test
  void waiverDoesNotOutliveTheRungThatAllowedIt() {
    String id = on(Rung.MEMORANDUM);
    gatekeeper.waive(ADA, id, "indemnity", "the text has no such clause");
    assertThat(gatekeeper.of(id).open()).noneMatch(state -> state.item().id().equals("indemnity"));
    agreements.choose(ADA, id, now(id).version(), Rung.AGREEMENT, "money", "");
    assertThat(gatekeeper.of(id).open()).anyMatch(state -> state.item().id().equals("indemnity"));
  }

  @Test
  void lawyerAndExplainerAreNamed() {
    String id = on(Rung.AGREEMENT);
    assertThatThrownBy(() -> gatekeeper.meet(ADA, id, "indemnity", "fine", null, clock.today()))
        .hasMessageContaining("which lawyer");
    assertThatThrownBy(
            () -> gatekeeper.meet(ADA, id, "volunteers-explained", "at lunch", " ", clock.today()))
        .hasMessageContaining("who explained it");
    assertThatThrownBy(() -> gatekeeper.meet(ADA, id, "scope", "all", null, day("2026-12-24")))
        .hasMessageContaining("a day that has come");
    assertThatThrownBy(() -> gatekeeper.meet(ADA, id, "signature", "signed", null, clock.today()))
        .hasMessageContaining("not met by a text");
  }

  @Test
  void promiseThatIsNotCoveredAnyMoreShutsTheGate() {
    String id = on(Rung.ONE_SIDED_RELEASE);
    capacities.set(ADA, "", "Ada", 20, null, "evenings");
    agreed(commitments.promise(ADA, ours(id, "upload", "Upload the files", 40)));
    assertThat(item(id, "commitments").state()).isEqualTo("met");
    capacities.set(ADA, "", "Ada", 5, null, "a new job");
    assertThat(item(id, "commitments").state()).isEqualTo("open");
    assertThat(item(id, "commitments").statement().en()).contains("Upload the files", "gives 15");
  }

  private GateState item(String id, String item) {
    return gatekeeper.of(id).items().stream()
        .filter(state -> state.item().id().equals(item))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void secondOfTwoEditorsSeesTheFirst() {
    String id = on(Rung.LETTER);
    long seen = now(id).version();
    agreements.dates(BO, id, seen, day("2027-05-01"), null);
    assertThatThrownBy(() -> agreements.dates(ADA, id, seen, day("2027-06-01"), null))
        .isInstanceOf(EditConflict.class)
        .hasMessageContaining("Bo");
    assertThat(now(id).renegotiateOn()).isEqualTo("2027-05-01");
  }

  @Test
  void everyChangeCanBeTakenBackUntilSomebodyBuildsOnIt() {
    String id = on(Rung.LETTER);
    agreements.choose(ADA, id, now(id).version(), Rung.AGREEMENT, "money", "");
    History.Change change = history.of("agreement", id, 1).getFirst();
    assertThat(agreements.undo(BO, change.id())).isEmpty();
    assertThat(now(id).rung()).isEqualTo(Rung.LETTER);
    assertThat(agreements.undo(BO, change.id())).isPresent();

    gatekeeper.meet(ADA, id, "scope", "everything", null, clock.today());
    gatekeeper.meet(ADA, id, "scope", "a part", null, clock.today());
    List<History.Change> answers = history.of("gate", Gatekeeper.subject(id, "scope"), 5);
    assertThat(gatekeeper.undo(BO, answers.get(1).id())).contains("the item was changed since");
    assertThat(gatekeeper.undo(BO, answers.getFirst().id())).isEmpty();
    assertThat(gatekeeper.of(id).statement("scope")).isEqualTo("everything");
  }

  @Test
  void smallFirstWhereRightsAreUnclearHoweverGoodTheRestIs() {
    ScaleAdvice advice = agreements.advise(new ScaleFacts("proven", "unclear", "good", "enough"));
    assertThat(advice.scale()).isEqualTo("small");
    assertThat(advice.reasons().getFirst().factor()).isEqualTo("rights");
    assertThat(agreements.advise(new ScaleFacts("some", "clear", "good", "some")).scale())
        .isEqualTo("mass");
    assertThat(agreements.advise(new ScaleFacts("none", "mixed", "mixed", "some")).scale())
        .isEqualTo("small");
  }

  @ParameterizedTest(name = "{0} sets {1}")
  @CsvSource({"small, 2027-02-24", "mass, 2027-11-24"})
  void eitherChoiceSetsADayToTalkAgain(String scale, String again) {
    String id = partnership("Bundesarchiv").id();
    ScaleFacts facts = new ScaleFacts("some", "clear", "good", "some");
    Agreement agreement =
        agreements.scale(ADA, id, 0, scale, facts, "the director wants it so", null);
    assertThat(agreement.scale()).isEqualTo(scale);
    assertThat(agreement.scaleAdvice()).isEqualTo("mass");
    assertThat(agreement.renegotiateOn()).isEqualTo(again);
  }

  @Test
  void choosingAgainstTheAdviceNeedsAReason() {
    String id = partnership("Bundesarchiv").id();
    ScaleFacts facts = new ScaleFacts("none", "unclear", "poor", "none");
    assertThatThrownBy(() -> agreements.scale(ADA, id, 0, "mass", facts, "", null))
        .hasMessageContaining("small is recommended");
    assertThat(now(id).scale()).isNull();
  }

  @Test
  void nothingIsSignedBeforeARungIsChosenOrTheDayHasCome() {
    String id = partnership("Bundesarchiv").id();
    assertThatThrownBy(() -> agreements.sign(ADA, id, 0, clock.today(), "paper"))
        .hasMessageContaining("nothing to sign");
    agreements.choose(ADA, id, 0, Rung.LETTER, "a paper is wanted", "");
    assertThatThrownBy(() -> agreements.sign(ADA, id, 1, day("2027-01-01"), "paper"))
        .hasMessageContaining("a day that has come");
  }
}
