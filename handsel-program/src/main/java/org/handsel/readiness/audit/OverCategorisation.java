package org.handsel.readiness.audit;

import java.util.Map;
import java.util.function.Consumer;
import org.handsel.readiness.facts.WikiFacts;
import org.handsel.readiness.graph.Above;
import org.handsel.wiki.profile.WikiProfile;

/// C6: articles that stand in a category and also in one above it. Hidden and non-diffusing
/// categories and the article's own one (of the same name) are exempt. One finding for each pair.
///
/// The plain counts are of articles that stand in a category and in any above it, nothing exempt.
final class OverCategorisation implements Audit {
  private long articlesWithAncestor;
  private long articlesWithParent;

  @Override
  public String id() {
    return "C6";
  }

  @Override
  public boolean needsCategoryPages() {
    return true;
  }

  @Override
  public Map<String, Long> plainCounts() {
    return Map.of(
        "overCategorisedByAncestor", articlesWithAncestor,
        "overCategorisedByParent", articlesWithParent);
  }

  @Override
  public void run(WikiFacts facts, WikiProfile profile, Consumer<Finding> findings) {
    Above above = facts.categoryGraph().above();
    for (int page = 0; page < facts.pages(); page++) {
      if (facts.isArticle(page) && facts.categoryCount(page) > 1) {
        article(facts, page, above, findings);
      }
    }
  }

  private void article(WikiFacts facts, int page, Above above, Consumer<Finding> findings) {
    boolean any = false;
    boolean direct = false;
    for (int i = 0; i < facts.categoryCount(page); i++) {
      int lower = facts.category(page, i);
      if (repeated(facts, page, i)) {
        continue;
      }
      for (int j = 0; j < facts.categoryCount(page); j++) {
        int upper = facts.category(page, j);
        if (upper == lower || !above.stands(upper, lower) || repeated(facts, page, j)) {
          continue;
        }
        any = true;
        direct |= facts.categoryGraph().stands(lower, upper);
        if (!exempt(facts, page, lower) && !facts.isHidden(upper)) {
          findings.accept(pair(facts, page, lower, upper));
        }
      }
    }
    articlesWithAncestor += any ? 1 : 0;
    articlesWithParent += direct ? 1 : 0;
  }

  private static boolean exempt(WikiFacts facts, int page, int lower) {
    return facts.isHidden(lower)
        || facts.isNonDiffusing(lower)
        || facts.categoryName(lower).equals(facts.title(page));
  }

  private static boolean repeated(WikiFacts facts, int page, int index) {
    for (int i = 0; i < index; i++) {
      if (facts.category(page, i) == facts.category(page, index)) {
        return true;
      }
    }
    return false;
  }

  private static Finding pair(WikiFacts facts, int page, int lower, int upper) {
    return GraphFindings.below(
        facts.categoryTitle(""),
        facts.id(page),
        facts.fullTitle(page),
        facts.categoryName(lower),
        facts.categoryName(upper),
        facts.categoryGraph().stands(lower, upper));
  }
}
