package org.handsel.app.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.handsel.partnership.effort.LoadForecast;
import org.handsel.partnership.effort.LoadWarning;
import org.handsel.partnership.effort.PartnerLoad;
import org.handsel.partnership.talks.Partnership;
import org.handsel.platform.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The load on the institution.
@Command(
    name = "load",
    description = {
      "What reaches the institution because of the partnership, and who is there to answer.",
      "Warns when inquiries grow and nobody is added: that is how co-operations end."
    },
    footer = {"", "Example: handsel partnership load Bundesarchiv 330 --staff 3 --on 2010-01-31"})
final class PartnershipLoadCommand extends OfficeCommand {
  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "INQUIRIES",
      description = "Inquiries in that month; without them what is known is shown.")
  private @Nullable Long inquiries;

  @Option(
      names = "--staff",
      paramLabel = "N",
      defaultValue = "1",
      description = "Posts that answer them (${DEFAULT-VALUE}).")
  private double staff;

  @Option(names = "--on", paramLabel = "DAY", description = "When; otherwise today.")
  private @Nullable String day;

  @Option(names = "--note", paramLabel = "TEXT", description = "Who says so.")
  private String note = "";

  @Option(names = "--json", description = "The same as JSON.")
  private boolean json;

  PartnershipLoadCommand(Surroundings surroundings) {
    super(surroundings);
  }

  private record Shown(
      List<PartnerLoad> loads, @Nullable LoadForecast forecast, @Nullable LoadWarning warning) {}

  @Override
  void run(PartnershipCommand parent, Office office, Partnership found) {
    if (inquiries != null) {
      office.loads().note(parent.who(), found.id(), office.desk().day(day), inquiries, staff, note);
    }
    List<PartnerLoad> loads = office.loads().of(found.id());
    Optional<LoadWarning> warning = office.loads().warning(found.id());
    LoadForecast forecast =
        loads.isEmpty() ? null : office.loads().forecast(loads.getFirst().inquiries());
    if (json) {
      surroundings.out().println(Json.pretty(new Shown(loads, forecast, warning.orElse(null))));
      return;
    }
    show(loads, forecast, warning);
  }

  private void show(
      List<PartnerLoad> loads, @Nullable LoadForecast forecast, Optional<LoadWarning> warning) {
    PrintStream out = surroundings.out();
    if (loads.isEmpty()) {
      out.println(
          "Nothing is known yet. Ask how many inquiries a month they have, and who answers.");
    }
    for (PartnerLoad one : loads) {
      out.printf(
          "%s  %d inquiries a month, %.1f posts%s%n",
          one.day(), one.inquiries(), one.staff(), one.note().isEmpty() ? "" : " – " + one.note());
    }
    if (loads.size() == 1 && forecast != null) {
      out.printf(
          "If it goes as with the Bundesarchiv (+%d %%): %d a month.%n",
          forecast.growths().getFirst().percent(), forecast.expected());
    }
    warning.ifPresent(one ->
        out.printf(
            "%s: inquiries grew by %d %%, staff by %d %%. Offer a page of common answers and"
                + " volunteers who answer, and speak of it before the partner speaks of ending.%n",
            one.alarm() ? "ALARM" : "Warning", one.growth(), one.staffGrowth()));
  }
}
