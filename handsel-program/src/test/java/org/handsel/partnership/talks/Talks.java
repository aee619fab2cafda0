package org.handsel.partnership.talks;

import java.time.LocalDate;
import org.handsel.partnership.contacts.Contact;
import org.handsel.partnership.contacts.ContactDraft;
import org.handsel.partnership.contacts.Contacts;
import org.handsel.partnership.habits.Habits;
import org.handsel.partnership.register.Institution;
import org.handsel.partnership.register.Institutions;
import org.handsel.platform.Database;
import org.handsel.platform.History;
import org.handsel.platform.Who;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// The ground of all tests of talks: every door of the room over one database that a subclass
/// chooses, and a clock that stands on 24 November 2026.
abstract class Talks {
  static final Who ADA = new Who("ada", "Ada");
  static final Who BO = new Who("bo", "Bo");

  final Days clock = new Days("2026-11-24");
  Database database;
  History history;
  Institutions institutions;
  Partnerships partnerships;
  Stages stages;
  Boards boards;
  Timeline timeline;
  Claims claims;
  Revisits revisits;
  Occasions occasions;
  Referrals referrals;
  Digests digests;
  CalendarFeed feed;
  Agendas agendas;
  StageTimes times;
  Undo undo;
  Contacts contacts;
  Habits habits;

  abstract String url() throws Exception;

  @BeforeEach
  void open() throws Exception {
    database = Database.open(url(), clock);
    database.write(handle -> {
      for (String table :
          new String[] {
            "referral",
            "occasion",
            "revisit",
            "timeline_entry",
            "contact",
            "notice",
            "claim",
            "habit",
            "partnership",
            "institution",
            "change",
            "turn"
          }) {
        handle.execute("delete from " + table);
      }
    });
    history = new History(database, clock);
    institutions = new Institutions(database, history, clock);
    partnerships = new Partnerships(database, history, clock);
    stages = new Stages(database, history, clock);
    boards = new Boards(database, history, clock);
    timeline = new Timeline(database, history, clock);
    claims = new Claims(database, history, clock);
    revisits = new Revisits(database, history, clock);
    occasions = new Occasions(database, history, clock);
    referrals = new Referrals(database, history, clock);
    digests = new Digests(database, history, clock);
    feed = new CalendarFeed(database, history, clock);
    agendas = new Agendas(database, history, clock);
    times = new StageTimes(database, history, clock);
    undo = new Undo(database, history, clock);
    contacts = new Contacts(database, history, clock);
    habits = new Habits(database, history);
  }

  @AfterEach
  void close() {
    database.close();
  }

  String institution(String name) {
    return institutions.add(ADA, Institution.draft(name, "DE", "archive")).id();
  }

  Partnership partnership(String name) {
    return partnerships.begin(ADA, institution(name), "photographs");
  }

  Partnership inStage(String name, int stage) {
    Partnership begun = partnership(name);
    return there(stages.move(ADA, begun.id(), begun.version(), stage, "set up"));
  }

  Partnership now(Partnership partnership) {
    return partnerships.find(partnership.id()).orElseThrow();
  }

  static Partnership there(Moved moved) {
    return ((Moved.There) moved).partnership();
  }

  Entry mail(Who who, Partnership partnership, String text) {
    return logged(
        timeline.log(
            who,
            EntryDraft.of(partnership.id(), clock.today(), EntryKind.MAIL, Direction.OUT, text)));
  }

  static Entry logged(Logged logged) {
    return ((Logged.Entered) logged).entry();
  }

  Contact person(String institution, String name) {
    return contacts.add(
        ADA,
        new ContactDraft(
            institution,
            name,
            "head of the picture archive",
            "e.meier@archiv.example",
            "+49 30 1234",
            null,
            "legitimate-interest",
            "imprint of the site"));
  }

  static LocalDate day(String text) {
    return LocalDate.parse(text);
  }
}
