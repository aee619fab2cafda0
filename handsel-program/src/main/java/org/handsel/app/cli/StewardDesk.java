package org.handsel.app.cli;

import java.time.Clock;
import java.util.Locale;
import org.handsel.impact.Corrections;
import org.handsel.impact.Dated;
import org.handsel.impact.Expectation;
import org.handsel.impact.ImpactFolders;
import org.handsel.impact.ReportSchedule;
import org.handsel.impact.Stewarded;
import org.handsel.impact.Stewardship;
import org.handsel.impact.Stories;
import org.handsel.impact.Story;
import org.handsel.impact.SuggestionRun;
import org.handsel.partnership.talks.Partnership;
import org.handsel.platform.Database;
import org.handsel.platform.History;

/// All doors of stewardship on one open database, and how the commands write what they say.
record StewardDesk(
    Desk desk,
    Stewardship stewardship,
    Corrections corrections,
    Stories stories,
    ReportSchedule schedule,
    ImpactFolders folders) {

  static StewardDesk on(Database database, Clock clock) {
    History history = new History(database, clock);
    return new StewardDesk(
        Desk.on(database, clock),
        new Stewardship(database, history, clock),
        new Corrections(database, history, clock),
        new Stories(database, history, clock),
        new ReportSchedule(database, history, clock),
        new ImpactFolders(database, history, clock));
  }

  Partnership named(String given) {
    return desk.partnerships().named(given);
  }

  Stewarded look(Partnership partnership) {
    long suggested =
        folders.of(partnership.id()).stream()
            .mapToLong(entry ->
                SuggestionRun.read(entry.folder()).stream()
                    .map(one -> one.article())
                    .distinct()
                    .count())
            .max()
            .orElse(0);
    return stewardship.look(
        partnership.id(), folders.latest(partnership.id()).orElse(null), suggested);
  }

  static String line(Expectation one) {
    String number =
        one.measure() == null
            ? ""
            : String.format(
                Locale.ROOT,
                "  %s: %s of %,.0f",
                one.measure(),
                one.reached() == null
                    ? "not known"
                    : String.format(Locale.ROOT, "%,.0f", one.reached()),
                one.target());
    return "%s  %-6s  %s%s%s%s"
        .formatted(
            one.id(),
            one.state(),
            one.text(),
            number,
            one.dueOn() == null ? "" : "  until " + one.dueOn(),
            one.said().isEmpty() ? "" : "  – " + one.said());
  }

  static String line(Dated one) {
    return "%s  %-13s %s%s"
        .formatted(one.day(), one.kind(), one.text(), one.over() ? "  ! over" : "");
  }

  static String line(Story one) {
    return "%s  %-10s %s  %-8s v%d%s"
        .formatted(
            one.id(),
            one.kind(),
            one.language(),
            one.state(),
            one.version(),
            one.decidedBy() == null
                ? ""
                : "  %s, %s: %s".formatted(one.decidedBy(), one.decidedOn(), one.evidence()));
  }
}
