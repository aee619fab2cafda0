package org.handsel.partnership.talks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.handsel.partnership.talks.Digest.Part;
import org.junit.jupiter.api.Test;

abstract class RevisitsBehaviour extends Talks {
  @Test
  void contactRestartsTheInterval() {
    Partnership talks = inStage("Landesarchiv", 2);
    stages.notYet(ADA, talks.id(), talks.version(), RevisitPlan.usual("refusal"));
    assertThat(now(talks).revisitOn()).isEqualTo("2027-05-24");
    clock.go("2027-02-10");
    mail(ADA, talks, "A postcard");
    assertThat(now(talks).revisitOn()).isEqualTo("2027-08-10");
    assertThat(now(talks).state()).isEqualTo("not-yet");
  }

  @Test
  void contactDoesNotMoveADayThatIsKnown() {
    Partnership talks = inStage("Landesarchiv", 2);
    revisits.plan(
        ADA, talks.id(), new RevisitPlan("exclusivity", null, day("2027-06-30"), "scanning firm"));
    clock.go("2027-02-10");
    mail(ADA, talks, "A postcard");
    assertThat(now(talks).revisitOn()).isEqualTo("2027-06-30");
  }

  @Test
  void snoozePutsOffUntilAContactRestarts() {
    Partnership talks = inStage("Landesarchiv", 2);
    revisits.plan(ADA, talks.id(), RevisitPlan.usual("no-answer"));
    Revisit snoozed = revisits.snooze(ADA, talks.id(), day("2027-02-01"));
    assertThat(snoozed.dueOn()).isEqualTo("2026-12-24");
    assertThat(now(talks).revisitOn()).isEqualTo("2027-02-01");
    assertThatThrownBy(() -> revisits.snooze(ADA, talks.id(), clock.today()))
        .hasMessageContaining("expected a day after today");
    clock.go("2026-12-01");
    mail(ADA, talks, "Again");
    assertThat(now(talks).revisitOn()).isEqualTo("2027-01-01");
  }

  @Test
  void digestSaysWhatIsDueForEachPerson() {
    Partnership overdue = inStage("A overdue", 2);
    revisits.plan(ADA, overdue.id(), RevisitPlan.usual("no-answer"));
    Partnership soon = inStage("B soon", 2);
    revisits.plan(ADA, soon.id(), new RevisitPlan("precedent", null, day("2027-01-05"), ""));
    Partnership later = inStage("C later", 2);
    revisits.plan(ADA, later.id(), RevisitPlan.usual("refusal"));
    Partnership stepped = inStage("D step", 2);
    timeline.log(
        BO,
        EntryDraft.of(stepped.id(), clock.today(), EntryKind.NOTE, Direction.OUT, "think")
            .with(NextStep.open("send list", day("2027-01-02"), ADA)));
    claims.take(ADA, stepped.institution(), null);
    claims.take(BO, later.institution(), null);
    occasions.add(
        ADA,
        Occasion.draft("Archivtag", "congress", "Suhl", day("2027-01-10"), day("2027-01-12"))
            .with(List.of(ADA), List.of(soon.institution())));

    Digest digest = digests.of(ADA, day("2027-01-01"));

    assertThat(digest.lines())
        .extracting(line -> line.part() + " " + line.institution())
        .containsExactly(
            "OVERDUE A overdue", "THIS_WEEK B soon", "STEP D step", "CLAIM D step", "EVENT B soon");
    assertThat(digest.text())
        .contains("Come back, overdue", "2026-12-24  A overdue – photographs", "send list");
    assertThat(digests.of(BO, day("2027-01-01")).lines())
        .extracting(Digest.Line::part)
        .containsExactly(Part.CLAIM);
    // After two weeks what nobody did is shown to everybody.
    assertThat(digests.of(BO, day("2027-01-07")).of(Part.NOBODYS))
        .extracting(Digest.Line::institution)
        .containsExactly("A overdue");
  }

  @Test
  void revisitIsTheBusinessOfWhoeverHasTheClaim() {
    Partnership talks = inStage("Landesarchiv", 2);
    revisits.plan(ADA, talks.id(), RevisitPlan.usual("no-answer"));
    clock.go("2026-12-20");
    claims.take(BO, talks.institution(), null);
    assertThat(digests.of(ADA, day("2026-12-24")).of(Part.THIS_WEEK)).isEmpty();
    assertThat(digests.of(BO, day("2026-12-24")).of(Part.THIS_WEEK)).hasSize(1);
  }

  @Test
  void digestNamesAPersonWhoseDataIsDueByTheMaskedLabelOnly() {
    String institution = institution("Landesarchiv");
    var person = person(institution, "Erika Meier");
    Digest digest = digests.of(ADA, day("2028-11-24"));
    assertThat(digest.of(Part.RETENTION))
        .extracting(Digest.Line::title)
        .containsExactly(person.label());
    assertThat(digests.of(BO, day("2028-11-24")).lines()).isEmpty();
  }

  @Test
  void calendarIsReadBackByACalendarProgramAndNamesNobody() throws Exception {
    Partnership talks = inStage("Musée d’Art; Genève, \"Rath\"", 2);
    person(talks.institution(), "Erika Meier");
    claims.take(ADA, talks.institution(), null);
    revisits.plan(ADA, talks.id(), RevisitPlan.usual("no-answer"));
    timeline.log(
        ADA,
        EntryDraft.of(talks.id(), clock.today(), EntryKind.NOTE, Direction.OUT, "Meier is ill")
            .with(NextStep.open("call Erika Meier", day("2026-12-01"), ADA)));
    occasions.add(
        ADA,
        Occasion.draft("Archivtag", "congress", "Suhl", day("2027-01-10"), day("2027-01-12"))
            .with(List.of(ADA, BO), List.of(talks.institution())));

    String feed = this.feed.of(ADA);
    Calendar calendar = new CalendarBuilder().build(new StringReader(feed));

    assertThat(calendar.validate().hasErrors()).as(calendar.validate().toString()).isFalse();
    List<VEvent> events = calendar.getComponents("VEVENT");
    assertThat(events)
        .extracting(event -> event.getRequiredProperty(Property.SUMMARY).getValue())
        .containsExactly(
            "Come back: Musée d’Art; Genève, \"Rath\" – photographs",
            "Next step: Musée d’Art; Genève, \"Rath\" – photographs",
            "Claim runs out: Musée d’Art; Genève, \"Rath\"",
            "Archivtag");
    VEvent congress = events.getLast();
    assertThat(congress.getRequiredProperty(Property.DTSTART).getValue()).isEqualTo("20270110");
    // The end of whole days is the first day after.
    assertThat(congress.getRequiredProperty(Property.DTEND).getValue()).isEqualTo("20270113");
    // The numbers in it may happen to hold any three letters up to f.
    assertThat(feed.lines().filter(line -> !line.startsWith("UID:")))
        .noneMatch(
            line -> line.contains("Erika") || line.contains("Meier") || line.contains("ada"));
    assertThat(feed.lines())
        .allSatisfy(line -> assertThat(line.getBytes("UTF-8")).hasSizeLessThan(76));

    clock.pass(1);
    assertThat(uids(this.feed.of(ADA))).isEqualTo(uids(feed)).doesNotHaveDuplicates().hasSize(4);
  }

  @Test
  void calendarOfSomebodyNewIsEmptyButACalendar() throws Exception {
    Calendar calendar = new CalendarBuilder().build(new StringReader(feed.of(BO)));
    assertThat(calendar.getComponents()).isEmpty();
  }

  private static List<String> uids(String feed) {
    return feed.lines().filter(line -> line.startsWith("UID:")).toList();
  }

  @Test
  void eventIsOpenUntilItsResultIsNoted() {
    Occasion congress =
        occasions.add(
            ADA,
            Occasion.draft("Archivtag", "congress", "Suhl", day("2026-12-01"), day("2026-12-02"))
                .with(List.of(ADA), List.of()));
    assertThat(digests.of(ADA, day("2027-03-01")).of(Part.EVENT)).hasSize(1);
    Occasion changed = occasions.change(ADA, congress.withResult("two cards of directors"));
    assertThat(digests.of(ADA, day("2027-03-01")).of(Part.EVENT)).isEmpty();
    assertThat(occasions.find(congress.id())).contains(changed);
    assertThatThrownBy(() -> occasions.change(BO, congress.withResult("nothing")))
        .hasMessageContaining("Ada changed it meanwhile");
  }

  @Test
  void whoToldWhomIsKnownFromBothSides() {
    String told = institution("Told");
    String teller = institution("Teller");
    referrals.note(ADA, told, teller, clock.today(), "at a dinner");
    referrals.note(ADA, told, teller, clock.today(), "at lunch");
    assertThat(referrals.toldTo(told))
        .containsExactly(new Referral(told, teller, clock.today(), "at lunch", ADA));
    assertThat(referrals.toldBy(teller)).isEqualTo(referrals.toldTo(told));
    assertThatThrownBy(() -> referrals.note(ADA, told, told, clock.today(), ""))
        .hasMessageContaining("expected another institution");
  }
}
