package org.handsel.app.cli;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.handsel.partnership.contacts.Contacts;
import org.handsel.partnership.talks.Boards;
import org.handsel.partnership.talks.CalendarFeed;
import org.handsel.partnership.talks.Card;
import org.handsel.partnership.talks.CardFilter;
import org.handsel.partnership.talks.Claim;
import org.handsel.partnership.talks.ClaimNotice;
import org.handsel.partnership.talks.Claims;
import org.handsel.partnership.talks.Digests;
import org.handsel.partnership.talks.Entry;
import org.handsel.partnership.talks.FullColumn;
import org.handsel.partnership.talks.Occasions;
import org.handsel.partnership.talks.Partnership;
import org.handsel.partnership.talks.Partnerships;
import org.handsel.partnership.talks.Revisits;
import org.handsel.partnership.talks.Stages;
import org.handsel.partnership.talks.Timeline;
import org.handsel.platform.Database;
import org.handsel.platform.HandselException;
import org.handsel.platform.History;
import org.jspecify.annotations.Nullable;

/// All doors of the talks on one open database, and how the commands write what they say.
record Desk(
    Partnerships partnerships,
    Stages stages,
    Boards boards,
    Timeline timeline,
    Claims claims,
    Revisits revisits,
    Occasions occasions,
    Digests digests,
    CalendarFeed feed,
    Contacts contacts,
    LocalDate today) {

  static Desk on(Database database, Clock clock) {
    History history = new History(database, clock);
    return new Desk(
        new Partnerships(database, history, clock),
        new Stages(database, history, clock),
        new Boards(database, history, clock),
        new Timeline(database, history, clock),
        new Claims(database, history, clock),
        new Revisits(database, history, clock),
        new Occasions(database, history, clock),
        new Digests(database, history, clock),
        new CalendarFeed(database, history, clock),
        new Contacts(database, history, clock),
        LocalDate.now(clock));
  }

  Card card(Partnership partnership) {
    CardFilter filter =
        new CardFilter(null, null, partnership.state(), null, null, partnership.institution());
    return boards.cards(filter, Integer.MAX_VALUE, 0).stream()
        .filter(card -> card.partnership().id().equals(partnership.id()))
        .findFirst()
        .orElseThrow();
  }

  LocalDate day(@Nullable String given) {
    if (given == null || given.equals("today")) {
      return today;
    }
    if (given.equals("yesterday")) {
      return today.minusDays(1);
    }
    try {
      return LocalDate.parse(given);
    } catch (DateTimeException e) {
      throw HandselException.usage(
          "day: expected a date such as 2026-11-24, today or yesterday, found \"%s\"."
              .formatted(given));
    }
  }

  static String line(Card card) {
    Partnership partnership = card.partnership();
    Claim claim = card.claim();
    List<String> warnings = card.warnings().stream().map(warning -> warning.code()).toList();
    return "%s  stage %d  %-7s  %s – %s%s%s%s"
        .formatted(
            partnership.id(),
            partnership.stage(),
            partnership.state(),
            card.institution(),
            partnership.title(),
            claim == null ? "" : "  [%s]".formatted(claim.owner().name()),
            partnership.revisitOn() == null ? "" : "  come back " + partnership.revisitOn(),
            warnings.isEmpty() ? "" : "  ! " + String.join(", ", warnings));
  }

  static String line(Entry entry) {
    return "%s  %s %s%s  %s"
        .formatted(
            entry.day(),
            entry.kind().code(),
            entry.direction().code(),
            entry.answer() == null ? "" : " (" + entry.answer().code() + ")",
            entry.text().replaceAll("\\s+", " "));
  }

  /// A command stops here: somebody else has the claim.
  static HandselException stopped(ClaimNotice notice) {
    Entry last = notice.last();
    return HandselException.usage(
        "%s speaks with this institution until %s. %s Talk to %s first, or give --because REASON; both of you are told."
            .formatted(
                notice.claim().owner().name(),
                notice.claim().expiresOn(),
                last == null ? "Nothing is logged yet." : "Last: " + line(last) + ".",
                notice.claim().owner().name()));
  }

  /// A command stops here: the column is full.
  static HandselException stopped(FullColumn column) {
    return HandselException.usage(
        "stage %d is full for %s: %d of %d. %s Finish or pause something first, or give --because REASON."
            .formatted(
                column.stage(),
                column.scope().equals("person") ? column.whose() : "the team",
                column.cards(),
                column.limit(),
                column.reason()));
  }
}
