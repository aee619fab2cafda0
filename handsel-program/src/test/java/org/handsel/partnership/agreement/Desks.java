package org.handsel.partnership.agreement;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.handsel.partnership.commitment.Commitment;
import org.handsel.partnership.commitment.CommitmentDraft;
import org.handsel.partnership.commitment.Commitments;
import org.handsel.partnership.commitment.Promised;
import org.handsel.partnership.commitment.Staffings;
import org.handsel.partnership.effort.Capacities;
import org.handsel.partnership.effort.Effort;
import org.handsel.partnership.effort.PartnerLoads;
import org.handsel.partnership.effort.Volunteers;
import org.handsel.partnership.register.Institution;
import org.handsel.partnership.register.Institutions;
import org.handsel.partnership.talks.Partnership;
import org.handsel.partnership.talks.Partnerships;
import org.handsel.partnership.talks.Stages;
import org.handsel.platform.Database;
import org.handsel.platform.History;
import org.handsel.platform.Who;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// The ground of all tests of agreements: every door over one database that a subclass chooses, and
/// a day that the test sets; it begins on 24 November 2026.
abstract class Desks {
  static final Who ADA = new Who("ada", "Ada");
  static final Who BO = new Who("bo", "Bo");

  final Day clock = new Day();
  Database database;
  History history;
  Institutions institutions;
  Partnerships partnerships;
  Stages stages;
  Agreements agreements;
  Gatekeeper gatekeeper;
  Commitments commitments;
  Capacities capacities;
  Effort effort;
  Volunteers volunteers;
  Staffings staffings;
  PartnerLoads loads;

  abstract String url() throws Exception;

  /// A clock that stands on one day.
  static final class Day extends Clock {
    private LocalDate today = LocalDate.parse("2026-11-24");

    LocalDate today() {
      return today;
    }

    void go(String day) {
      today = LocalDate.parse(day);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public java.time.Instant instant() {
      return today.atTime(12, 0).toInstant(ZoneOffset.UTC);
    }
  }

  @BeforeEach
  void open() throws Exception {
    database = Database.open(url(), clock);
    database.write(handle -> {
      for (String table :
          new String[] {
            "agreement_draft",
            "partner_load",
            "time_spent",
            "commitment",
            "volunteer_sign_up",
            "volunteer_call",
            "capacity",
            "agreement_item",
            "agreement",
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
    agreements = new Agreements(database, history, clock);
    gatekeeper = new Gatekeeper(database, history, clock);
    commitments = new Commitments(database, history, clock);
    capacities = new Capacities(database, history, clock);
    effort = new Effort(database, history, clock);
    volunteers = new Volunteers(database, history, clock);
    staffings = new Staffings(database, history, clock);
    loads = new PartnerLoads(database, history, clock);
  }

  @AfterEach
  void close() {
    database.close();
  }

  Partnership partnership(String name) {
    String institution = institutions.add(ADA, Institution.draft(name, "DE", "archive")).id();
    return partnerships.begin(ADA, institution, "photographs");
  }

  /// A partnership for which a rung was chosen.
  String on(Rung rung) {
    String id = partnership("Bundesarchiv").id();
    agreements.choose(ADA, id, 0, rung, "chosen by the test", "https://example.org/free");
    return id;
  }

  Agreement now(String partnership) {
    return agreements.of(partnership);
  }

  static Commitment agreed(Promised promised) {
    return ((Promised.Agreed) promised).commitment();
  }

  static String stopped(Promised promised) {
    return ((Promised.Stopped) promised).code();
  }

  CommitmentDraft ours(String partnership, String kind, String text, long hours) {
    return CommitmentDraft.ours(partnership, kind, text, "Ada", day("2027-02-28"), hours, "Ada");
  }

  static LocalDate day(String text) {
    return LocalDate.parse(text);
  }
}
