package org.handsel.readiness.audit;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.handsel.wiki.profile.WikiProfile;

/// P6: the name in person data differs from the page's sort key. Accents, capitals, punctuation and
/// the numbers of rulers do not count, for sort keys leave them out or change them; nor do further
/// given names, initials and epithets that only one of the two has.
final class NameAndSortKey implements PageAudit {
  private final WikiProfile profile;

  NameAndSortKey(WikiProfile profile) {
    this.profile = profile;
  }

  @Override
  public String id() {
    return "P6";
  }

  @Override
  public void page(Person page, Consumer<Finding> findings) {
    String name = LifeDate.plain(page.value("name"));
    if (page.call() == null || name.isEmpty() || page.facts().defaultSorts().isEmpty()) {
      return;
    }
    String key = page.facts().defaultSorts().getLast();
    if (agree(words(name), words(key))) {
      return;
    }
    findings.accept(
        page.finding(
            id(),
            "%s is \"%s\", the sort key \"%s\"."
                .formatted(profile.personData().orElseThrow().fields().get("name"), name, key),
            Map.of("name", name, "sortkey", key)));
  }

  private static List<String> words(String text) {
    String plain =
        Normalizer.normalize(
                text.replace("ß", "ss")
                    .replace("ø", "o")
                    .replace("Ø", "O")
                    .replace("ł", "l")
                    .replace("Ł", "L")
                    .replace("æ", "ae")
                    .replace("Æ", "Ae")
                    .replace("œ", "oe")
                    .replace("đ", "d")
                    .replace("Đ", "D"),
                Normalizer.Form.NFD)
            .toLowerCase(Locale.ROOT);
    return Arrays.stream(plain.replaceAll("\\p{M}", "").split("[^\\p{L}\\p{N}]+"))
        .filter(word -> !word.isEmpty() && !word.matches("[ivxlc]+|\\d+"))
        .toList();
  }

  /// Whether every word of the shorter one is in the longer one, also as an initial.
  private static boolean agree(List<String> a, List<String> b) {
    List<String> shorter = a.size() <= b.size() ? a : b;
    List<String> longer = shorter == a ? b : a;
    return shorter.stream().allMatch(word -> longer.stream().anyMatch(other -> same(word, other)));
  }

  private static boolean same(String a, String b) {
    return a.equals(b) || a.length() == 1 && b.startsWith(a) || b.length() == 1 && a.startsWith(b);
  }
}
