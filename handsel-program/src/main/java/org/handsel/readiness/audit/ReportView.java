package org.handsel.readiness.audit;

import java.util.List;

/// What `report.html` shows.
///
/// @param first the most useful things to do first
public record ReportView(AuditSummary summary, String style, List<Group> groups, List<Row> first) {

  /// @param name of the audit in a few words
  /// @param why it matters to a partner or editor
  /// @param weight how much mending one helps, from 1 to 9
  public record Definition(String name, String why, int weight) {}

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

  /// @param unknown why the audit could not be answered, or empty
  /// @param share length of the bar in per cent
  public record Row(
      String id,
      Definition definition,
      long count,
      String unknown,
      long share,
      List<Example> examples) {
    public String number() {
      return String.format(java.util.Locale.ROOT, "%,d", count);
    }
  }

  /// @param link to the page on its wiki, or empty
  public record Example(String title, String message, String link) {}

  public String number(long count) {
    return String.format(java.util.Locale.ROOT, "%,d", count);
  }
}
