package org.handsel.app.cli;

import java.util.Objects;
import org.handsel.partnership.effort.Capacity;
import org.handsel.platform.Database;
import org.handsel.platform.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// What somebody has to give.
@Command(
    name = "capacity",
    description = "What people and offices of a team have to give, in hours a month.",
    footer = {
      "",
      "Example: handsel partnership capacity Ada 12 --note 'Tuesday evenings' --until 2027-06-30"
    })
final class PartnershipCapacityCommand implements Runnable {
  private static final int MONTHS = 3;

  private final Surroundings surroundings;

  @ParentCommand private @Nullable PartnershipCommand partnership;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "NAME",
      description = "A person, the chapter's office, a paid post; without it all are shown.")
  private @Nullable String name;

  @Parameters(index = "1", arity = "0..1", paramLabel = "HOURS", description = "Hours a month.")
  private @Nullable Long hours;

  @Option(names = "--team", paramLabel = "TEAM", description = "Of which team.")
  private String team = "";

  @Option(names = "--until", paramLabel = "DAY", description = "Last day; otherwise without end.")
  private @Nullable String until;

  @Option(names = "--note", paramLabel = "TEXT", description = "Where the hours come from.")
  private String note = "";

  @Option(names = "--json", description = "The same as JSON.")
  private boolean json;

  PartnershipCapacityCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void run() {
    PartnershipCommand parent = Objects.requireNonNull(partnership);
    try (Database database = parent.database()) {
      Office office = Office.on(database, surroundings.clock());
      if (name != null && hours != null) {
        office
            .capacities()
            .set(
                parent.who(),
                team,
                name,
                hours,
                until == null ? null : office.desk().day(until),
                note);
      }
      if (json) {
        surroundings.out().println(Json.pretty(office.capacities().of(team)));
        return;
      }
      for (Capacity one : office.capacities().of(team)) {
        surroundings
            .out()
            .printf(
                "%-24s %4d h a month%s, %d h free in the next %d months%s%n",
                one.name(),
                one.hoursAMonth(),
                one.until() == null ? "" : " until " + one.until(),
                office.commitments().free(one, office.desk().today().plusMonths(MONTHS)),
                MONTHS,
                one.note().isEmpty() ? "" : " – " + one.note());
      }
    }
  }
}
