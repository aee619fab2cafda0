package org.handsel.readiness.audit;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.handsel.readiness.facts.WikiFacts;
import org.handsel.wiki.markup.CategoryLink;
import org.handsel.wiki.markup.Namespaces;
import org.handsel.wiki.markup.Oddity;
import org.handsel.wiki.profile.WikiProfile;

/// C12: the same category twice on a page (Check Wikipedia 017), sort keys that are missing,
/// contradict each other or are written so that they sort wrongly ([SortKeyFaults]), and in
/// articles of wikis whose profile asks for it ([WikiProfile#layout]) categories, sort keys and
/// links to other languages that are not written or placed as is usual ([Oddity.Kind]; Check
/// Wikipedia 009, 018, 021, 022, 052, 053, 088).
///
/// A category or link above a headline is told once for a page and no edit proposed: whether it
/// wants to go down, or the headline slipped below the end of the article, is for a person to see.
final class CategorySyntax implements PageAudit {
  private static final Pattern NEXT_LINK =
      Pattern.compile("\\]\\][ \\t]+(?=\\[\\[)|\\]\\](?=\\[\\[)");
  private static final Pattern BLANK_KEY = Pattern.compile("^([^:]*:)\\s+");

  private final WikiFacts facts;
  private final String prefix;

  CategorySyntax(WikiFacts facts, WikiProfile profile) {
    this.facts = facts;
    // Without pages of categories the facts do not tell what the wiki calls their namespace.
    prefix =
        Namespaces.name(profile.language(), Namespaces.CATEGORY)
            .filter(name -> !facts.hasCategoryPages())
            .map(name -> name + ":")
            .orElse("");
  }

  @Override
  public String id() {
    return "C12";
  }

  @Override
  public void page(Person page, Consumer<Finding> findings) {
    Set<String> seen = new HashSet<>();
    Set<String> told = new HashSet<>();
    for (CategoryLink link : page.facts().categories()) {
      if (!seen.add(link.category()) && told.add(link.category())) {
        findings.accept(
            page.finding(
                id(),
                Map.of("kind", "duplicate", "category", link.category()),
                Proposal.once(page.facts().page().title(), title(link.category()))));
      }
    }
    new SortKeyFaults(id(), page, this::title, findings).look();
    for (Oddity oddity : page.facts().oddities()) {
      if (page.profile().layout().contains(oddity.kind().word())) {
        findings.accept(finding(page, oddity));
      }
    }
  }

  private Finding finding(Person page, Oddity oddity) {
    Map<String, Object> evidence = new LinkedHashMap<>();
    evidence.put("kind", oddity.kind().word());
    if (!oddity.category().isEmpty()) {
      evidence.put("category", oddity.category());
    }
    evidence.put("passage", oddity.passage());
    String better =
        switch (oddity.kind()) {
          case CATEGORIES_ON_ONE_LINE -> NEXT_LINK.matcher(oddity.passage()).replaceAll("]]\n");
          case SMALL_LETTER, ENGLISH_NAMESPACE, BLANK_IN_CATEGORY -> usual(oddity);
          case BLANK_BEFORE_SORT_KEY -> BLANK_KEY.matcher(oddity.passage()).replaceFirst("$1");
          case CATEGORY_BEFORE_HEADLINE, INTERWIKI_BEFORE_HEADLINE -> "";
        };
    return page.finding(
        id(),
        evidence,
        better.isEmpty() || better.equals(oddity.passage())
            ? Map.of()
            : Proposal.of(
                page.facts().page().title(), oddity.passage(), better, summary(oddity.kind())));
  }

  private static Proposal.Summary summary(Oddity.Kind kind) {
    return Proposal.Summary.of(
        switch (kind) {
          case CATEGORIES_ON_ONE_LINE -> "lines";
          case BLANK_BEFORE_SORT_KEY -> "sort-key";
          default -> "category-link";
        });
  }

  /// The link as it is usually written, with the sort key that it has.
  private String usual(Oddity oddity) {
    String passage = oddity.passage();
    int pipe = passage.indexOf('|');
    return passage.isEmpty()
        ? ""
        : "[[" + title(oddity.category()) + (pipe < 0 ? "]]" : passage.substring(pipe));
  }

  private String title(String category) {
    return prefix.isEmpty()
        ? facts.categoryTitle(facts.categoryNamed(category))
        : prefix + category;
  }
}
