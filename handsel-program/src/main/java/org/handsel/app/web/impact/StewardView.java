package org.handsel.app.web.impact;

import java.util.List;
import org.handsel.app.web.Form;
import org.handsel.app.web.agreements.Head;
import org.handsel.impact.Correction;
import org.handsel.impact.ImpactFolders;
import org.handsel.impact.MeasureCatalogue;
import org.handsel.impact.Measurement;
import org.handsel.impact.PartnerNotes;
import org.handsel.impact.ReportSchedule;
import org.handsel.impact.Stewarded;
import org.handsel.platform.History;
import org.jspecify.annotations.Nullable;

/// How one partnership stands after its release.
///
/// @param measured what was measured last, or null
/// @param previous the measurement before with equal definitions, or null
/// @param figures codes of the measures that are shown large
/// @param reports folders with their files
public record StewardView(
    Head head,
    Stewarded stands,
    @Nullable Measurement measured,
    PartnerNotes.@Nullable Previous previous,
    List<String> figures,
    List<Report> reports,
    List<Correction> corrections,
    ReportSchedule.@Nullable Planned planned,
    List<History.Change> changes,
    MeasureCatalogue measures,
    Form form) {
  public StewardView {
    figures = List.copyOf(figures);
    reports = List.copyOf(reports);
    corrections = List.copyOf(corrections);
    changes = List.copyOf(changes);
  }

  /// A folder of measures and the reports in it.
  public record Report(ImpactFolders.Entry entry, List<String> files) {
    public Report {
      files = List.copyOf(files);
    }
  }
}
