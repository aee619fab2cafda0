package org.handsel.app.web.agreements;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;
import org.handsel.app.web.Form;
import org.handsel.app.web.Page;
import org.handsel.partnership.agreement.Agreements;
import org.handsel.partnership.agreement.Gatekeeper;
import org.handsel.partnership.commitment.Commitments;
import org.handsel.partnership.commitment.Staffings;
import org.handsel.partnership.draft.Drafts;
import org.handsel.partnership.effort.Capacities;
import org.handsel.partnership.effort.Effort;
import org.handsel.partnership.effort.PartnerLoads;
import org.handsel.partnership.effort.Volunteers;
import org.handsel.partnership.register.Institution;
import org.handsel.partnership.register.Institutions;
import org.handsel.partnership.talks.Partnership;
import org.handsel.partnership.talks.Partnerships;
import org.handsel.platform.Database;
import org.handsel.platform.HandselException;
import org.handsel.platform.History;

/// What the rooms of agreements stand on.
record Doors(
    Clock clock,
    History history,
    Institutions institutions,
    Partnerships partnerships,
    Agreements agreements,
    Gatekeeper gatekeeper,
    Drafts drafts,
    Commitments commitments,
    Capacities capacities,
    Effort effort,
    Volunteers volunteers,
    Staffings staffings,
    PartnerLoads loads) {

  static Doors of(
      Database database,
      History history,
      Institutions institutions,
      Clock clock,
      String community) {
    return new Doors(
        clock,
        history,
        institutions,
        new Partnerships(database, history, clock),
        new Agreements(database, history, clock),
        new Gatekeeper(database, history, clock),
        new Drafts(database, history, clock, community),
        new Commitments(database, history, clock),
        new Capacities(database, history, clock),
        new Effort(database, history, clock),
        new Volunteers(database, history, clock),
        new Staffings(database, history, clock),
        new PartnerLoads(database, history, clock));
  }

  /// The partnership that the path names, with its institution's name.
  Head head(Page page) {
    Partnership found = partnerships.find(page.part("id")).orElseThrow(page::notFound);
    return head(found);
  }

  Head head(Partnership partnership) {
    return new Head(
        partnership,
        institutions.find(partnership.institution()).map(Institution::name).orElse(""));
  }

  LocalDate today(Page page) {
    return LocalDate.ofInstant(page.now(), page.words().zone());
  }

  /// Does something that a person asked for; what stands against it is noted in the form under
  /// `form`.
  static boolean did(Form form, Supplier<?> act) {
    if (!form.good()) {
      return false;
    }
    try {
      // What came of it is seen on the next page.
      var unused = act.get();
      return true;
    } catch (HandselException e) {
      form.problem("form", "agreements.refused", String.valueOf(e.getMessage()));
      return false;
    }
  }

  static Form fresh(Page page) {
    return page.form(Map.of());
  }
}
