package org.handsel.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.handsel.app.sandbox.Sandbox;
import org.handsel.partnership.agreement.Rung;
import org.handsel.partnership.agreement.ScaleAdvice;
import org.handsel.partnership.agreement.ScaleFacts;
import org.handsel.partnership.briefs.Brief;
import org.handsel.partnership.briefs.Briefs;
import org.handsel.partnership.commitment.Commitment;
import org.handsel.partnership.commitment.CommitmentDraft;
import org.handsel.partnership.draft.Draft;
import org.handsel.partnership.effort.LoadWarning;
import org.handsel.partnership.effort.VolunteerCall;
import org.handsel.partnership.precedents.Precedents;
import org.handsel.partnership.prospects.Prospect;
import org.handsel.partnership.prospects.Prospects;
import org.handsel.partnership.register.Institution;
import org.handsel.partnership.register.PairVerdict;
import org.handsel.partnership.talks.Answer;
import org.handsel.partnership.talks.ClaimNotice;
import org.handsel.partnership.talks.EntryDraft;
import org.handsel.partnership.talks.Partnership;
import org.handsel.platform.HandselException;
import org.handsel.rights.conditions.LetterAnalysis;
import org.junit.jupiter.api.Test;

/// The co-operation with the Bundesarchiv, 2007 to 2010, as it is documented: nearly 90,000
/// photographs of 800 pixels under CC BY-SA 3.0 DE, announced on 4 December 2008; 58,000 names
/// linked in return; 82,457 files by January 2010; inquiries grew by 230 % without extra staff, and
/// in November 2010 the archive did not go on.
abstract class BundesarchivScenario extends Cooperation {

  @Test
  void fromTheShoppingListToTheAgreementAndToNotYet() throws Exception {
    // Stage 1: the list is imported, and the archive is told from its own parts.
    listIsImported();
    Institution archive = institution("Q685753");
    assertThat(archive.name()).isEqualTo("Bundesarchiv");
    assertThat(institution("DE-1958").id()).isEqualTo(archive.id());
    List<PairVerdict> pairs = new ArrayList<>();
    institutions.duplicates(Set.of(), 0.0, pairs::add);
    assertThat(pairs)
        .filteredOn(pair ->
            pair.a().name().contains("undesarchiv") && pair.b().name().contains("undesarchiv"))
        .as("the archive, its library and its film archive are not the same")
        .noneMatch(pair -> pair.outcome().equals("same"));
    Institution library =
        institutions.search("Bibliothek des Bundesarchivs", emptyQuery(), 1).getFirst();
    Institution film = institutions.search("Bundesarchiv-Filmarchiv", emptyQuery(), 1).getFirst();
    institutions.affiliate(ADA, library.id(), archive.id(), "part-of", "its own site");
    institutions.affiliate(ADA, film.id(), archive.id(), "part-of", "its own site");
    assertThat(institutions.affiliations(archive.id())).hasSize(2);
    assertThat(institution("Q685753").mergedInto()).isNull();

    // Its profile says what part of the rights it holds, and why: that was questioned later.
    institutions.state(
        ADA, archive.id(), "own-rights-share", "0.1", "https://archive.example/rights", null);
    institutions.state(
        ADA,
        archive.id(),
        "rights-basis",
        "The archive licenses as holder of the rights by contract with agencies and photographers",
        "https://archive.example/rights",
        null);
    assertThat(institutions.profile(archive.id()))
        .extracting(statement -> statement.question())
        .contains("rights-basis", "own-rights-share");

    // The shopping list ranks it with reasons, and the brief for the first meeting is there.
    Prospects prospects = new Prospects(database, history, clock, institutions);
    Prospect prospect = prospects.one(archive.id(), prospects.weights()).orElseThrow();
    assertThat(prospect.score().likely())
        .isBetween(prospect.score().least(), prospect.score().most());
    assertThat(prospect.score().steps()).as("every score is explained").isNotEmpty();
    Brief brief =
        new Briefs(
                database,
                history,
                clock,
                institutions,
                prospects,
                new Precedents(database, history, clock, institutions))
            .brief(archive.id(), new PlainWording())
            .orElseThrow();
    assertThat(brief.known()).as("what the profile says").isNotEmpty();
    assertThat(brief.open()).as("what is to be asked").isNotEmpty();

    // Stage 2: a year of talks by three people, one claim at a time.
    Partnership talks = partnerships.begin(ADA, archive.id(), "photographs");
    talks = inStage(talks, 2);
    claims.take(ADA, archive.id(), null);
    timeline.log(ADA, mail(talks, "first letter"));
    assertThat(timeline.log(BO, mail(talks, "second letter by somebody else")))
        .as("nobody does double work")
        .isInstanceOf(ClaimNotice.class);
    loads.note(ADA, talks.id(), clock.today(), 100, 3, "said in the first meeting");
    assertThat(loads.forecast(100).expected())
        .as("what they may expect, from the one documented case")
        .isEqualTo(330);

    // Stage 3: "yes, but" in a letter.
    clock.go("2008-09-15");
    talks = inStage(talks, 3);
    LetterAnalysis letter =
        letter(
            talks,
            "Wir stellen Ihnen die Bilder nur in einer Auflösung von höchstens 800 Pixeln zur"
                + " Verfügung. Als Bildnachweis muss die Signatur mit unserem Namen genannt"
                + " werden.");
    assertThat(condition(letter, "low-resolution").verdict().name()).isEqualTo("COMPATIBLE");
    assertThat(condition(letter, "low-resolution").warning()).contains("every resolution");
    assertThat(condition(letter, "attribution-line").verdict().name()).isEqualTo("COMPATIBLE");

    // Stage 4: a public body, promises on both sides: a contract.
    talks = inStage(talks, 4);
    String id = talks.id();
    Rung rung = agreements.decisive(List.of("mutual-promises", "public-body")).rung();
    assertThat(rung).isEqualTo(Rung.AGREEMENT);
    agreements.choose(ADA, id, 0, rung, "a federal archive acts by contract", "");
    ScaleFacts facts = new ScaleFacts("some", "mixed", "good", "some");
    ScaleAdvice advice = agreements.advise(facts);
    agreements.scale(
        ADA,
        id,
        agreement(talks).version(),
        "mass",
        facts,
        "the archive wants one announcement",
        LocalDate.parse("2009-12-04"));
    assertThat(advice.reasons()).hasSize(4);
    assertThat(agreement(talks).renegotiateOn()).isEqualTo("2009-12-04");

    // What is given in return: 58,000 names linked, by volunteers who were found before.
    VolunteerCall call =
        volunteers.call(
            ADA, id, "Link 58,000 names of the person list", 600, LocalDate.parse("2009-03-31"));
    CommitmentDraft linking =
        ours(
                talks,
                "link-records",
                "Link 58,000 names to authority file and articles",
                "Bo",
                "2009-06-30",
                500)
            .by(new CommitmentDraft.VolunteersOf(call.id()));
    assertThat(stopped(commitments.promise(BO, linking))).isEqualTo("too-few-volunteers");
    for (int volunteer = 1; volunteer <= 10; volunteer++) {
      volunteers.signUp(BO, call.id(), "Volunteer " + volunteer, 55);
    }
    Commitment names = agreed(commitments.promise(BO, linking));
    assertThat(
            stopped(
                commitments.promise(
                    BO,
                    ours(
                        talks,
                        "other",
                        "Volunteers will use every picture",
                        "Bo",
                        "2009-06-30",
                        1))))
        .isEqualTo("cannot-be-kept");
    capacities.set(ADA, "", "Cleo", 6, null, "evenings");
    agreed(
        commitments.promise(
            CLEO,
            ours(talks, "corrections", "Return reported errors", "Cleo", "2009-12-04", 6)
                .every(3)));
    agreed(
        commitments.promise(
            ADA,
            CommitmentDraft.theirs(
                id,
                "files",
                "Nearly 90,000 photographs",
                "the archive",
                LocalDate.parse("2008-12-31"))));

    // Nothing of it goes online before the checklist is complete.
    Path delivery =
        delivery(
            "Bundesarchiv",
            "Bundesarchiv, %s / CC-BY-SA 3.0",
            List.of("Bild-101", "Bild-102", "Bild-103"));
    Path release = planned(delivery, talks, null);
    try (Sandbox sandbox = sandbox()) {
      assertThatThrownBy(() -> uploaded(release, sandbox))
          .isInstanceOf(HandselException.class)
          .hasMessageContaining("3 files in copyright wait")
          .hasMessageContaining("(rights-basis)")
          .hasMessageContaining("(indemnity)")
          .hasMessageContaining("(partner-load)");

      clock.go("2008-12-04");
      met(talks, "rights-basis", "contracts with agencies and photographers", null);
      met(talks, "scope", "nearly 90,000 photographs", null);
      met(talks, "licence", "CC BY-SA 3.0 DE", null);
      met(talks, "no-guarantee", "said in the second meeting", null);
      met(talks, "source-resolution", "JPEG, 800 pixels on the long side", null);
      met(talks, "credit-line", "Bundesarchiv, signature / photographer / CC-BY-SA 3.0", null);
      met(talks, "other-rights", "personality rights are reserved", null);
      met(
          talks,
          "indemnity",
          "no side indemnifies the other",
          "a law office that knows free licences");
      met(talks, "volunteers-explained", "in Koblenz, with examples", "Cleo");
      met(talks, "feedback", "errors as a table, every three months", null);
      met(talks, "partner-load", "three posts answer; they know that inquiries may grow", null);
      met(talks, "legal-entity", "the Federal Republic; the association", null);
      met(talks, "end", "new files end when one side says so; files stay free", null);
      met(talks, "speaking", "each for itself; one announcement together", null);
      agreements.sign(ADA, id, agreement(talks).version(), clock.today(), "contract in the office");
      assertThat(gatekeeper.of(id).open()).isEmpty();

      Draft contract = drafts.of(id, Rung.AGREEMENT, "de");
      assertThat(contract.text())
          .contains(
              "800 pixels on the long side",
              "in jeder Auflösung",
              "CC BY-SA 3.0 DE",
              "Link 58,000 names",
              "geschuldet wird sie von niemandem");
      assertThat(new String(drafts.write(contract, "html", true), StandardCharsets.UTF_8))
          .contains("Entwurf zur juristischen Prüfung", "Warum jede Klausel hier steht");

      // Stage 4 to 5: the batch goes, each page with the credit line.
      assertThat(uploaded(release, sandbox).status().proven()).isEqualTo(3);
      assertThat(Files.readString(release.resolve("plan.jsonl")))
          .contains("Bundesarchiv, Bild-101 / CC-BY-SA 3.0", "Cc-by-sa-3.0-de");
    }
    commitments.keep(BO, names.id(), names.version(), "58,000 names are linked");
    clock.go("2010-01-31");
    talks = inStage(talks, 5);

    // The load on the partner: +230 % inquiries, and nobody was added.
    loads.note(ADA, id, clock.today(), 330, 3, "their report");
    LoadWarning warning = loads.warning(id).orElseThrow();
    assertThat(warning.growth()).isEqualTo(230);
    assertThat(warning.staffGrowth()).isZero();
    assertThat(warning.alarm()).isTrue();

    // The end: the archive does not go on. It is a "not yet" with a date, and past files stay.
    clock.go("2010-11-15");
    timeline.log(
        ADA,
        EntryDraft.answer(
            id, clock.today(), Answer.NO, "Inquiries grew by 230 % without more staff."),
        "the claim has run out");
    assertThat(now(talks).state()).isEqualTo("not-yet");
    assertThat(revisits.of(id).orElseThrow().on()).isAfter(clock.today());
    assertThat(agreement(talks).rung()).as("what was agreed is kept").isEqualTo(Rung.AGREEMENT);
    assertThat(timeline.openSteps(id)).as("no task asks to delete anything").isEmpty();
    assertThat(commitments.of(id)).noneMatch(one -> one.text().toLowerCase().contains("delet"));
  }

  private static org.handsel.partnership.register.InstitutionQuery emptyQuery() {
    return org.handsel.partnership.register.InstitutionQuery.text("");
  }
}
