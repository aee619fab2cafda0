package org.handsel.partnership.talks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.handsel.platform.EditConflict;
import org.handsel.platform.History;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.junit.jupiter.api.Test;

abstract class TimelineBehaviour extends Talks {
  private static final String SHA1 = "da39a3ee5e6b4b0d3255bfef95601890afd80709";

  @Test
  void entryKeepsPeopleFilesAndNextStep() {
    Partnership talks = partnership("Landesarchiv");
    String person = person(talks.institution(), "Erika Meier").id();
    EntryDraft draft =
        EntryDraft.of(
                talks.id(), day("2026-11-23"), EntryKind.LETTER, Direction.OUT, "Dear Ms Meier")
            .withPeople(List.of(person))
            .withFiles(List.of(new Attachment("/letters/1.pdf", SHA1)))
            .with(NextStep.open("call her", day("2026-12-01"), ADA));

    Entry entry = logged(timeline.log(ADA, draft));

    assertThat(timeline.find(entry.id())).contains(entry);
    assertThat(entry.people()).containsExactly(person);
    assertThat(entry.files()).containsExactly(new Attachment("/letters/1.pdf", SHA1));
    assertThat(entry.step()).isEqualTo(draft.step());
    assertThat(timeline.openSteps(talks.id())).containsExactly(entry);
    timeline.stepDone(BO, entry.id());
    assertThat(timeline.openSteps(talks.id())).isEmpty();
  }

  @Test
  void futureIsNoEntry() {
    Partnership talks = partnership("Landesarchiv");
    assertThatThrownBy(() ->
            timeline.log(
                ADA,
                EntryDraft.of(
                    talks.id(), day("2026-12-24"), EntryKind.CALL, Direction.OUT, "to come")))
        .hasMessageContaining("expected 2026-11-24 or before, found \"2026-12-24\"");
  }

  @Test
  void noMakesThePartnershipNotYetWithADayToComeBack() {
    Partnership talks = inStage("Landesarchiv", 3);
    logged(
        timeline.log(
            ADA, EntryDraft.answer(talks.id(), day("2026-11-20"), Answer.NO, "We cannot.")));
    Partnership after = now(talks);
    assertThat(after.state()).isEqualTo("not-yet");
    assertThat(after.revisitOn()).isEqualTo("2027-05-20");
    assertThat(revisits.of(talks.id()).orElseThrow().reason())
        .contains("6 months after 2026-11-20", "usual: 3 to 18", "refusal")
        .isNotBlank();
  }

  @Test
  void withdrawnNoOpensThePartnershipAgain() {
    Partnership talks = inStage("Landesarchiv", 3);
    Entry no =
        logged(
            timeline.log(
                ADA, EntryDraft.answer(talks.id(), clock.today(), Answer.NO, "We cannot.")));
    String change = history.of("entry", no.id(), 1).getFirst().id();

    assertThat(undo.of(ADA, change)).isEqualTo(new Undone.Back("entry withdrawn"));

    assertThat(now(talks).state()).isEqualTo("open");
    assertThat(now(talks).revisitOn()).isNull();
    assertThat(timeline.page(talks.id(), null, 10).entries()).isEmpty();
    assertThat(timeline.find(no.id()).orElseThrow().withdrawn()).isTrue();
    assertThat(boards.cards(CardFilter.ALL, 1, 0).getFirst().lastContact()).isNull();
  }

  @Test
  void yesBringsNoRevisitAndNoBut() {
    Partnership talks = inStage("Landesarchiv", 3);
    timeline.ask(
        ADA,
        EntryDraft.of(talks.id(), clock.today(), EntryKind.MAIL, Direction.OUT, "May we?"),
        null,
        null);
    assertThat(now(talks).revisitOn()).isEqualTo("2026-12-24");
    Entry letter =
        logged(
            timeline.log(
                ADA,
                EntryDraft.answer(
                    talks.id(), clock.today(), Answer.NO_BUT, "Yes, if nobody earns money.")));
    assertThat(revisits.of(talks.id()).orElseThrow().cause()).isEqualTo("conditions");
    timeline.link(
        ADA,
        letter.id(),
        List.of(
            new Entry.LinkedCondition("nc-only", "Yes, if nobody earns money.", "incompatible")));
    assertThat(timeline.find(letter.id()).orElseThrow().conditions())
        .extracting(Entry.LinkedCondition::id)
        .containsExactly("nc-only");
    assertThat(now(talks).state()).isEqualTo("open");

    timeline.log(ADA, EntryDraft.answer(talks.id(), clock.today(), Answer.YES, "All right."));
    assertThat(now(talks).revisitOn()).isNull();
  }

  @Test
  void silenceIsNoContact() {
    Partnership talks = inStage("Landesarchiv", 2);
    timeline.log(ADA, EntryDraft.answer(talks.id(), clock.today(), Answer.NONE, ""));
    assertThat(revisits.of(talks.id()).orElseThrow().cause()).isEqualTo("no-answer");
    assertThat(boards.cards(CardFilter.ALL, 1, 0).getFirst().lastContact()).isNull();
  }

  @Test
  void editKeepsWhatStoodThereAndTheLogHoldsNoText() {
    Partnership talks = partnership("Landesarchiv");
    Entry entry = mail(ADA, talks, "Frau Meier is agianst it");
    Entry after =
        timeline.edit(
            BO,
            entry.id(),
            entry.version(),
            EntryDraft.of(
                talks.id(),
                clock.today(),
                EntryKind.CALL,
                Direction.OUT,
                "Frau Meier is against it"));
    assertThat(after.text()).isEqualTo("Frau Meier is against it");
    assertThat(after.version()).isEqualTo(2);
    List<String> former =
        database.read(handle ->
            handle.createQuery("select text from timeline_former").mapTo(String.class).list());
    assertThat(former).containsExactly("Frau Meier is agianst it");
    for (History.Change change : history.of("entry", entry.id(), 10)) {
      assertThat(String.valueOf(change.before()) + change.after()).doesNotContain("Meier");
    }
    assertThatThrownBy(() ->
            timeline.edit(
                ADA,
                entry.id(),
                entry.version(),
                EntryDraft.of(talks.id(), clock.today(), EntryKind.CALL, Direction.OUT, "again")))
        .isInstanceOf(EditConflict.class)
        .hasMessageContaining("Bo changed it meanwhile");
  }

  @Test
  void longTimelineIsReadPageByPageWithoutGapOrDouble() {
    Partnership talks = partnership("Landesarchiv");
    List<String> written = new ArrayList<>();
    for (int i = 0; i < 23; i++) {
      // Several a day, and logged in no order of days.
      LocalDate day = day("2026-11-20").minusDays(i * 7 % 5);
      written.add(
          logged(
                  timeline.log(
                      ADA, EntryDraft.of(talks.id(), day, EntryKind.NOTE, Direction.OUT, "n" + i)))
              .id());
    }
    List<Entry> read = new ArrayList<>();
    Entry.Cursor next = null;
    do {
      Entry.Page page = timeline.page(talks.id(), next, 5);
      read.addAll(page.entries());
      next = page.next();
    } while (next != null);
    assertThat(read).extracting(Entry::id).containsExactlyInAnyOrderElementsOf(written);
    assertThat(read).extracting(Entry::day).isSortedAccordingTo((a, b) -> b.compareTo(a));
  }

  @Test
  void twentyThousandEntriesAreReadThroughTheirIndexes() {
    List<Partnership> many = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      many.add(inStage("Archive " + i, 2));
    }
    database.write(handle -> {
      PreparedBatch batch =
          handle.prepareBatch(
              """
              insert into timeline_entry (id, partnership, day, kind, direction, text, who, who_name, logged_at)
              values (:id, :partnership, :day, 'mail', 'out', 'text', 'ada', 'Ada', 0)
              """);
      for (int i = 0; i < 20_000; i++) {
        batch
            .bind("id", "e%06d".formatted(i))
            .bind("partnership", many.get(i % 20).id())
            .bind("day", day("2020-01-01").plusDays(i % 2000).toString())
            .add();
      }
      batch.execute();
    });
    Entry.Page first = timeline.page(many.getFirst().id(), null, 50);
    assertThat(first.entries()).hasSize(50);
    // A plan instead of a stopwatch, which other work on the machine would disturb.
    assertThat(
            plan(
                "select * from timeline_entry where partnership = 'x' and not withdrawn and (day,"
                    + " id) < ('9', '') order by day desc, id desc limit 50"))
        .contains("timeline_entry_day");
    assertThat(boards.of("", 50).columns().get(2).cards()).hasSize(20);
  }

  /// How the database would run a query.
  abstract String plan(String sql);
}
