package org.handsel.release;

import java.util.List;

/// What the page `report.html` shows; only texts and numbers, so that the page decides nothing.
///
/// @param name name of the release
/// @param created when the page was written, for people
/// @param style style sheet of the page
/// @param ready files that may go
/// @param warned those of them with something to look at
/// @param blocked entries that are kept back
/// @param bars shares of the whole, which add up to it
/// @param problems what keeps entries back, most frequent first
/// @param warnings what to look at, most frequent first
/// @param cards the first files, and files with problems
/// @param left entries that the page does not show
public record ReportView(
    String name,
    String created,
    String style,
    long ready,
    long warned,
    long blocked,
    List<Bar> bars,
    List<Group> problems,
    List<Group> warnings,
    List<Card> cards,
    long left) {
  /// @param kind `ready`, `warned` or `blocked`
  /// @param share of all entries, in percent with a decimal point
  public record Bar(String kind, String label, long count, String share) {}

  /// Entries with the same check.
  ///
  /// @param title in plain words
  /// @param meaning what it means and why it matters
  /// @param advice what to do
  public record Group(
      String code,
      String title,
      String meaning,
      String advice,
      long count,
      List<Example> examples) {}

  /// @param name item or file
  public record Example(String name, String message) {}

  /// A planned file.
  ///
  /// @param state `ready`, `warned` or `blocked`
  /// @param thumbnail path of the small picture, empty when there is none
  /// @param fields parameters of the template with their wikitext
  /// @param captions language and text
  /// @param size bytes and pages, for people
  public record Card(
      String title,
      String item,
      String file,
      String size,
      String state,
      String thumbnail,
      List<Field> fields,
      List<Field> captions,
      int statements,
      List<Finding> findings,
      String wikitext) {}

  public record Field(String name, String value) {}

  /// @param kind `error` or `warning`
  public record Finding(String kind, String title, String message) {}

  public long entries() {
    return ready + blocked;
  }

  /// Whole per cent of the entries that may go.
  public long readyShare() {
    return entries() == 0 ? 0 : Math.floorDiv(100 * ready, entries());
  }
}
