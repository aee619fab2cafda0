package org.handsel.impact;

import java.util.List;

/// What `impact/report.jte` shows: texts only, so that the page decides nothing. Components that
/// end in `Html` are markup that was escaped when it was made.
///
/// @param words texts of the page by key
public record ReportPage(
    String language,
    String style,
    String over,
    String title,
    String titleHtml,
    List<String> about,
    List<String> lead,
    List<Figure> figures,
    List<Section> sections,
    String numbersTitle,
    String numbersNote,
    List<String> numbersHeader,
    List<Line> lines,
    String nextTitle,
    List<String> next,
    String problemsTitle,
    List<String> problems,
    String footer) {

  /// A large number at the top.
  public record Figure(String value, String name, String change) {}

  /// A line of the table of measures.
  public record Line(
      String name,
      String value,
      String previous,
      String definition,
      String source,
      String parameters,
      List<String> gaps) {}

  /// Charts and a list under a heading.
  ///
  /// @param charts SVG
  /// @param rows cells of the list
  public record Section(
      String title,
      String note,
      List<String> charts,
      List<Column> columns,
      List<List<Cell>> rows,
      String more) {}

  public record Column(String name, boolean number) {}

  /// @param html escaped text or a drawn title
  /// @param share per cent for a bar below the text, or -1
  public record Cell(String html, String link, boolean number, double share) {
    /// Short names without a blank, such as `de.wikipedia`, stay on one line.
    public String kind() {
      return number ? "n" : html.matches("[a-z0-9.-]{3,25}") ? "w" : "t";
    }

    static Cell text(String html) {
      return new Cell(html, "", false, -1);
    }

    static Cell number(String text) {
      return new Cell(text, "", true, -1);
    }
  }
}
