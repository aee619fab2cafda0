package org.handsel.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.handsel.impact.ImpactFolders;
import org.handsel.impact.PartnerReports;
import org.handsel.impact.ReportSchedule;
import org.handsel.partnership.talks.Partnership;
import org.handsel.platform.HandselException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Reports by the calendar.
@Command(
    name = "schedule",
    description = {
      "Plans a report that is prepared again and again, usually each quarter. \"handsel impact",
      "prepare\" writes those that are due as drafts; nothing is ever sent."
    },
    footer = {
      "",
      "Example: handsel impact schedule 'Skarvik Maritime Museum' --from uses --every 3 --first"
          + " today"
    })
final class ImpactScheduleCommand extends StewardCommand {
  @Option(
      names = "--every",
      paramLabel = "MONTHS",
      description = "How often (default: ${DEFAULT-VALUE}).")
  private int months = 3;

  @Option(
      names = "--first",
      paramLabel = "DAY",
      description = "Day of the first; otherwise in so many months.")
  private @Nullable String first;

  @Option(
      names = "--from",
      paramLabel = "DIR",
      description = "Folder of measures; otherwise the partnership's last one.")
  private @Nullable Path folder;

  @Option(
      names = "--language",
      paramLabel = "CODE",
      description = "de or en (default: ${DEFAULT-VALUE}).")
  private String language = "en";

  @Option(
      names = "--format",
      paramLabel = "FORMATS",
      description = "html, pdf, xlsx, csv, separated by commas (default: ${DEFAULT-VALUE}).")
  private String formats = "html,pdf";

  @Option(names = "--end", description = "Plan no more reports.")
  private boolean end;

  ImpactScheduleCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void run(ImpactCommand parent, StewardDesk steward, Partnership found) {
    if (end) {
      steward.schedule().end(parent.who(), found.id());
      surroundings.out().println("No more reports are planned.");
      return;
    }
    ReportSchedule.Planned planned =
        steward
            .schedule()
            .plan(
                parent.who(),
                ReportSchedule.Planned.fresh(
                    found.id(),
                    months,
                    first == null
                        ? steward.desk().today().plusMonths(months)
                        : steward.desk().day(first),
                    place(steward, found),
                    language,
                    PartnerReports.formats(formats)));
    surroundings
        .out()
        .println(
            "A draft every %d months, the next on %s, in %s."
                .formatted(planned.everyMonths(), planned.nextOn(), planned.folder()));
  }

  private Path place(StewardDesk steward, Partnership partnership) {
    if (folder != null) {
      return folder;
    }
    Optional<Path> last =
        steward.folders().of(partnership.id()).stream()
            .filter(ImpactFolders.Entry::there)
            .map(ImpactFolders.Entry::folder)
            .findFirst();
    return last.orElseThrow(() ->
        HandselException.usage(
            "--from: expected a folder of measures; none is known of this partnership."));
  }
}
