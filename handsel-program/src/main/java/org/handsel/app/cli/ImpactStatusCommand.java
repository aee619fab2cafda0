package org.handsel.app.cli;

import java.io.PrintStream;
import java.util.Objects;
import org.handsel.impact.Stewarded;
import org.handsel.impact.Warned;
import org.handsel.partnership.talks.Board;
import org.handsel.partnership.talks.Card;
import org.handsel.partnership.talks.CardFilter;
import org.handsel.partnership.talks.FullColumn;
import org.handsel.platform.Database;
import org.handsel.platform.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// How partnerships stand after their release.
@Command(
    name = "status",
    description = {
      "How a partnership stands after its release: expected and reached, days to keep, early",
      "warnings, and what to offer stage 0. Without a partnership: those in stage 5 that want a",
      "look, and the limits of parallel partnerships."
    },
    footer = {"", "Example: handsel impact status 'Skarvik Maritime Museum'"})
final class ImpactStatusCommand implements Runnable {
  private static final int STEWARDSHIP = 5;

  private final Surroundings surroundings;

  @ParentCommand private @Nullable ImpactCommand impact;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "PARTNERSHIP",
      description = "Its id, the beginning of it, or the institution's name.")
  private @Nullable String named;

  @Option(names = "--json", description = "The same as JSON.")
  private boolean json;

  ImpactStatusCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void run() {
    try (Database database = Objects.requireNonNull(impact).database()) {
      StewardDesk steward = StewardDesk.on(database, surroundings.clock());
      if (named == null) {
        all(steward);
        return;
      }
      Stewarded stands = steward.look(steward.named(named));
      if (json) {
        surroundings.out().println(Json.pretty(stands));
      } else {
        one(stands);
      }
    }
  }

  private void one(Stewarded stands) {
    PrintStream out = surroundings.out();
    out.println(stands.institution());
    warnings(stands);
    part("Expected", stands.promises().stream().map(StewardDesk::line).toList());
    part("Promised", stands.commitments().stream().map(Office::line).toList());
    part("Days", stands.dates().stream().map(StewardDesk::line).toList());
    part(
        "Seen",
        stands.observations().stream()
            .map(one ->
                "%s  %s  %-13s %s%s  %s"
                    .formatted(
                        one.id(),
                        one.day(),
                        one.kind(),
                        one.value() == null ? "" : number(one.value()),
                        one.whole() == null ? "" : " of " + number(one.whole()),
                        one.note()))
            .toList());
    part("Stage 0 again", stands.offer().stream().map(one -> one.en()).toList());
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  private void part(String name, java.util.List<String> lines) {
    if (!lines.isEmpty()) {
      surroundings.out().println(name + ":");
      lines.forEach(line -> surroundings.out().println("  " + line));
    }
  }

  private void warnings(Stewarded stands) {
    for (Warned one : stands.warnings()) {
      surroundings.out().println("  ! %s. %s".formatted(one.text().en(), one.advice().en()));
    }
  }

  private void all(StewardDesk steward) {
    java.util.List<Card> cards =
        steward.desk().boards().cards(CardFilter.ALL.inStage(STEWARDSHIP), Integer.MAX_VALUE, 0);
    if (json) {
      surroundings
          .out()
          .println(
              Json.pretty(cards.stream().map(card -> steward.look(card.partnership())).toList()));
      return;
    }
    PrintStream out = surroundings.out();
    if (cards.isEmpty()) {
      out.println("No partnership is in stage 5 yet.");
    }
    for (Card card : cards) {
      out.println(Desk.line(card));
      warnings(steward.look(card.partnership()));
    }
    for (String team : steward.desk().boards().teams()) {
      for (Board.Column column : steward.desk().boards().of(team, 1).columns()) {
        FullColumn full = column.full();
        if (full != null) {
          out.println(
              "Stage %d%s is full: %d of %d. %s"
                  .formatted(
                      full.stage(),
                      team.isEmpty() ? "" : " of " + team,
                      full.cards(),
                      full.limit(),
                      full.reason()));
        }
      }
    }
    steward
        .schedule()
        .due()
        .forEach(due ->
            out.println(
                "A report is due since %s: run \"handsel impact prepare\" (%s)"
                    .formatted(due.nextOn(), due.folder())));
  }
}
