package org.handsel.wiki.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What follows from the warnings of an upload, each of which has its own answer in
/// `warning-answers.tsv`. Immutable; may be shared by threads.
public final class UploadWarnings {
  /// What follows.
  public sealed interface Meaning {
    /// The title already holds these very bytes: an earlier request succeeded.
    record SameBytesHere() implements Meaning {}

    /// The same bytes are on the wiki under other titles, given with namespace.
    record ElsewhereToo(List<String> titles) implements Meaning {}

    /// Nothing was published; a person must decide.
    record Refused(String code, String reason, String advice) implements Meaning {}
  }

  private record Row(String answer, String advice) {}

  private final Map<String, Row> rows = new LinkedHashMap<>();

  private UploadWarnings() {}

  /// Reads the table of the package.
  public static UploadWarnings load() {
    UploadWarnings warnings = new UploadWarnings();
    for (List<String> cells : ErrorClasses.rows("warning-answers.tsv", 4)) {
      warnings.rows.put(cells.get(0), new Row(cells.get(1), cells.get(2)));
    }
    return warnings;
  }

  /// Same bytes here counts more than same bytes elsewhere, and both more than any refusal.
  public Meaning meaning(Map<String, List<String>> warnings) {
    if (warnings.containsKey("nochange")) {
      return new Meaning.SameBytesHere();
    }
    List<String> duplicates = warnings.getOrDefault("duplicate", List.of());
    if (!duplicates.isEmpty()) {
      return new Meaning.ElsewhereToo(
          duplicates.stream().map(UploadWarnings::title).sorted().toList());
    }
    // The table's order is the order of importance.
    for (Map.Entry<String, Row> row : rows.entrySet()) {
      List<String> found = warnings.get(row.getKey());
      if (found != null && row.getValue().answer.equals("REFUSE")) {
        return new Meaning.Refused(
            row.getKey(), reason(row.getKey(), found), row.getValue().advice);
      }
    }
    String keys = String.join(", ", warnings.keySet());
    return new Meaning.Refused(
        keys.isEmpty() ? "warning" : keys,
        "the wiki warned: " + warnings,
        "Handsel does not know this warning. Look it up in the wiki's documentation.");
  }

  private static String reason(String key, List<String> found) {
    String what = String.join(", ", found);
    return what.isEmpty()
        ? "the wiki warned: " + key
        : "the wiki warned: %s: %s".formatted(key, what);
  }

  private static String title(String name) {
    String spaced = name.replace('_', ' ');
    return spaced.startsWith("File:") ? spaced : "File:" + spaced;
  }
}
