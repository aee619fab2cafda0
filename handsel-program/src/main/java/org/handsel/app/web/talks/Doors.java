package org.handsel.app.web.talks;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.handsel.app.web.Page;
import org.handsel.app.web.account.Account;
import org.handsel.app.web.account.Accounts;
import org.handsel.app.web.guide.Guides;
import org.handsel.partnership.contacts.Contacts;
import org.handsel.partnership.effort.PartnerLoads;
import org.handsel.partnership.habits.Habits;
import org.handsel.partnership.register.Institution;
import org.handsel.partnership.register.Institutions;
import org.handsel.partnership.talks.Agendas;
import org.handsel.partnership.talks.Boards;
import org.handsel.partnership.talks.CalendarFeed;
import org.handsel.partnership.talks.Claims;
import org.handsel.partnership.talks.Occasions;
import org.handsel.partnership.talks.Partnership;
import org.handsel.partnership.talks.Partnerships;
import org.handsel.partnership.talks.Referrals;
import org.handsel.partnership.talks.Revisits;
import org.handsel.partnership.talks.Stages;
import org.handsel.partnership.talks.Timeline;
import org.handsel.partnership.talks.Undo;
import org.handsel.platform.Database;
import org.handsel.platform.History;
import org.handsel.platform.Who;

/// Every door of the talks that the pages use.
record Doors(
    Institutions institutions,
    Partnerships partnerships,
    Stages stages,
    Boards boards,
    Timeline timeline,
    Claims claims,
    Revisits revisits,
    Occasions occasions,
    Agendas agendas,
    Referrals referrals,
    CalendarFeed feed,
    Contacts contacts,
    Habits habits,
    Undo undo,
    PartnerLoads partnerLoads,
    Accounts accounts,
    Guides guides,
    History history,
    Clock clock) {

  static Doors of(
      Database database,
      History history,
      Institutions institutions,
      Accounts accounts,
      Guides guides,
      Clock clock) {
    return new Doors(
        institutions,
        new Partnerships(database, history, clock),
        new Stages(database, history, clock),
        new Boards(database, history, clock),
        new Timeline(database, history, clock),
        new Claims(database, history, clock),
        new Revisits(database, history, clock),
        new Occasions(database, history, clock),
        new Agendas(database, history, clock),
        new Referrals(database, history, clock),
        new CalendarFeed(database, history, clock),
        new Contacts(database, history, clock),
        new Habits(database, history),
        new Undo(database, history, clock),
        new PartnerLoads(database, history, clock),
        accounts,
        guides,
        history,
        clock);
  }

  LocalDate today(Page page) {
    return LocalDate.ofInstant(clock.instant(), page.words().zone());
  }

  /// Who may be given something to do: the accounts that are not shut out, or the one person.
  List<Who> people(Page page) {
    List<Who> people =
        new ArrayList<>(
            accounts.all().stream().filter(one -> !one.disabled()).map(Account::who).toList());
    if (people.isEmpty()) {
      people.add(page.who());
    }
    return people;
  }

  Who person(Page page, String id) {
    return people(page).stream().filter(one -> one.id().equals(id)).findFirst().orElse(page.who());
  }

  Partnership partnership(Page page) {
    return partnerships.find(page.part("id")).orElseThrow(page::notFound);
  }

  Institution institution(Page page, String id) {
    return institutions.find(id).orElseThrow(page::notFound);
  }
}
