package org.handsel.readiness.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.handsel.readiness.facts.WikiFacts;

/// Makes findings about pages and categories; [Wording] tells them in sentences.
final class Found {
  private Found() {}

  static Finding page(String audit, WikiFacts facts, int page, Map<String, Object> evidence) {
    return page(audit, facts, page, evidence, Map.of());
  }

  static Finding page(
      String audit,
      WikiFacts facts,
      int page,
      Map<String, Object> evidence,
      Map<String, Object> proposal) {
    return new Finding(audit, facts.id(page), facts.fullTitle(page), "", evidence, proposal);
  }

  static Finding category(
      String audit, WikiFacts facts, int category, Map<String, Object> evidence) {
    return category(audit, facts, category, evidence, Map.of());
  }

  static Finding category(
      String audit,
      WikiFacts facts,
      int category,
      Map<String, Object> evidence,
      Map<String, Object> proposal) {
    int page = facts.categoryPage(category);
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("category", facts.categoryName(category));
    all.putAll(evidence);
    return new Finding(
        audit, page < 0 ? null : facts.id(page), facts.categoryTitle(category), "", all, proposal);
  }
}
