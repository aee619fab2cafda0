package org.handsel.readiness.audit;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.handsel.readiness.facts.WikiFacts;
import org.handsel.wiki.markup.CategoryLink;

/// C12: the same category twice on a page (Check Wikipedia 017), and sort keys that are missing,
/// contradict each other or are written so that they sort wrongly ([SortKeyFaults]). Faults of
/// layout, such as two categories on one line, are left to Check Wikipedia: they change nothing in
/// what stands where.
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
    new SortKeyFaults(id(), page, findings).look();
  }
}
