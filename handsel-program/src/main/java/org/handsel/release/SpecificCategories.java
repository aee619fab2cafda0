package org.handsel.release;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds categories of a page that stand above another one of the same page: readers find the page
/// through the lower one, and Commons asks for the most specific only. Used by one thread.
final class SpecificCategories {
  static final Set<String> CODES = Set.of("CATEGORY_PARENT", "CATEGORY_DROPPED");

  /// Further up the graph of a large wiki nearly everything is above everything.
  private static final int LEVELS = 4;

  private static final Pattern LINE =
      Pattern.compile("^\\[\\[Category:([^\\]|]+)\\]\\]\\n?", Pattern.MULTILINE);

  private final Map<String, Set<String>> ancestors = new HashMap<>();
  private final boolean drop;

  private SpecificCategories(boolean drop) {
    this.drop = drop;
  }

  /// @param categories all that a plan uses
  /// @param drop whether the upper ones are taken out of the pages, or only named
  static SpecificCategories ask(
      CategoryParents parents, Collection<String> categories, boolean drop) {
    SpecificCategories specific = new SpecificCategories(drop);
    Map<String, Set<String>> above = new HashMap<>();
    Set<String> open = new LinkedHashSet<>(categories);
    for (int level = 0; level < LEVELS && !open.isEmpty(); level++) {
      Map<String, Set<String>> found = parents.above(open);
      above.putAll(found);
      Set<String> next = new LinkedHashSet<>();
      found.values().forEach(next::addAll);
      next.removeAll(above.keySet());
      open = next;
    }
    for (String category : categories) {
      specific.ancestors.put(category, up(category, above));
    }
    return specific;
  }

  private static Set<String> up(String category, Map<String, Set<String>> above) {
    Set<String> all = new HashSet<>();
    Set<String> level = above.getOrDefault(category, Set.of());
    for (int i = 0; i < LEVELS && !level.isEmpty(); i++) {
      Set<String> next = new HashSet<>();
      for (String one : level) {
        if (all.add(one)) {
          next.addAll(above.getOrDefault(one, Set.of()));
        }
      }
      level = next;
    }
    return all;
  }

  /// Categories of a page as its wikitext names them.
  static List<String> of(String wikitext) {
    List<String> names = new ArrayList<>();
    Matcher matcher = LINE.matcher(wikitext);
    while (matcher.find()) {
      names.add(matcher.group(1).strip());
    }
    return names;
  }

  PlanEntry check(PlanEntry entry) {
    List<String> names = of(entry.wikitext());
    List<PlanEntry.Check> checks = new ArrayList<>(entry.checks());
    // What was left out before stays said; what was only named is asked again.
    checks.removeIf(check -> check.code().equals("CATEGORY_PARENT"));
    String text = entry.wikitext();
    for (String upper : names) {
      for (String lower : names) {
        // Two that are above each other are a circle on the wiki: nobody can say which is lower.
        if (above(upper, lower) && !above(lower, upper)) {
          checks.add(
              drop
                  ? Checks.warning(
                      "CATEGORY_DROPPED",
                      "Category:%s was left out: Category:%s is below it.".formatted(upper, lower))
                  : Checks.warning(
                      "CATEGORY_PARENT",
                      "Category:%s is above Category:%s, where the page stands too. Run again with --most-specific to leave it out."
                          .formatted(upper, lower)));
          if (drop) {
            text = text.replace("[[Category:" + upper + "]]\n", "");
          }
          break;
        }
      }
    }
    return entry.with(text, checks);
  }

  private boolean above(String upper, String lower) {
    return !upper.equals(lower) && ancestors.getOrDefault(lower, Set.of()).contains(upper);
  }
}
