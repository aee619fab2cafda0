package org.handsel.readiness.audit;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.handsel.readiness.facts.WikiFacts;
import org.handsel.wiki.profile.WikiProfile;

/// C4: categories that pages stand in but that have no page. Unknown where the dump is cut off and
/// most categories have no page, or nearly all: then it lacks the pages, not the wiki.
final class RedLinkCategories implements Audit {
  private static final int ENOUGH = 50;
  private static final int NEARLY_ALL = 20;

  private final boolean whole;
  private boolean left;

  /// @param whole whether the dump was read to its end
  RedLinkCategories(boolean whole) {
    this.whole = whole;
  }

  @Override
  public String id() {
    return "C4";
  }

  @Override
  public boolean needsCategoryPages() {
    return true;
  }

  @Override
  public Optional<String> unknown() {
    return left ? Optional.of("the dump lacks the pages of most categories") : Optional.empty();
  }

  private boolean leftOut(WikiFacts facts) {
    int used = 0;
    int red = 0;
    for (int category = 0; category < facts.categories(); category++) {
      if (facts.members(category) > 0) {
        used++;
        red += facts.categoryPage(category) < 0 ? 1 : 0;
      }
    }
    int few = whole ? used / NEARLY_ALL : used / 2;
    return used >= ENOUGH && used - red < few;
  }

  @Override
  public void run(WikiFacts facts, WikiProfile profile, Consumer<Finding> findings) {
    left = leftOut(facts);
    if (left) {
      return;
    }
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
