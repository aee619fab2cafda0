package org.handsel.app.cli;

import java.util.Objects;
import org.handsel.partnership.talks.Partnership;
import org.handsel.partnership.talks.Revisit;
import org.handsel.partnership.talks.RevisitPlan;
import org.handsel.partnership.talks.RevisitRule;
import org.handsel.platform.Database;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import org.handsel.platform.Who;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Chooses when to come back.
@Command(
    name = "revisit",
    description =
        "Chooses when to come back to an institution, puts it off, or without PARTNERSHIP shows the"
            + " rules.",
    footer = {"", "Example: handsel partnership revisit Bundesarchiv --cause refusal --months 9"})
final class PartnershipRevisitCommand implements Runnable {
  private final Surroundings surroundings;

  @ParentCommand private @Nullable PartnershipCommand partnership;

  @Parameters(
      paramLabel = "PARTNERSHIP",
      arity = "0..1",
      description = "Its id, the beginning of it, or the institution's name.")
  private @Nullable String named;

  @Option(
      names = "--cause",
      paramLabel = "CAUSE",
      description = "Why; handsel partnership revisit lists the causes.")
  private @Nullable String cause;

  @Option(names = "--months", paramLabel = "N", description = "Months from today.")
  private @Nullable Integer months;

  @Option(names = "--on", paramLabel = "DAY", description = "The day itself.")
  private @Nullable String on;

  @Option(names = "--because", paramLabel = "REASON", description = "Why then.")
  private String reason = "";

  @Option(names = "--snooze", paramLabel = "DAY", description = "Puts it off until this day.")
  private @Nullable String snooze;

  @Option(names = "--json", description = "The revisit, or the rules, as JSON.")
  private boolean json;

  PartnershipRevisitCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void run() {
    PartnershipCommand parent = Objects.requireNonNull(partnership);
    try (Database database = parent.database()) {
      Desk desk = Desk.on(database, surroundings.clock());
      if (named == null) {
        rules(desk);
        return;
      }
      Revisit revisit = revisit(desk, parent.who(), desk.partnerships().named(named));
      surroundings
          .out()
          .println(
              json
                  ? Json.pretty(revisit)
                  : "Come back on %s. %s".formatted(revisit.on(), revisit.reason()));
    }
  }

  private Revisit revisit(Desk desk, Who who, Partnership found) {
    if (snooze != null) {
      return desk.revisits().snooze(who, found.id(), desk.day(snooze));
    }
    if (cause != null) {
      return desk.revisits()
          .plan(
              who,
              found.id(),
              new RevisitPlan(cause, months, on == null ? null : desk.day(on), reason));
    }
    return desk.revisits()
        .of(found.id())
        .orElseThrow(() ->
            HandselException.usage(
                "partnership %s: no day to come back is planned. Plan one with --cause."
                    .formatted(found.id())));
  }

  private void rules(Desk desk) {
    if (json) {
      surroundings.out().println(Json.pretty(desk.revisits().rules()));
      return;
    }
    for (RevisitRule rule : desk.revisits().rules()) {
      surroundings
          .out()
          .printf(
              "%-13s %2d to %2d months, usually %2d. %s%n",
              rule.cause(), rule.least(), rule.most(), rule.usual(), rule.reason());
    }
  }
}
