package org.handsel.readiness.audit;

import java.util.LinkedHashMap;
import java.util.Map;

/// Words edits that would mend something: `page`, `old`, `new` and `summary`. The old text is what
/// has to stand on the page for the edit to be made.
final class Proposal {
  private Proposal() {}

  static Map<String, Object> of(String page, String old, String changed, String summary) {
    Map<String, Object> proposal = new LinkedHashMap<>();
    proposal.put("page", page);
    proposal.put("old", old);
    proposal.put("new", changed);
    proposal.put("summary", summary);
    return proposal;
  }

  /// A page leaves a category.
  static Map<String, Object> leaving(String page, String category, String why) {
    return of(page, link(category), "", "%s: %s".formatted(link(":" + category), why));
  }

  /// A page names a category without standing in it.
  static Map<String, Object> mentioning(String page, String category, String why) {
    return of(
        page, link(category), link(":" + category), "%s: %s".formatted(link(":" + category), why));
  }

  /// A page names a category once and not more often.
  static Map<String, Object> once(String page, String category) {
    return of(
        page,
        link(category) + "\n" + link(category),
        link(category),
        "%s stood here more than once".formatted(link(":" + category)));
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
        "Name of the field %s corrected".formatted(changed));
  }

  /// Another value of a parameter.
  static Map<String, Object> value(Person page, String parameter, String old, String changed) {
    return of(
        page.facts().page().title(),
        "|" + parameter + "=" + old,
        "|" + parameter + "=" + changed,
        "%s corrected".formatted(parameter));
  }
}
