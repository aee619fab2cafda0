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

  /// Pages of categories into which nothing is put, redirects included.
  static long count(WikiFacts facts) {
    long empty = 0;
    for (int category = 0; category < facts.categories(); category++) {
      empty += isEmpty(facts, category) ? 1 : 0;
    }
    return empty;
  }

  private static boolean isEmpty(WikiFacts facts, int category) {
    return facts.categoryPage(category) >= 0 && facts.members(category) == 0;
  }

  @Override
  public void run(WikiFacts facts, WikiProfile profile, Consumer<Finding> findings) {
    for (int category = 0; category < facts.categories(); category++) {
      if (isEmpty(facts, category) && !facts.isCategoryRedirect(category)) {
        findings.accept(Found.category(id(), facts, category, Map.of()));
      }
    }
  }
}
