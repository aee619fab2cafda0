package org.handsel.readiness.audit;

import java.util.Map;
import java.util.function.Consumer;
import org.handsel.readiness.facts.WikiFacts;
import org.handsel.readiness.graph.CategoryGraph;
import org.handsel.wiki.profile.WikiProfile;

/// C3: category pages that stand in no category, and those to which no way leads from the root.
/// Redirects and the root itself are left out.
final class OrphanCategories implements Audit {
  @Override
  public String id() {
    return "C3";
  }

  @Override
  public boolean needsCategoryPages() {
    return true;
  }

  @Override
  public void run(WikiFacts facts, WikiProfile profile, Consumer<Finding> findings) {
    int root = profile.rootCategory().map(facts::categoryNamed).orElse(-1);
    CategoryGraph graph = facts.categoryGraph();
    int[] depths = root < 0 ? new int[0] : graph.depths(root);
    for (int category = 0; category < facts.categories(); category++) {
      if (facts.categoryPage(category) < 0
          || category == root
          || facts.isCategoryRedirect(category)) {
        continue;
      }
      if (graph.parentCount(category) == 0) {
        findings.accept(Found.category(id(), facts, category, Map.of("kind", "no-parent")));
      } else if (root >= 0 && depths[category] < 0) {
        findings.accept(
            Found.category(
                id(),
                facts,
                category,
                Map.of("kind", "unreachable", "root", facts.categoryName(root))));
      }
    }
  }
}
