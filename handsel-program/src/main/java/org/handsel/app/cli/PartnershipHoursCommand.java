package org.handsel.app.cli;

import org.handsel.partnership.effort.EffortForecast;
import org.handsel.partnership.talks.Partnership;
import org.handsel.platform.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Hours by stage.
@Command(
    name = "hours",
    description = "Notes hours that were spent, and shows what each stage took and may still take.",
    footer = {
      "",
      "Example: handsel partnership hours Bundesarchiv 2.5 --note 'meeting in Koblenz'"
    })
final class PartnershipHoursCommand extends OfficeCommand {
  private static final double MINUTES = 60;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "HOURS",
      description = "Hours, such as 2.5; without them the forecast is shown.")
  private @Nullable Double hours;

  @Option(
      names = "--stage",
      paramLabel = "N",
      description = "Stage 0 to 5; otherwise the one that the partnership is in.")
  private @Nullable Integer stage;

  @Option(names = "--on", paramLabel = "DAY", description = "When; otherwise today.")
  private @Nullable String day;

  @Option(names = "--note", paramLabel = "TEXT", description = "What for.")
  private String note = "";

  @Option(names = "--json", description = "The forecast as JSON.")
  private boolean json;

  PartnershipHoursCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void run(PartnershipCommand parent, Office office, Partnership found) {
    if (hours != null) {
      office
          .effort()
          .note(
              parent.who(),
              found.id(),
              stage == null ? found.stage() : stage,
              Math.round(hours * MINUTES),
              office.desk().day(day),
              note);
    }
    EffortForecast forecast = office.effort().forecast(found.id());
    if (json) {
      surroundings.out().println(Json.pretty(forecast));
      return;
    }
    for (EffortForecast.Stage one : forecast.stages()) {
      surroundings
          .out()
          .printf(
              "stage %d  %6.1f h spent, %6.1f h expected (%s)  %s%n",
              one.stage(),
              one.spent(),
              one.expected(),
              one.cases() == 0 ? "average of others" : "%d own".formatted(one.cases()),
              one.what().en());
    }
    surroundings
        .out()
        .printf(
            "in all   %6.1f h spent, %6.1f h expected%n", forecast.spent(), forecast.expected());
  }
}
