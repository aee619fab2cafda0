package org.handsel.readiness.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.handsel.readiness.facts.WikiFacts;
import org.handsel.wiki.profile.WikiProfile;
import org.jspecify.annotations.Nullable;

/// C4: categories that pages stand in but that have no page. Unknown where the dump is cut off and
/// most categories have no page, or nearly all: then it lacks the pages, not the wiki. Where a
/// category that has a page differs in capitals, accents, blanks and signs only, it is named, and
/// where a single page is concerned an edit proposed.
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
    Map<Integer, Integer> meant = meant(facts);
    Map<Integer, Integer> members = onlyMembers(facts, meant.keySet());
    for (int category = 0; category < facts.categories(); category++) {
      if (isRed(facts, category)) {
        findings.accept(finding(facts, category, meant.get(category), members.get(category)));
      }
    }
  }

  private static boolean isRed(WikiFacts facts, int category) {
    return facts.categoryPage(category) < 0 && facts.members(category) > 0;
  }

  /// Categories that have a page and the same letters and digits as one that has none.
  private static Map<Integer, Integer> meant(WikiFacts facts) {
    Map<String, List<Integer>> red = new HashMap<>();
    for (int category = 0; category < facts.categories(); category++) {
      if (isRed(facts, category)) {
        red.computeIfAbsent(Letters.of(facts.categoryName(category)), key -> new ArrayList<>())
            .add(category);
      }
    }
    Map<Integer, Integer> meant = new HashMap<>();
    for (int category = 0; category < facts.categories() && !red.isEmpty(); category++) {
      if (facts.categoryPage(category) >= 0 && !facts.isCategoryRedirect(category)) {
        int existing = category;
        red.getOrDefault(Letters.of(facts.categoryName(category)), List.of())
            .forEach(missing -> meant.putIfAbsent(missing, existing));
      }
    }
    return meant;
  }

  /// The member of each of these categories that has no other.
  private static Map<Integer, Integer> onlyMembers(WikiFacts facts, Set<Integer> categories) {
    Map<Integer, Integer> members = new HashMap<>();
    for (int page = 0; page < facts.pages() && !categories.isEmpty(); page++) {
      for (int i = 0; i < facts.categoryCount(page); i++) {
        int category = facts.category(page, i);
        if (facts.members(category) == 1 && categories.contains(category)) {
          members.put(category, page);
        }
      }
    }
    return members;
  }

  private Finding finding(
      WikiFacts facts, int category, @Nullable Integer meant, @Nullable Integer member) {
    int members = facts.members(category);
    Map<String, Object> evidence = new LinkedHashMap<>();
    evidence.put("members", members);
    if (meant == null) {
      return Found.category(id(), facts, category, evidence);
    }
    evidence.put("similar", facts.categoryName(meant));
    return Found.category(
        id(),
        facts,
        category,
        evidence,
        member == null
            ? Map.of()
            : Proposal.moving(
                facts.fullTitle(member),
                facts.categoryTitle(category),
                facts.categoryTitle(meant),
                Proposal.Summary.of("no-page", facts.categoryTitle(category))));
  }
}
