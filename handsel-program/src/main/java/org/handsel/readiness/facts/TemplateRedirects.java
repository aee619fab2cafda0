package org.handsel.readiness.facts;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/// Redirects among the templates of a wiki, as pages tell them one after the other, and which of
/// them lead to a wanted template under a name not known before. Not safe for threads.
final class TemplateRedirects {
  private static final int LONGEST_CHAIN = 5;

  private final Map<String, String> all = new LinkedHashMap<>();
  private final Map<String, String> learnt = new TreeMap<>();

  /// Takes further redirects.
  ///
  /// @param context that the wiki is read with
  /// @return names that are new, with the wanted templates that they lead to
  Map<String, String> learn(Map<String, String> redirects, FactsContext context) {
    if (redirects.isEmpty()) {
      return Map.of();
    }
    all.putAll(redirects);
    Map<String, String> unknown = new TreeMap<>();
    Map<String, String> canonical = context.canonical();
    all.forEach((alias, target) -> {
      String end = target;
      for (int step = 0; step < LONGEST_CHAIN && !canonical.containsKey(end); step++) {
        end = all.getOrDefault(end, end);
      }
      String wanted = canonical.get(end);
      if (wanted != null && !canonical.containsKey(alias)) {
        unknown.put(alias, wanted);
      }
    });
    learnt.putAll(unknown);
    return unknown;
  }

  /// All names that were new, with the wanted templates that they lead to.
  Map<String, String> learnt() {
    return learnt;
  }
}
