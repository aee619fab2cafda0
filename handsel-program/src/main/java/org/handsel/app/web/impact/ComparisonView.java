package org.handsel.app.web.impact;

import java.util.List;
import org.handsel.impact.Compared;
import org.handsel.impact.ImpactFolders;
import org.handsel.impact.MeasureCatalogue;

/// Institutions side by side.
///
/// @param columns of numbers
/// @param sort column by which the rows stand now
/// @param reversed whether they stand the other way round
public record ComparisonView(
    ImpactFolders.Entry entry,
    Compared compared,
    List<String> columns,
    String sort,
    boolean reversed,
    MeasureCatalogue measures) {
  public ComparisonView {
    columns = List.copyOf(columns);
  }

  /// Address of the page sorted by a column; the other way round where it is so already.
  public String by(String column) {
    return "/impact/comparison/%s?sort=%s%s"
        .formatted(entry.id(), column, column.equals(sort) && !reversed ? "&order=reversed" : "");
  }

  /// Whether a column of numbers shows its largest first, for `aria-sort`.
  public String direction(String column) {
    boolean descending = column.equals("institution") == reversed;
    return !column.equals(sort) ? "none" : descending ? "descending" : "ascending";
  }
}
