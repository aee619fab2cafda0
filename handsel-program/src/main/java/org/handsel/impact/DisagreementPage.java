package org.handsel.impact;

import java.util.List;
import java.util.Map;

/// What `impact/disagreement.jte` shows.
///
/// @param sources the measurements, each with a letter
/// @param pages what the lists of pages say, in sentences
/// @param words headings by key
public record DisagreementPage(
    String language,
    String style,
    String title,
    String collection,
    List<String> sources,
    String measure,
    List<Row> rows,
    List<Cause> causes,
    List<String> pages,
    Map<String, String> words) {

  /// A measure with the value of each source.
  ///
  /// @param spread of the known values: `=`, `≠` or per cent
  public record Row(String measure, List<String> values, String spread) {}

  /// A possible cause.
  ///
  /// @param said what each source says about it
  /// @param verdict `differs`, `same` or `unknown`
  public record Cause(String name, String effect, List<String> said, String verdict, String text) {}

  /// A heading.
  public String word(String key) {
    return words.getOrDefault(key, key);
  }
}
