package org.handsel.readiness.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `report.html` shows.
///
/// @param before the summary of an earlier audit of the same wiki, or null
/// @param first the most useful things to do first
public record ReportView(
    AuditSummary summary,
    @Nullable AuditSummary before,
    String style,
    List<Group> groups,
    List<Row> first) {

  /// @param room `C`, `P` or `N`
  public record Group(String room, List<Row> rows) {
    public String title() {
      return switch (room) {
        case "C" -> "Categories";
        case "P" -> "Data on persons";
        default -> "Identifiers of authority files";
      };
    }
  }

  /// @param last the number of findings last time; null when there was no last time or the audit
  ///   could not be answered then
  /// @param unknown why the audit could not be answered, or empty
  /// @param share length of the bar in per cent
  public record Row(
      String id,
      AuditCatalogue.Definition definition,
      long count,
      @Nullable Long last,
      String unknown,
      long share,
      List<Example> examples) {
    public String number() {
      return String.format(java.util.Locale.ROOT, "%,d", count);
    }

    /// How many more or fewer than last time, with its sign; empty when that is not known.
    public String change() {
      return last == null || !unknown.isEmpty()
          ? ""
          : count == last
              ? "as before"
              : String.format(
                  java.util.Locale.ROOT, "%s%,d", count > last ? "+" : "−", Math.abs(count - last));
    }

    public String direction() {
      return last == null || count == last ? "same" : count < last ? "better" : "worse";
    }
  }

  /// @param link to the page on its wiki, or empty
  public record Example(String title, String message, String link) {}

  public String number(long count) {
    return String.format(java.util.Locale.ROOT, "%,d", count);
  }
}
