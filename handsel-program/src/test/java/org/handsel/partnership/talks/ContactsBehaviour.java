package org.handsel.partnership.talks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.handsel.partnership.contacts.Contact;
import org.handsel.partnership.contacts.ContactDraft;
import org.handsel.partnership.contacts.ContactExport;
import org.handsel.partnership.contacts.Erased;
import org.handsel.platform.EditConflict;
import org.handsel.platform.Json;
import org.junit.jupiter.api.Test;

abstract class ContactsBehaviour extends Talks {
  @Test
  void dataIsRetainedForTwoYearsAfterTheLastContact() {
    Partnership talks = partnership("Landesarchiv");
    Contact person = person(talks.institution(), "Erika Meier");
    assertThat(person.retainUntil()).isEqualTo("2028-11-24");

    clock.go("2027-03-01");
    EntryDraft call =
        EntryDraft.of(talks.id(), day("2027-02-01"), EntryKind.CALL, Direction.OUT, "a call");
    timeline.log(ADA, call.withPeople(List.of(person.id())));
    Contact after = contacts.find(person.id()).orElseThrow();
    assertThat(after.lastContactOn()).isEqualTo("2027-02-01");
    assertThat(after.retainUntil()).isEqualTo("2029-02-01");

    assertThat(contacts.retentionDue(day("2029-01-31"))).isEmpty();
    assertThat(contacts.retentionDue(day("2029-02-01"))).containsExactly(after);
  }

  @Test
  void noteOnAPersonIsNoContactWithThem() {
    Partnership talks = partnership("Landesarchiv");
    Contact person = person(talks.institution(), "Erika Meier");
    timeline.log(
        ADA,
        EntryDraft.of(talks.id(), clock.today(), EntryKind.NOTE, Direction.OUT, "likes trains")
            .withPeople(List.of(person.id())));
    assertThat(contacts.find(person.id())).contains(person);
  }

  @Test
  void withdrawnConsentEndsTheRetentionOfDataThatRestsOnIt() {
    String institution = institution("Landesarchiv");
    Contact person =
        contacts.add(
            ADA,
            new ContactDraft(
                institution, "Li Na", "archivist", null, null, null, "consent", "card at a fair"));
    contacts.consent(ADA, person.id(), "mail", true, day("2026-11-24"), "card");
    contacts.consent(ADA, person.id(), "mail", false, day("2026-12-24"), "mail");
    assertThat(contacts.consents(person.id()))
        .extracting(consent -> consent.day() + " " + consent.given())
        .containsExactly("2026-11-24 true", "2026-12-24 false");
    assertThat(contacts.retentionDue(day("2026-12-24"))).hasSize(1);
  }

  @Test
  void legalBasisIsOneOfTheTable() {
    String institution = institution("Landesarchiv");
    assertThatThrownBy(() ->
            contacts.add(
                ADA,
                new ContactDraft(institution, "Li Na", "", null, null, null, "because", "web")))
        .hasMessageContaining(
            "expected one of consent, contract, public-task, legitimate-interest, found"
                + " \"because\"");
  }

  @Test
  void logSaysWhichFieldsChangedButNotWhatStoodInThem() {
    Contact person = person(institution("Landesarchiv"), "Erika Meier");
    ContactDraft draft =
        new ContactDraft(
            person.institution(),
            "Erika Schulze",
            person.role(),
            person.mail(),
            null,
            null,
            person.legalBasis(),
            person.source());
    contacts.change(BO, person.id(), person.version(), draft);
    String log = Json.line(history.of("contact", person.id(), 10));
    assertThat(log).contains("name", "phone").doesNotContain("Meier").doesNotContain("Schulze");
    assertThatThrownBy(() -> contacts.change(ADA, person.id(), person.version(), draft))
        .isInstanceOf(EditConflict.class);
  }

  @Test
  void exportHoldsEverythingOnOnePerson() {
    Partnership talks = partnership("Landesarchiv");
    Contact person = person(talks.institution(), "Erika Meier");
    contacts.consent(ADA, person.id(), "mail", true, day("2026-11-24"), "said so");
    EntryDraft call =
        EntryDraft.of(talks.id(), clock.today(), EntryKind.CALL, Direction.OUT, "a call");
    timeline.log(ADA, call.withPeople(List.of(person.id())));
    mail(ADA, talks, "to somebody else");

    ContactExport export = contacts.export(person.id());

    assertThat(export.contact().name()).isEqualTo("Erika Meier");
    assertThat(export.consents()).hasSize(1);
    assertThat(export.mentions()).extracting(ContactExport.Mention::text).containsExactly("a call");
    assertThat(Json.pretty(export)).contains("e.meier@archiv.example");
  }

  @Test
  void erasureReachesEveryPlaceAndTheTimelineStaysWhole() {
    Partnership talks = inStage("Landesarchiv", 2);
    Contact person = person(talks.institution(), "Erika von Meier-Süß");
    EntryDraft call =
        EntryDraft.of(
                talks.id(),
                clock.today(),
                EntryKind.CALL,
                Direction.OUT,
                "Frau Meier-Süß said: write to e.meier@archiv.example, not to Meierhof.")
            .withPeople(List.of(person.id()))
            .withFiles(
                List.of(new Attachment("/l/1.pdf", "da39a3ee5e6b4b0d3255bfef95601890afd80709")))
            .with(NextStep.open("call Erika von Meier-Süß", null, ADA));
    Entry entry = logged(timeline.log(ADA, call));
    Entry other = mail(ADA, talks, "ERIKA  von MEIER-SÜSS or Erika von Meier-Süß may know.");
    timeline.edit(
        ADA, entry.id(), 1, call.with(NextStep.open("ask Erika von Meier-Süß", null, ADA)));
    stages.move(ADA, talks.id(), now(talks).version(), 3, "Erika von Meier-Süß wants it by May");

    Erased erased = contacts.erase(BO, person.id());

    assertThat(erased.files()).containsExactly("/l/1.pdf");
    assertThat(erased.label()).isEqualTo(person.label());
    Contact left = contacts.find(person.id()).orElseThrow();
    assertThat(left.name()).isEqualTo(person.label());
    assertThat(left.mail()).isNull();
    assertThat(timeline.find(entry.id()).orElseThrow().text())
        .isEqualTo("Frau %1$s said: write to %1$s, not to Meierhof.".formatted(person.label()));
    assertThat(timeline.find(other.id()).orElseThrow().text()).contains(person.label());
    assertThat(timeline.page(talks.id(), null, 10).entries()).hasSize(2);
    assertThat(everything()).doesNotContain("Meier-Süß").doesNotContain("e.meier@");
    assertThatThrownBy(() -> contacts.erase(BO, person.id())).hasMessageContaining("was erased");
    assertThat(history.of("contact", person.id(), 1).getFirst().action()).isEqualTo("erase");
  }

  /// Every text of every table.
  private String everything() {
    StringBuilder all = new StringBuilder();
    database.read(handle -> {
      for (String table :
          List.of(
              "contact",
              "consent",
              "timeline_entry",
              "timeline_former",
              "notice",
              "revisit",
              "occasion",
              "change",
              "partnership")) {
        handle
            .createQuery("select * from " + table)
            .mapToMap()
            .forEach(row -> all.append(row).append('\n'));
      }
      return true;
    });
    return all.toString();
  }
}
