package org.handsel.readiness.audit;

import java.util.Map;
import java.util.function.Consumer;
import org.handsel.readiness.facts.WikiFacts;
import org.handsel.wiki.profile.WikiProfile;

/// C4: categories that pages stand in but that have no page.
final class RedLinkCategories implements Audit {
  @Override
  public String id() {
    return "C4";
  }

  @Override
  public boolean needsCategoryPages() {
    return true;
  }

  @Override
  public void run(WikiFacts facts, WikiProfile profile, Consumer<Finding> findings) {
    for (int category = 0; category < facts.categories(); category++) {
      if (facts.categoryPage(category) < 0 && facts.members(category) > 0) {
        int members = facts.members(category);
        findings.accept(
            Found.category(
                id(),
                facts,
                category,
                members == 1
                    ? "One page stands in this category, which has no page."
                    : "%d pages stand in this category, which has no page.".formatted(members),
                Map.of("members", members)));
      }
    }
  }
}
