package org.handsel.readiness.audit;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.handsel.readiness.facts.WikiFacts;
import org.handsel.wiki.markup.CategoryLink;

/// C12: the same category twice on a page, and sort keys that contradict each other or begin with
/// blanks or underscores. Source of the kinds: Check Wikipedia 017, 037, 088.
final class CategorySyntax implements PageAudit {
  private final WikiFacts facts;

  CategorySyntax(WikiFacts facts) {
    this.facts = facts;
  }

  @Override
  public String id() {
    return "C12";
  }

  @Override
  public void page(Person page, Consumer<Finding> findings) {
    Set<String> seen = new HashSet<>();
    Set<String> told = new HashSet<>();
    for (CategoryLink link : page.facts().categories()) {
      if (!seen.add(link.category()) && told.add(link.category())) {
        findings.accept(
            page.finding(
                id(),
                "The page names the category %s more than once.".formatted(link.category()),
                Map.of("kind", "duplicate", "category", link.category()),
                Proposal.once(
                    page.facts().page().title(),
                    facts.categoryTitle(facts.categoryNamed(link.category())))));
      }
    }
    List<String> sorts = page.facts().defaultSorts();
    if (sorts.stream().distinct().count() > 1) {
      findings.accept(
          page.finding(
              id(),
              "The page sets several sort keys; only the last one counts: %s."
                  .formatted(String.join(", ", sorts)),
              Map.of("kind", "several-sort-keys", "keys", sorts)));
    }
    if (!sorts.isEmpty() && sorts.getLast().contains("_")) {
      findings.accept(
          page.finding(
              id(),
              "The sort key \"%s\" has underscores.".formatted(sorts.getLast()),
              Map.of("kind", "odd-sort-key", "keys", sorts)));
    }
  }
}
