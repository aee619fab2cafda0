package org.handsel.partnership.talks;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.handsel.partnership.talks.Digest.Part;
import org.handsel.platform.Who;
import org.junit.jupiter.api.Test;

/// The talks of two documented German co-operations, Bundesarchiv (2008–2010) and Deutsche Fotothek
/// (2009). What was said stands here in our own words; days other than the documented ones are
/// chosen.
abstract class RealCasesBehaviour extends Talks {
  private static final Who CLEO = new Who("cleo", "Cleo");

  @Test
  void bundesarchivFromAYearOfTalksToNotYet() {
    clock.go("2007-12-03");
    String archive = institution("Bundesarchiv");
    Partnership talks = partnerships.begin(ADA, archive, "photographs");
    talks = there(stages.move(ADA, talks.id(), talks.version(), 2, null));
    claims.take(ADA, archive, null);

    // Three people, one claim at a time, contacts every three weeks for a year.
    List<Who> three = List.of(ADA, BO, CLEO);
    List<String> written = new ArrayList<>();
    for (int round = 0; round < 17; round++) {
      Who speaker = three.get(round / 6);
      if (!claims.on(archive).orElseThrow().owner().equals(speaker)) {
        claims.release(claims.on(archive).orElseThrow().owner(), archive, null);
        assertThat(claims.take(speaker, archive, null)).isInstanceOf(Claimed.Taken.class);
      }
      written.add(mail(speaker, talks, "round " + round).id());
      Who another = three.get((round / 6 + 1) % 3);
      EntryDraft doubled =
          EntryDraft.of(talks.id(), clock.today(), EntryKind.CALL, Direction.OUT, "doubled");
      assertThat(timeline.log(another, doubled))
          .isInstanceOfSatisfying(
              ClaimNotice.class,
              notice -> {
                assertThat(notice.claim().owner()).isEqualTo(speaker);
                assertThat(requireNonNull(notice.last()).id()).isEqualTo(written.getLast());
              });
      clock.pass(21);
      assertThat(claims.on(archive)).as("no thread is lost on " + clock.today()).isPresent();
    }
    assertThat(timeline.page(talks.id(), null, 100).entries())
        .extracting(Entry::id)
        .containsExactlyElementsOf(written.reversed());

    // 4 December 2008: nearly 90,000 photographs, 800 pixels, CC BY-SA 3.0 DE.
    clock.go("2008-12-04");
    talks = there(stages.move(CLEO, talks.id(), now(talks).version(), 3, null));
    Entry letter =
        logged(
            timeline.log(
                CLEO,
                EntryDraft.answer(
                    talks.id(),
                    clock.today(),
                    Answer.NO_BUT,
                    "Nearly 90,000 photographs, 800 pixels on the long side, with our credit"
                        + " line.")));
    timeline.link(
        CLEO,
        letter.id(),
        List.of(
            new Entry.LinkedCondition("low-resolution", "800 pixels", "compatible"),
            new Entry.LinkedCondition("attribution-line", "our credit line", "compatible")));
    timeline.log(CLEO, EntryDraft.answer(talks.id(), clock.today(), Answer.YES, "It is signed."));
    assertThat(now(talks).revisitOn()).isNull();
    talks = there(stages.move(CLEO, talks.id(), now(talks).version(), 4, null));

    // January 2010: 82,457 files are there.
    clock.go("2010-01-15");
    talks = there(stages.move(CLEO, talks.id(), talks.version(), 5, null));
    int changes = history.of("partnership", talks.id(), 100).size();

    // November 2010: the archive does not go on.
    clock.go("2010-11-15");
    timeline.log(
        CLEO,
        EntryDraft.answer(
            talks.id(), clock.today(), Answer.NO, "Inquiries grew by 230 % without more staff."));

    Partnership end = now(talks);
    assertThat(end.state()).isEqualTo("not-yet");
    assertThat(end.stage()).isEqualTo(5);
    assertThat(end.revisitOn()).isEqualTo("2011-11-15");
    assertThat(revisits.of(end.id()).orElseThrow().cause()).isEqualTo("not-renewed");
    // Past files are no business of the talks: nothing is due but to come back.
    assertThat(digests.of(CLEO, clock.today()).lines()).isEmpty();
    assertThat(timeline.openSteps(end.id())).isEmpty();
    assertThat(digests.of(CLEO, day("2011-11-15")).of(Part.THIS_WEEK))
        .extracting(Digest.Line::subject)
        .containsExactly(end.id());
    assertThat(history.of("partnership", end.id(), 100)).hasSize(changes + 1);
  }

  @Test
  void fotothekAlsoHeardOfItFromTheArchiveAndGoesOn() {
    clock.go("2009-01-12");
    String archive = institution("Bundesarchiv");
    String fotothek = institution("Deutsche Fotothek");
    referrals.note(BO, fotothek, archive, day("2008-12-04"), "press conference");
    Partnership talks = partnerships.begin(BO, fotothek, "250,000 photographs");
    talks = there(stages.move(BO, talks.id(), talks.version(), 2, null));
    claims.take(BO, fotothek, null);
    timeline.ask(
        BO,
        EntryDraft.of(
            talks.id(),
            clock.today(),
            EntryKind.LETTER,
            Direction.OUT,
            "about 250,000 files under CC BY-SA"),
        null,
        null);
    assertThat(now(talks).revisitOn()).isEqualTo("2009-02-12");

    clock.go("2009-02-20");
    talks = there(stages.move(BO, talks.id(), now(talks).version(), 3, null));
    Entry letter =
        logged(
            timeline.log(
                BO,
                EntryDraft.answer(
                    talks.id(),
                    clock.today(),
                    Answer.NO_BUT,
                    "The library alone selects the images; corrections come back to us.")));
    timeline.link(
        BO,
        letter.id(),
        List.of(
            new Entry.LinkedCondition(
                "selection-by-institution", "The library alone selects the images", "compatible")));
    clock.go("2009-03-31");
    timeline.log(BO, EntryDraft.answer(talks.id(), clock.today(), Answer.YES, "Signed."));
    talks = there(stages.move(BO, talks.id(), now(talks).version(), 4, null));

    assertThat(now(talks).state()).isEqualTo("open");
    assertThat(now(talks).revisitOn()).isNull();
    assertThat(timeline.find(letter.id()).orElseThrow().text()).contains("library alone selects");
    assertThat(referrals.toldBy(archive))
        .extracting(Referral::institution)
        .containsExactly(fotothek);
    assertThat(boards.of("", 5).columns().get(4).cards())
        .extracting(Card::institution)
        .containsExactly("Deutsche Fotothek");
  }
}
