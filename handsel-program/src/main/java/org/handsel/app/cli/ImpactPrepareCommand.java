package org.handsel.app.cli;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.handsel.impact.MeasureFolder;
import org.handsel.impact.PartnerReports;
import org.handsel.impact.ReportSchedule;
import org.handsel.platform.Database;
import org.handsel.platform.Exit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/// Writes the reports that are due, as drafts.
@Command(
    name = "prepare",
    description = {
      "Writes each report whose day has come as a draft beside its measures, and plans the next.",
      "Nothing is sent: look at the draft, then send it yourself. For a daily job."
    },
    footer = {"", "Example: handsel impact prepare"})
final class ImpactPrepareCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @ParentCommand private @Nullable ImpactCommand impact;

  ImpactPrepareCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    try (Database database = Objects.requireNonNull(impact).database()) {
      StewardDesk steward = StewardDesk.on(database, surroundings.clock());
      List<ReportSchedule.Prepared> all =
          steward
              .schedule()
              .prepare(
                  new PartnerReports(List.of()),
                  planned ->
                      steward
                          .stewardship()
                          .notes(
                              planned.partnership(),
                              new MeasureFolder(planned.folder()).read(),
                              planned.language()));
      if (all.isEmpty()) {
        surroundings.out().println("No report is due.");
      }
      boolean failed = false;
      for (ReportSchedule.Prepared one : all) {
        if (one.problem().isEmpty()) {
          one.files().forEach(file -> surroundings.out().println("Draft: " + file));
        } else {
          failed = true;
          surroundings.err().println(one.problem());
        }
      }
      return failed ? Exit.PARTIAL.code() : Exit.DONE.code();
    }
  }
}
