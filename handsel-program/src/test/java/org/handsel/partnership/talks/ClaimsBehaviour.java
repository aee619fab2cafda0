package org.handsel.partnership.talks;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.handsel.platform.History;
import org.handsel.platform.Who;
import org.junit.jupiter.api.Test;

abstract class ClaimsBehaviour extends Talks {
  private Claim taken(Who who, String institution) {
    return ((Claimed.Taken) claims.take(who, institution, null)).claim();
  }

  @Test
  void secondPersonStopsAtANoticeWithTheLastEntry() {
    Partnership talks = partnership("Landesarchiv");
    taken(ADA, talks.institution());
    Entry last = mail(ADA, talks, "We would like to meet.");

    ClaimNotice stop =
        (ClaimNotice)
            timeline.log(
                BO,
                EntryDraft.of(talks.id(), clock.today(), EntryKind.CALL, Direction.OUT, "me too"));

    assertThat(stop.claim().owner()).isEqualTo(ADA);
    assertThat(stop.last()).isEqualTo(last);
    assertThat(timeline.page(talks.id(), null, 10).entries()).containsExactly(last);
    assertThat(claims.take(BO, talks.institution(), null)).isInstanceOf(ClaimNotice.class);
    assertThat(claims.attempt(BO, talks.institution())).isPresent();
    assertThat(claims.attempt(ADA, talks.institution())).isEmpty();
  }

  @Test
  void whatComesInAndNotesAreLoggedByAnybody() {
    Partnership talks = partnership("Landesarchiv");
    taken(ADA, talks.institution());
    logged(
        timeline.log(
            BO,
            EntryDraft.of(talks.id(), clock.today(), EntryKind.MAIL, Direction.IN, "They wrote")));
    logged(
        timeline.log(
            BO,
            EntryDraft.of(talks.id(), clock.today(), EntryKind.NOTE, Direction.OUT, "A thought")));
  }

  @Test
  void contactInSpiteOfAClaimIsLoggedAndBothAreTold() {
    Partnership talks = partnership("Landesarchiv");
    taken(ADA, talks.institution());
    Entry entry =
        logged(
            timeline.log(
                BO,
                EntryDraft.of(
                    talks.id(), clock.today(), EntryKind.CALL, Direction.OUT, "met by chance"),
                "sat beside the director"));

    for (Who told : List.of(ADA, BO)) {
      assertThat(claims.notices(told))
          .singleElement()
          .satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo("contacted");
            assertThat(notice.actor()).isEqualTo(BO);
            assertThat(notice.reason()).isEqualTo("sat beside the director");
          });
    }
    assertThat(
            requireNonNull(history.of("entry", entry.id(), 1).getFirst().after())
                .get("reason")
                .asString())
        .isEqualTo("sat beside the director");
    assertThat(claims.on(talks.institution()).orElseThrow().owner()).isEqualTo(ADA);

    claims.seen(ADA, claims.notices(ADA).getFirst().id());
    assertThat(claims.notices(ADA)).isEmpty();
  }

  @Test
  void claimEndsAfterDaysWithoutContactAndIsFreeForEverybody() {
    Partnership talks = partnership("Landesarchiv");
    assertThat(taken(ADA, talks.institution()).expiresOn()).isEqualTo("2027-01-05");
    clock.go("2027-01-05");
    assertThat(claims.on(talks.institution())).isPresent();
    clock.go("2027-01-06");
    assertThat(claims.on(talks.institution())).isEmpty();
    assertThat(claims.of(ADA)).isEmpty();
    assertThat(taken(BO, talks.institution()).since()).isEqualTo("2027-01-06");
  }

  @Test
  void loggedContactRenewsTheClaimButAnOldOneDoesNotShortenIt() {
    Partnership talks = partnership("Landesarchiv");
    taken(ADA, talks.institution());
    clock.go("2026-12-20");
    mail(ADA, talks, "Happy new year");
    assertThat(claims.on(talks.institution()).orElseThrow().expiresOn()).isEqualTo("2027-01-31");
    timeline.log(
        ADA,
        EntryDraft.of(
            talks.id(), day("2026-10-01"), EntryKind.CALL, Direction.OUT, "forgotten before"));
    assertThat(claims.on(talks.institution()).orElseThrow().expiresOn()).isEqualTo("2027-01-31");
  }

  @Test
  void expiredClaimsAreReleasedInTheLogByTheProgram() {
    Partnership talks = partnership("Landesarchiv");
    taken(ADA, talks.institution());
    clock.go("2027-03-01");
    assertThat(claims.releaseExpired()).hasSize(1);
    History.Change change = history.of("claim", talks.institution(), 1).getFirst();
    assertThat(change.action()).isEqualTo("expire");
    assertThat(change.who()).isEqualTo(Who.HANDSEL);
    assertThat(claims.releaseExpired()).isEmpty();
  }

  @Test
  void claimIsTakenOverWithAReasonAndTheTakeOverCanBeUndone() {
    Partnership talks = partnership("Landesarchiv");
    Claim before = taken(ADA, talks.institution());
    claims.take(BO, talks.institution(), "Ada is ill");
    assertThat(claims.on(talks.institution()).orElseThrow().owner()).isEqualTo(BO);
    assertThat(claims.notices(ADA)).extracting(Notice::kind).containsExactly("taken-over");

    String change =
        history.of("claim", talks.institution(), 10).stream()
            .filter(done -> done.action().equals("take-over"))
            .findFirst()
            .orElseThrow()
            .id();
    assertThat(undo.of(ADA, change)).isEqualTo(new Undone.Back("claim of Ada"));
    assertThat(claims.on(talks.institution())).contains(before);
  }

  @Test
  void somebodyElsesClaimIsReleasedOnlyWithAReason() {
    Partnership talks = partnership("Landesarchiv");
    taken(ADA, talks.institution());
    assertThatThrownBy(() -> claims.release(BO, talks.institution(), null))
        .hasMessageContaining("needs a reason");
    claims.release(BO, talks.institution(), "Ada left the group");
    assertThat(claims.on(talks.institution())).isEmpty();
    assertThat(claims.notices(ADA)).extracting(Notice::kind).containsExactly("released");
    claims.release(BO, talks.institution(), null);
  }

  @Test
  void ofTwoWhoClaimAtOnceOneGetsIt() throws Exception {
    for (int round = 0; round < 5; round++) {
      String institution = institution("Archive " + round);
      List<Claimed> claimed =
          BoardBehaviour.atOnce(
              () -> claims.take(ADA, institution, null), () -> claims.take(BO, institution, null));
      assertThat(claimed).filteredOn(Claimed.Taken.class::isInstance).hasSize(1);
      assertThat(claimed).filteredOn(ClaimNotice.class::isInstance).hasSize(1);
    }
  }
}
