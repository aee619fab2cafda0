package org.handsel.readiness.audit;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What `report.html` shows.
///
/// @param texts of the language of the report
/// @param others reports of the same audit in other languages: address by name of the language
/// @param before the summary of an earlier audit of the same wiki, or null
/// @param first the most useful things to do first
public record ReportView(
    AuditTexts texts,
    Map<String, String> others,
    AuditSummary summary,
    @Nullable AuditSummary before,
    String style,
    List<Group> groups,
    List<Row> first) {

  /// @param room `C`, `P` or `N`
  public record Group(String room, List<Row> rows) {}

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
    public String direction() {
      return last == null || count == last ? "same" : count < last ? "better" : "worse";
    }
  }

  /// @param link to the page on its wiki, or empty
  public record Example(String title, String message, String link) {}

  public String text(String key, Object... arguments) {
    return texts.of("readiness.report." + key, arguments);
  }

  public String number(long count) {
    return texts.number(count);
  }

  /// How many more or fewer than last time, with its sign; empty when that is not known.
  public String change(Row row) {
    if (row.last == null || !row.unknown.isEmpty()) {
      return "";
    }
    return row.count == row.last
        ? text("same")
        : (row.count > row.last ? "+" : "−") + number(Math.abs(row.count - row.last));
  }
}
