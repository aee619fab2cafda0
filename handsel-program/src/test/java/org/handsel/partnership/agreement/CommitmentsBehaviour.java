package org.handsel.partnership.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.handsel.partnership.commitment.Commitment;
import org.handsel.partnership.commitment.CommitmentDraft;
import org.handsel.partnership.commitment.Commitments;
import org.handsel.partnership.commitment.Promised;
import org.handsel.partnership.effort.VolunteerCall;
import org.handsel.platform.EditConflict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The ledger: what may be promised, and what is stopped.
abstract class CommitmentsBehaviour extends Desks {

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "other|We guarantee that every picture is used in an article.|2",
        "other|All images will be used in Wikipedia articles within a year.|2",
        "other|Wir sorgen dafür, dass die Bilder in Artikeln verwendet werden.|2",
        "upload|The files will not be deleted.|2",
        "upload|Die Dateien bleiben dauerhaft online.|2",
        "link-records|Volunteers will link all 58,000 names.|2",
        "link-records|Ehrenamtliche übernehmen die Verknüpfung der Namen.|2",
        "link-records|Unsere Community wird die Namen verknüpfen.|2",
        "statistics|The article gets 100,000 views a month.|2",
        "statistics|Wir bringen 50.000 Abrufe im Monat.|2",
        "other|You approve the text of the article before it is published.|2",
        "other|The chapter will hold the institution harmless.|2",
        "other|Der Verein stellt das Archiv von Ansprüchen frei von Kosten.|2",
        "guaranteed-use|Ten pictures a month|2",
        "permanence|Ten pictures|2",
        "volunteers-work|Linking|2"
      })
  void whatNobodyCanKeepIsStoppedWithTheReason(String kind, String text, int month) {
    String id = on(Rung.MEMORANDUM);
    capacities.set(ADA, "", "Ada", 1000, null, "");
    Promised promised = commitments.promise(ADA, ours(id, kind, text, 1));
    assertThat(promised)
        .isInstanceOfSatisfying(
            Promised.Stopped.class,
            stop -> {
              assertThat(stop.code()).isEqualTo("cannot-be-kept");
              assertThat(stop.reason().en()).isNotBlank();
              assertThat(stop.instead().de()).isNotBlank();
            });
    assertThat(commitments.of(id)).isEmpty();
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "corrections|Return all corrections as a table every three months.",
        "link-records|Link 58,000 names to the authority file and to articles.",
        "statistics|Report the figures of Commons Impact Metrics once a quarter.",
        "event|Hold a training for the staff; whether pictures are used we cannot promise.",
        "other|We do not guarantee that files are used.",
        "other|Wir können nicht garantieren, dass Bilder in Artikeln verwendet werden.",
        "upload|Die Dateien werden hochgeladen und nach Themen eingeordnet.",
        "contact|Ada answers questions within a week."
      })
  void whatCanBeKeptIsAgreed(String kind, String text) {
    String id = on(Rung.MEMORANDUM);
    capacities.set(ADA, "", "Ada", 40, null, "");
    assertThat(agreed(commitments.promise(ADA, ours(id, kind, text, 8))).state())
        .isEqualTo("agreed");
  }

  @Test
  void promiseBeyondCapacityIsStoppedAndCanBeWished() {
    String id = on(Rung.MEMORANDUM);
    capacities.set(ADA, "", "Ada", 10, null, "evenings");
    CommitmentDraft draft = ours(id, "link-records", "Link the names", 60);
    Promised stopped = commitments.promise(ADA, draft);
    assertThat(stopped)
        .isInstanceOfSatisfying(
            Promised.Stopped.class,
            stop -> {
              assertThat(stop.code()).isEqualTo("beyond-capacity");
              assertThat(stop.reason().en()).contains("Ada gives 31 hours", "takes 60 more");
            });
    Commitment wish = commitments.wish(ADA, draft, "no hours yet");
    assertThat(wish.state()).isEqualTo("wished");
    assertThat(stopped(commitments.agree(ADA, wish.id(), wish.version())))
        .isEqualTo("beyond-capacity");
    capacities.set(ADA, "", "Ada", 30, null, "a sabbatical");
    assertThat(agreed(commitments.agree(ADA, wish.id(), wish.version())).state())
        .isEqualTo("agreed");
  }

  @Test
  void earlierPromisesAreMetFirst() {
    String id = on(Rung.MEMORANDUM);
    capacities.set(ADA, "", "Ada", 10, null, "");
    agreed(commitments.promise(ADA, ours(id, "upload", "Upload", 25)));
    // It would fit by its own day, but then the one before it could not be kept.
    CommitmentDraft sooner =
        CommitmentDraft.ours(id, "event", "Training", "Ada", day("2027-01-24"), 15, "Ada");
    assertThat(stopped(commitments.promise(ADA, sooner))).isEqualTo("beyond-capacity");
    CommitmentDraft later =
        CommitmentDraft.ours(id, "event", "Training", "Ada", day("2027-04-24"), 15, "Ada");
    assertThat(agreed(commitments.promise(ADA, later)).due()).isEqualTo("2027-04-24");
  }

  @Test
  void recurringPromiseTakesItsHoursEachTime() {
    String id = on(Rung.MEMORANDUM);
    capacities.set(ADA, "", "Ada", 2, null, "");
    CommitmentDraft quarterly =
        CommitmentDraft.ours(id, "corrections", "Corrections", "Ada", day("2027-11-24"), 8, "Ada")
            .every(3);
    assertThat(stopped(commitments.promise(ADA, quarterly))).isEqualTo("beyond-capacity");
    capacities.set(ADA, "", "Ada", 3, null, "");
    assertThat(agreed(commitments.promise(ADA, quarterly)).everyMonths()).isEqualTo(3);
  }

  @Test
  void capacityOfAnotherTeamDoesNotCount() {
    String id = on(Rung.MEMORANDUM);
    capacities.set(ADA, "north", "Ada", 100, null, "");
    assertThat(stopped(commitments.promise(ADA, ours(id, "upload", "Upload", 1))))
        .isEqualTo("no-capacity");
  }

  @Test
  void promiseWithoutHoursOrCapacityIsStopped() {
    String id = on(Rung.MEMORANDUM);
    assertThat(stopped(commitments.promise(ADA, ours(id, "upload", "Upload", 0))))
        .isEqualTo("no-hours");
    assertThat(stopped(commitments.promise(ADA, ours(id, "upload", "Upload", 5))))
        .isEqualTo("no-capacity");
    assertThat(stopped(commitments.promise(ADA, ours(id, "files", "Deliver files", 5))))
        .isEqualTo("other-side");
    CommitmentDraft theirs =
        CommitmentDraft.theirs(id, "files", "90,000 files", "the archive", day("2027-03-01"));
    assertThat(agreed(commitments.promise(ADA, theirs)).side()).isEqualTo("institution");
  }

  @Test
  void findingVolunteersIsCoveredWhenTheySignedUpBefore() {
    String id = on(Rung.MEMORANDUM);
    CommitmentDraft promise =
        CommitmentDraft.ours(
            id, "find-volunteers", "Help to find people", "Bo", day("2027-02-28"), 40, "");
    assertThat(stopped(commitments.promise(BO, promise))).isEqualTo("no-call");
    VolunteerCall call = volunteers.call(BO, id, "Link names", 100, day("2027-02-01"));
    CommitmentDraft answered = promise.by(new CommitmentDraft.VolunteersOf(call.id()));
    volunteers.signUp(BO, call.id(), "Anna", 25);
    assertThat(stopped(commitments.promise(BO, answered))).isEqualTo("too-few-volunteers");
    VolunteerCall enough = volunteers.signUp(BO, call.id(), "Karl", 20);
    assertThat(enough.signedUp()).isEqualTo(45);
    Commitment promised = agreed(commitments.promise(BO, answered));
    assertThat(stopped(commitments.promise(BO, answered)))
        .as("twice")
        .isEqualTo("too-few-volunteers");

    volunteers.withdraw(BO, enough.signUps().getLast().id());
    assertThat(commitments.uncovered(id))
        .extracting(Commitments.Uncovered::commitment)
        .containsExactly(promised);
  }

  @Test
  void nameOfAVolunteerIsNotInTheLogAndGoesWithThem() {
    String id = on(Rung.MEMORANDUM);
    VolunteerCall call = volunteers.call(BO, id, "Link names", 100, day("2027-02-01"));
    VolunteerCall one = volunteers.signUp(BO, call.id(), "Annemarie Unverwechselbar", 25);
    volunteers.withdraw(BO, one.signUps().getFirst().id());
    assertThat(history.latest(null, null, 50, 0).toString()).doesNotContain("Unverwechselbar");
    assertThat(volunteers.of(id).getFirst().signUps()).isEmpty();
    List<String> left =
        database.read(handle ->
            handle.createQuery("select name from volunteer_sign_up").mapTo(String.class).list());
    assertThat(left).containsExactly("");
  }

  @Test
  void twoPeopleCannotPromiseTheSameHours() throws Exception {
    String id = on(Rung.MEMORANDUM);
    capacities.set(ADA, "", "Ada", 10, null, "");
    try (ExecutorService two = Executors.newFixedThreadPool(4)) {
      List<Future<Promised>> both =
          two.invokeAll(
              List.of(
                  () -> commitments.promise(ADA, ours(id, "upload", "one", 20)),
                  () -> commitments.promise(BO, ours(id, "upload", "two", 20)),
                  () -> commitments.promise(ADA, ours(id, "upload", "three", 20)),
                  () -> commitments.promise(BO, ours(id, "upload", "four", 20))));
      int agreed = 0;
      for (Future<Promised> one : both) {
        agreed += one.get() instanceof Promised.Agreed ? 1 : 0;
      }
      assertThat(agreed).isEqualTo(1);
    }
    assertThat(commitments.of(id)).hasSize(1);
  }

  @Test
  void keptAndDroppedPromisesGiveTheirHoursBack() {
    String id = on(Rung.MEMORANDUM);
    capacities.set(ADA, "", "Ada", 10, null, "");
    Commitment first = agreed(commitments.promise(ADA, ours(id, "upload", "one", 25)));
    assertThat(stopped(commitments.promise(ADA, ours(id, "upload", "two", 25))))
        .isEqualTo("beyond-capacity");
    assertThatThrownBy(() -> commitments.drop(BO, first.id(), first.version(), " "))
        .hasMessageContaining("needs a reason");
    commitments.drop(BO, first.id(), first.version(), "the archive does it itself");
    Commitment second = agreed(commitments.promise(ADA, ours(id, "upload", "two", 25)));
    assertThatThrownBy(() -> commitments.keep(ADA, second.id(), second.version() - 1, ""))
        .isInstanceOf(EditConflict.class);
    assertThat(commitments.keep(ADA, second.id(), second.version(), "done").state())
        .isEqualTo("kept");
  }

  @Test
  void takingADroppedPromiseUpAgainNeedsItsHours() {
    String id = on(Rung.MEMORANDUM);
    capacities.set(ADA, "", "Ada", 10, null, "");
    Commitment first = agreed(commitments.promise(ADA, ours(id, "upload", "one", 25)));
    commitments.drop(BO, first.id(), first.version(), "not needed");
    String drop = history.of("commitment", first.id(), 1).getFirst().id();
    Commitment other = agreed(commitments.promise(ADA, ours(id, "upload", "two", 25)));
    assertThat(commitments.undo(ADA, drop)).isPresent();
    commitments.drop(BO, other.id(), other.version(), "neither");
    assertThat(commitments.undo(ADA, drop)).isEmpty();
    assertThat(commitments.find(first.id()).orElseThrow().state()).isEqualTo("agreed");
  }
}
