package org.handsel.readiness.audit;

import java.util.Map;
import java.util.function.Consumer;
import org.handsel.readiness.facts.WikiFacts;
import org.handsel.wiki.profile.WikiProfile;

/// C8: categories that have moved, by a redirect or by a template that says so, and still have
/// members.
final class PopulatedRedirects implements Audit {
  @Override
  public String id() {
    return "C8";
  }

  @Override
  public boolean needsCategoryPages() {
    return true;
  }

  @Override
  public void run(WikiFacts facts, WikiProfile profile, Consumer<Finding> findings) {
    for (int category = 0; category < facts.categories(); category++) {
      if (facts.isCategoryRedirect(category) && facts.members(category) > 0) {
        findings.accept(
            Found.category(
                id(),
                facts,
                category,
                "The category has moved, but pages still stand in it.",
                Map.of("members", facts.members(category))));
      }
    }
  }
}
