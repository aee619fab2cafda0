package org.handsel.readiness.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.handsel.wiki.markup.MarkupWords;

/// Edits that would mend something: `page`, `old`, `new` and `summary`. The old text is what has to
/// stand on the page for the edit to be made. Where several pages want an edit, the others stand
/// under `also`.
final class Proposal {
  private Proposal() {}

  /// What the history of the page is to say, put into words by [Wording].
  ///
  /// @param key of the text behind `readiness.summary.`
  record Summary(String key, List<Object> arguments) {
    static Summary of(String key, Object... arguments) {
      return new Summary(key, List.of(arguments));
    }
  }

  static Map<String, Object> of(String page, String old, String changed, Summary summary) {
    Map<String, Object> proposal = new LinkedHashMap<>();
    proposal.put("page", page);
    proposal.put("old", old);
    proposal.put("new", changed);
    proposal.put("summary", summary);
    return proposal;
  }

  /// Several edits of one finding.
  static Map<String, Object> all(List<Map<String, Object>> edits) {
    if (edits.isEmpty()) {
      return Map.of();
    }
    Map<String, Object> proposal = new LinkedHashMap<>(edits.getFirst());
    if (edits.size() > 1) {
      proposal.put("also", new ArrayList<>(edits.subList(1, edits.size())));
    }
    return proposal;
  }

  /// A page leaves a category.
  static Map<String, Object> leaving(String page, String category, Summary why) {
    return of(page, link(category), "", why);
  }

  /// A page names a category without standing in it.
  static Map<String, Object> mentioning(String page, String category) {
    return of(page, link(category), link(":" + category), Summary.of("no-article", category));
  }

  /// A page stands in another category instead.
  static Map<String, Object> moving(String page, String category, String other, Summary why) {
    return of(page, link(category), link(other), why);
  }

  /// A page names a category once and not more often.
  static Map<String, Object> once(String page, String category) {
    return of(
        page, link(category) + "\n" + link(category), link(category), Summary.of("once", category));
  }

  /// @param category with the namespace
  private static String link(String category) {
    return "[[" + category + "]]";
  }

  /// Another name for a parameter of the template with person data.
  static Map<String, Object> parameter(Person page, String old, String changed) {
    return of(
        page.facts().page().title(),
        "|" + old + "=",
        "|" + changed + "=",
        Summary.of("field", changed));
  }

  /// Another value of a parameter.
  static Map<String, Object> value(Person page, String parameter, String old, String changed) {
    return value(page, parameter, old, changed, Summary.of("value", parameter));
  }

  static Map<String, Object> value(
      Person page, String parameter, String old, String changed, Summary summary) {
    return of(
        page.facts().page().title(),
        "|" + parameter + "=" + old,
        "|" + parameter + "=" + changed,
        summary);
  }

  /// Another default sort key.
  static Map<String, Object> sortKey(Person page, String old, String changed) {
    return of(
        page.facts().page().title(),
        ":" + old + "}}",
        ":" + changed + "}}",
        Summary.of("sort-key"));
  }

  /// A default sort key in front of the first category.
  static Map<String, Object> newSortKey(Person page, String category, String key) {
    String word = MarkupWords.defaultSort(page.profile().language());
    return of(
        page.facts().page().title(),
        link(category),
        "{{" + word + ":" + key + "}}\n" + link(category),
        Summary.of("new-sort-key"));
  }
}
