package org.handsel.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.handsel.app.sandbox.Sandbox;
import org.handsel.partnership.agreement.Rung;
import org.handsel.partnership.agreement.ScaleFacts;
import org.handsel.partnership.commitment.Commitment;
import org.handsel.partnership.commitment.CommitmentDraft;
import org.handsel.partnership.effort.VolunteerCall;
import org.handsel.partnership.register.Institution;
import org.handsel.partnership.talks.Answer;
import org.handsel.partnership.talks.EntryDraft;
import org.handsel.partnership.talks.Partnership;
import org.handsel.partnership.talks.Referral;
import org.handsel.rights.conditions.LetterAnalysis;
import org.junit.jupiter.api.Test;

/// The co-operation with the Deutsche Fotothek of the SLUB Dresden, as it is documented: agreed on
/// 31 March 2009 on about 250,000 files of some 800 pixels under CC BY-SA 3.0 DE; the library alone
/// selects, only images free of rights of others; volunteers upload and link; all corrections
/// return to its database.
abstract class FotothekScenario extends Cooperation {

  @Test
  void fromTheReferralToTheAgreementAndTheFirstFiles() throws Exception {
    // Stage 1: imported; it belongs to the library, and it heard of us from the Bundesarchiv.
    clock.go("2009-01-12");
    listIsImported();
    Institution fotothek = institution("Q655507");
    Institution slub = institution("DE-14");
    Institution archive = institution("Q685753");
    institutions.affiliate(BO, fotothek.id(), slub.id(), "part-of", "its own site");
    referrals.note(BO, fotothek.id(), archive.id(), LocalDate.parse("2008-12-04"), "the press");
    assertThat(referrals.toldBy(archive.id()))
        .extracting(Referral::institution)
        .containsExactly(fotothek.id());

    // Stages 2 and 3: we ask, they answer with conditions of their own.
    Partnership talks = partnerships.begin(BO, fotothek.id(), "250,000 photographs");
    talks = inStage(talks, 2);
    claims.take(ADA, fotothek.id(), null);
    timeline.log(ADA, mail(talks, "about 250,000 files under CC BY-SA"));
    clock.go("2009-02-20");
    talks = inStage(talks, 3);
    LetterAnalysis letter =
        letter(
            talks,
            "Die Auswahl der Bilder trifft allein unser Haus. Die Dateien haben höchstens 800 Pixel"
                + " Kantenlänge.");
    assertThat(condition(letter, "selection-by-institution").verdict().name())
        .isEqualTo("COMPATIBLE");
    assertThat(condition(letter, "low-resolution").warning())
        .as("the licence may reach the same work at any size")
        .contains("every resolution");

    // Stage 4: mutual promises that bind.
    talks = inStage(talks, 4);
    String id = talks.id();
    agreements.choose(
        BO,
        id,
        0,
        agreements.decisive(List.of("binding-duties")).rung(),
        "both want it to bind",
        "");
    ScaleFacts facts = new ScaleFacts("some", "clear", "good", "some");
    assertThat(agreements.advise(facts).scale()).as("free of rights of others").isEqualTo("mass");
    agreements.scale(BO, id, agreement(talks).version(), "mass", facts, "", null);
    assertThat(agreement(talks).renegotiateOn()).isEqualTo("2010-02-20");

    // Volunteers upload and link: commitments name those who signed up, not the chapter's staff.
    VolunteerCall call =
        volunteers.call(
            BO, id, "Upload and link 250,000 files", 400, LocalDate.parse("2009-03-31"));
    volunteers.signUp(BO, call.id(), "Volunteer 1", 200);
    volunteers.signUp(BO, call.id(), "Volunteer 2", 200);
    Commitment upload =
        agreed(
            commitments.promise(
                BO,
                ours(
                        talks,
                        "upload",
                        "Upload the files and link them to persons and articles",
                        "Bo",
                        "2009-12-31",
                        300)
                    .by(new CommitmentDraft.VolunteersOf(call.id()))));
    assertThat(upload.capacity()).isEmpty();
    assertThat(upload.call()).isEqualTo(call.id());
    Commitment corrections =
        agreed(
            commitments.promise(
                BO,
                ours(
                        talks,
                        "corrections",
                        "Return all corrections: id, field, old, new, source, link",
                        "Bo",
                        "2010-03-31",
                        20)
                    .by(new CommitmentDraft.VolunteersOf(call.id()))
                    .every(3)));
    assertThat(corrections.everyMonths()).isEqualTo(3);
    agreed(
        commitments.promise(
            BO,
            CommitmentDraft.theirs(
                id,
                "files",
                "About 250,000 files free of rights of others",
                "SLUB",
                LocalDate.parse("2009-12-31"))));

    clock.go("2009-03-31");
    timeline.log(ADA, EntryDraft.answer(id, clock.today(), Answer.YES, "It is signed."));
    met(talks, "rights-basis", "only images free of rights of others", null);
    met(talks, "scope", "about 250,000 files; the SLUB alone selects", null);
    met(talks, "licence", "CC BY-SA 3.0 DE for files of about 800 pixels", null);
    met(
        talks,
        "no-guarantee",
        "nobody has a claim to particular images, nobody to their use",
        null);
    met(talks, "source-resolution", "JPEG, about 800 pixels", null);
    met(talks, "credit-line", "SLUB / Deutsche Fotothek, photographer", null);
    met(talks, "other-rights", "personality rights are reserved", null);
    met(
        talks,
        "indemnity",
        "no side indemnifies the other",
        "a law office that knows free licences");
    met(talks, "volunteers-explained", "in Dresden", "Bo");
    met(talks, "feedback", "all corrections return to the database", null);
    met(talks, "partner-load", "the picture service answers", null);
    met(talks, "legal-entity", "the SLUB; the association", null);
    met(talks, "end", "open; files stay free", null);
    met(talks, "speaking", "each for itself", null);
    agreements.sign(BO, id, agreement(talks).version(), clock.today(), "contract of 31 March 2009");
    assertThat(gatekeeper.of(id).passed()).isTrue();
    assertThat(drafts.of(id, Rung.AGREEMENT, "en").text())
        .contains("The institution alone selects", "every 3 months until 2010-03-31");

    // The library takes one image back from its selection: it is refused at planning.
    Path delivery =
        delivery(
            "Fotothek",
            "SLUB / Deutsche Fotothek, %s",
            List.of("df_hauptkatalog_1", "df_hauptkatalog_2", "df_hauptkatalog_3"));
    Path excluded = Files.writeString(folder.resolve("excluded.txt"), "df_hauptkatalog_2\n");
    Path release = planned(delivery, talks, excluded);
    String blocked =
        Files.readAllLines(release.resolve("plan.jsonl")).stream()
            .filter(line -> line.contains("\"item\":\"df_hauptkatalog_2\""))
            .findFirst()
            .orElseThrow();
    assertThat(blocked).contains("EXCLUDED", "\"state\":\"blocked\"");
    try (Sandbox sandbox = sandbox()) {
      assertThat(uploaded(release, sandbox).status().proven()).isEqualTo(2);
    }

    // It goes on, and nothing warns.
    assertThat(now(talks).state()).isEqualTo("open");
    assertThat(loads.warning(id)).isEmpty();
  }
}
