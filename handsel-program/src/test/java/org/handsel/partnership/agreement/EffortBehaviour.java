package org.handsel.partnership.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.handsel.partnership.commitment.Staffing;
import org.handsel.partnership.effort.EffortForecast;
import org.handsel.partnership.effort.LoadWarning;
import org.handsel.partnership.effort.VolunteerCall;
import org.handsel.partnership.talks.Moved;
import org.handsel.partnership.talks.Partnership;
import org.junit.jupiter.api.Test;

/// Hours that partnerships take, whether volunteers suffice, and the load on the partner.
abstract class EffortBehaviour extends Desks {

  private Partnership stage(Partnership partnership, int stage) {
    return ((Moved.There)
            stages.move(
                ADA,
                partnership.id(),
                partnerships.find(partnership.id()).orElseThrow().version(),
                stage,
                "set up"))
        .partnership();
  }

  @Test
  void withoutOwnCasesFourPeopleForThreeMonthsStandIn() {
    EffortForecast forecast = effort.forecast(partnership("Bundesarchiv").id());
    assertThat(forecast.expected()).isEqualTo(260);
    assertThat(forecast.stages()).allMatch(stage -> stage.cases() == 0);
    assertThat(forecast.own()).isFalse();
  }

  @Test
  void ownCasesThatArePastAStageTellWhatItTakes() {
    Partnership first = partnership("First");
    Partnership second = partnership("Second");
    effort.note(ADA, first.id(), 2, 600, clock.today(), "letters");
    effort.note(BO, first.id(), 2, 600, clock.today(), "meeting");
    effort.note(ADA, second.id(), 2, 600, clock.today(), "letters");
    String third = partnership("Third").id();
    assertThat(effort.forecast(third).stages().get(2).cases()).as("none is past it").isZero();
    stage(first, 3);
    stage(second, 3);
    EffortForecast.Stage talks = effort.forecast(third).stages().get(2);
    assertThat(talks.cases()).isEqualTo(2);
    assertThat(talks.expected()).isCloseTo(15, within(1e-9));
    assertThat(effort.forecast(first.id()).stages().get(2).spent()).isEqualTo(20);
    assertThat(effort.forecast(first.id()).stages().get(2).left()).isZero();
  }

  @Test
  void impossibleTimesAreRefused() {
    String id = partnership("Bundesarchiv").id();
    assertThatThrownBy(() -> effort.note(ADA, id, 6, 60, clock.today(), ""))
        .hasMessageContaining("stage 6");
    assertThatThrownBy(() -> effort.note(ADA, id, 2, 0, clock.today(), ""))
        .hasMessageContaining("0 minutes");
    assertThatThrownBy(() -> effort.note(ADA, id, 2, 60, day("2027-01-01"), ""))
        .hasMessageContaining("a day that has come");
  }

  @Test
  void volunteersSufficeOrTheChapterHelpsOrSomebodyIsPaid() {
    Partnership partnership = partnership("Bundesarchiv");
    stage(partnership, 4);
    String id = partnership.id();
    assertThat(staffings.of(id).needed()).as("stages 4 and 5").isEqualTo(169);
    assertThat(staffings.of(id).verdict()).isEqualTo("paid");
    assertThat(staffings.of(id).missing()).isEqualTo(169);

    VolunteerCall call = volunteers.call(ADA, id, "Upload", 169, day("2027-01-31"));
    volunteers.signUp(ADA, call.id(), "Anna", 100);
    capacities.set(ADA, "", "office", 25, null, "one day a week");
    Staffing chapter = staffings.of(id);
    assertThat(chapter.verdict()).isEqualTo("chapter");
    assertThat(chapter.chapter()).isEqualTo(76);

    volunteers.signUp(ADA, call.id(), "Karl", 69);
    assertThat(staffings.of(id).verdict()).isEqualTo("volunteers");
  }

  @Test
  void hoursThatThePromisesTakeAreNotFreeForAnythingElse() {
    String id = on(Rung.MEMORANDUM);
    capacities.set(ADA, "", "Ada", 30, null, "");
    assertThat(staffings.of(id).chapter()).as("until 24 February").isEqualTo(91);
    agreed(commitments.promise(ADA, ours(id, "upload", "Upload", 50)));
    assertThat(staffings.of(id).chapter()).as("95 hours until 28 February, less 50").isEqualTo(45);
  }

  @Test
  void inquiriesThatGrowWithoutStaffAreAWarning() {
    String id = partnership("Bundesarchiv").id();
    loads.note(ADA, id, day("2026-01-31"), 100, 3, "before");
    assertThat(loads.warning(id)).isEmpty();
    loads.note(ADA, id, day("2026-10-31"), 160, 3, "after");
    assertThat(loads.warning(id)).get().extracting(LoadWarning::alarm).isEqualTo(false);
    loads.note(ADA, id, day("2026-11-20"), 330, 3, "after the press");
    LoadWarning warning = loads.warning(id).orElseThrow();
    assertThat(warning.growth()).isEqualTo(230);
    assertThat(warning.alarm()).isTrue();
    loads.note(ADA, id, day("2026-11-23"), 330, 10, "seven people more");
    assertThat(loads.warning(id)).isEmpty();
  }

  @Test
  void forecastSaysWhereItComesFrom() {
    assertThat(loads.forecast(200).expected()).isEqualTo(660);
    assertThat(loads.forecast(200).growths())
        .allMatch(growth -> growth.source().contains("Bundesarchiv"));
  }
}
