package org.handsel.readiness.audit;

import java.util.Map;
import java.util.function.Consumer;
import org.handsel.readiness.facts.WikiFacts;
import org.handsel.wiki.profile.WikiProfile;

/// C5: category pages without a member. Only the wiki's database can tell, for templates put pages
/// into categories too. Redirects are left out.
final class EmptyCategories implements Audit {
  @Override
  public String id() {
    return "C5";
  }

  @Override
  public boolean needsDatabase() {
    return true;
  }

  @Override
  public void run(WikiFacts facts, WikiProfile profile, Consumer<Finding> findings) {
    for (int category = 0; category < facts.categories(); category++) {
      if (facts.categoryPage(category) >= 0
          && facts.members(category) == 0
          && !facts.isCategoryRedirect(category)) {
        findings.accept(Found.category(id(), facts, category, "The category is empty.", Map.of()));
      }
    }
  }
}
