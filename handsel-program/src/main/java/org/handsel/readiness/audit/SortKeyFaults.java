package org.handsel.readiness.audit;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.handsel.readiness.facts.PageFacts;

/// What is wrong with the sort key of a page, by the rules that the wiki's profile names: `missing`
/// (a biography of several words without any key sorts by the given name), `comma` (no blank behind
/// it), `letters` (letters that the wiki's sorting puts behind Z). Several keys and underscores are
/// wrong on every wiki. Source of the kinds: Check Wikipedia 006, 037, 088, 089.
final class SortKeyFaults {
  private static final Pattern BARE_COMMA = Pattern.compile(",(?=\\S)");
  private static final Pattern REMARK = Pattern.compile(" \\([^()]*\\)$");
  private static final Pattern MARKS = Pattern.compile("\\p{M}");
  private static final Pattern MARKUP = Pattern.compile("[\\[\\]{}<>|]");

  private final String audit;
  private final Person page;
  private final UnaryOperator<String> categoryTitle;
  private final Consumer<Finding> findings;

  /// @param categoryTitle the title of a category with its namespace
  SortKeyFaults(
      String audit, Person page, UnaryOperator<String> categoryTitle, Consumer<Finding> findings) {
    this.audit = audit;
    this.page = page;
    this.categoryTitle = categoryTitle;
    this.findings = findings;
  }

  void look() {
    List<String> sorts = page.facts().defaultSorts();
    if (sorts.isEmpty()) {
      missing();
      return;
    }
    String key = sorts.getLast();
    if (sorts.stream().distinct().count() > 1) {
      found("several-sort-keys", Optional.empty());
    }
    if (key.contains("_")) {
      found("odd-sort-key", Optional.of(key.replaceAll("_+", " ").strip()));
    }
    if (asks("comma") && BARE_COMMA.matcher(key).find()) {
      found("no-blank-after-comma", Optional.of(BARE_COMMA.matcher(key).replaceAll(", ")));
    }
    String plain = plain(key);
    if (asks("letters") && !plain.equals(key)) {
      found("special-letters", Optional.of(plain));
    }
  }

  private boolean asks(String rule) {
    return page.profile().sortKeyRules().contains(rule);
  }

  private void missing() {
    PageFacts facts = page.facts();
    boolean words = REMARK.matcher(facts.page().title()).replaceFirst("").indexOf(' ') > 0;
    boolean keyed = facts.categories().stream().anyMatch(link -> !link.sortKey().isBlank());
    // Whose person data has no comma has no family name: Laurence of Canterbury sorts by his title.
    String name = page.value("name");
    boolean family = name.isBlank() || name.contains(",");
    if (asks("missing") && facts.isArticle() && page.biography() && words && family && !keyed) {
      findings.accept(
          page.finding(audit, Map.of("kind", "missing-sort-key", "keys", List.of()), key(name)));
    }
  }

  /// The name of the person data in front of the first category; who has none, or a link or a
  /// template in it, is keyed by a person.
  private Map<String, Object> key(String name) {
    if (!name.contains(",") || MARKUP.matcher(name).find()) {
      return Map.of();
    }
    String key = asks("letters") ? plain(name) : name;
    return Proposal.newSortKey(
        page, categoryTitle.apply(page.facts().categories().getFirst().category()), key.strip());
  }

  private static String plain(String key) {
    return MARKS.matcher(Normalizer.normalize(key, Normalizer.Form.NFD)).replaceAll("");
  }

  private void found(String kind, Optional<String> better) {
    List<String> keys = page.facts().defaultSorts();
    Map<String, Object> proposal =
        better.map(key -> Proposal.sortKey(page, keys.getLast(), key)).orElse(Map.of());
    findings.accept(page.finding(audit, Map.of("kind", kind, "keys", keys), proposal));
  }
}
