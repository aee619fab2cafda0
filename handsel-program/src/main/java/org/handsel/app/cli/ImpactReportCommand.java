package org.handsel.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.handsel.impact.ImpactHistory;
import org.handsel.impact.MeasureFolder;
import org.handsel.impact.Measurement;
import org.handsel.impact.PartnerNotes;
import org.handsel.impact.PartnerReports;
import org.handsel.platform.Database;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Writes the report for a partner.
@Command(
    name = "report",
    description = {
      "Writes the partner's report from a folder of measures: report.html, report.pdf, report.xlsx",
      "and report.csv (with report-LIST.csv for each list), all of the same content.",
      "Fonts are taken from the system (Debian: fonts-noto-core, fonts-noto-cjk) and from --fonts."
    },
    footer = {
      "",
      "Example: handsel impact report figures --format html,pdf,xlsx,csv --language de"
    })
final class ImpactReportCommand implements Runnable {
  private final Surroundings surroundings;

  @ParentCommand private @Nullable ImpactCommand impact;

  @Parameters(paramLabel = "DIR", description = "Folder that handsel impact measure wrote.")
  private Path folder = Path.of("");

  @Option(
      names = "--format",
      paramLabel = "FORMATS",
      description = "html, pdf, xlsx, csv, separated by commas (default: ${DEFAULT-VALUE}).")
  private String formats = "html";

  @Option(
      names = "--language",
      paramLabel = "CODE",
      description = "de or en (default: ${DEFAULT-VALUE}).")
  private String language = "en";

  @Option(
      names = "--partnership",
      paramLabel = "PARTNERSHIP",
      description = "With its corrections, expectations and the days that come next.")
  private @Nullable String partnership;

  @Option(
      names = "--fonts",
      paramLabel = "DIR",
      description = "Folder with font files for the PDF; may be repeated.")
  private List<Path> fonts = List.of();

  ImpactReportCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void run() {
    PartnerNotes notes = notes(Objects.requireNonNull(impact));
    new PartnerReports(fonts)
        .write(folder, PartnerReports.formats(formats), language, notes)
        .forEach(surroundings.out()::println);
  }

  private PartnerNotes notes(ImpactCommand parent) {
    Measurement measured = new MeasureFolder(folder).read();
    try (Database database = parent.database()) {
      StewardDesk steward = StewardDesk.on(database, surroundings.clock());
      if (partnership != null) {
        return steward.stewardship().notes(steward.named(partnership).id(), measured, language);
      }
      PartnerNotes.Previous before =
          new ImpactHistory(database, surroundings.clock()).before(measured).orElse(null);
      return new PartnerNotes(List.of(), List.of(), List.of(), before, false);
    }
  }
}
