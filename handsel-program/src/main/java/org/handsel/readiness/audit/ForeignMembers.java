package org.handsel.readiness.audit;

import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.handsel.readiness.facts.WikiFacts;
import org.handsel.wiki.profile.WikiProfile;

/// C11: pages of users, and talk pages, in categories in which articles stand.
final class ForeignMembers implements Audit {
  private static final Set<Integer> USERS = Set.of(2, 3);

  @Override
  public String id() {
    return "C11";
  }

  @Override
  public void run(WikiFacts facts, WikiProfile profile, Consumer<Finding> findings) {
    boolean[] content = ContentCategories.of(facts, profile);
    for (int page = 0; page < facts.pages(); page++) {
      int namespace = facts.namespace(page);
      if (!USERS.contains(namespace) && (namespace <= 0 || namespace % 2 == 0)) {
        continue;
      }
      for (int i = 0; i < facts.categoryCount(page); i++) {
        int category = facts.category(page, i);
        if (content[category]) {
          findings.accept(
              Found.page(
                  id(),
                  facts,
                  page,
                  Map.of("category", facts.categoryName(category), "namespace", namespace),
                  Proposal.mentioning(facts.fullTitle(page), facts.categoryTitle(category))));
        }
      }
    }
  }
}
