package org.handsel.readiness.audit;

import java.util.Map;
import java.util.function.Consumer;
import org.handsel.readiness.facts.WikiFacts;
import org.handsel.wiki.profile.WikiProfile;

/// C9: category pages with a single member, and categories with very many that were never divided:
/// at least 2,000 members and not one subcategory. Hidden and maintenance categories and those of
/// years of life are large by design and left out.
///
/// No edit is proposed: what a large category is to be divided by is for people to say, and a small
/// one is either kept because it will grow or deleted, which is no edit and none that its member
/// alone could make.
final class SizeOutliers implements Audit {
  private static final int HUGE = 2_000;

  @Override
  public String id() {
    return "C9";
  }

  @Override
  public void run(WikiFacts facts, WikiProfile profile, Consumer<Finding> findings) {
    for (int category = 0; category < facts.categories(); category++) {
      if (facts.categoryPage(category) < 0) {
        continue;
      }
      int members = facts.members(category);
      if (members == 1) {
        findings.accept(
            Found.category(id(), facts, category, Map.of("kind", "singleton", "members", 1)));
      } else if (members >= HUGE
          && facts.categoryGraph().childCount(category) == 0
          && !large(facts, profile, category)) {
        findings.accept(
            Found.category(id(), facts, category, Map.of("kind", "huge", "members", members)));
      }
    }
  }

  private static boolean large(WikiFacts facts, WikiProfile profile, int category) {
    String name = facts.categoryName(category);
    return facts.isHidden(category)
        || profile.isMaintenance(name)
        || profile.biography().tells(name);
  }
}
