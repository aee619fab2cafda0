package org.handsel.app.web.impact;

import java.util.List;
import org.handsel.impact.Dated;
import org.handsel.impact.ImpactFolders;
import org.handsel.impact.ReportSchedule;
import org.handsel.impact.Stewarded;
import org.handsel.partnership.talks.Card;
import org.handsel.partnership.talks.FullColumn;
import org.jspecify.annotations.Nullable;

/// All partnerships after their release.
///
/// @param full stages that take no more, with the reason
/// @param due reports whose day has come
/// @param referrals who told whom as SVG, empty where nobody did
/// @param told the same in words
public record ImpactView(
    List<Row> rows,
    List<FullColumn> full,
    List<Due> due,
    List<ImpactFolders.Entry> comparisons,
    String referrals,
    List<String> told) {
  public ImpactView {
    rows = List.copyOf(rows);
    full = List.copyOf(full);
    due = List.copyOf(due);
    comparisons = List.copyOf(comparisons);
    told = List.copyOf(told);
  }

  /// A partnership.
  ///
  /// @param next the next day to keep, or null
  /// @param measured what was measured last, or null
  public record Row(
      Card card, Stewarded stands, @Nullable Dated next, ImpactFolders.@Nullable Entry measured) {}

  /// A report that is due.
  public record Due(ReportSchedule.Planned planned, String institution) {}
}
