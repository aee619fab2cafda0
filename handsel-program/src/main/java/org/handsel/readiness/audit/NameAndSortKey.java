package org.handsel.readiness.audit;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.handsel.wiki.profile.WikiProfile;

/// P6: the name in person data differs from the page's sort key. Accents, capitals, punctuation and
/// the numbers of rulers do not count, for sort keys leave them out or change them; nor do further
/// given names, initials and epithets that only one of the two has.
///
/// Where the page's title goes with one of the two only, the other is proposed to be written like
/// it; where it goes with both or neither, a person has to look.
final class NameAndSortKey implements PageAudit {
  private static final Pattern MARKS = Pattern.compile("\\p{M}");
  private static final Pattern BLANKS = Pattern.compile("[\\s,()]+");
  private static final Pattern REMARK = Pattern.compile(" \\([^()]*\\)$");

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
    String parameter = profile.personData().orElseThrow().fields().getOrDefault("name", "");
    List<String> title = words(REMARK.matcher(page.facts().bareTitle()).replaceFirst(""));
    boolean likeName = agree(words(name), title);
    String wrong = likeName == agree(words(key), title) ? "" : likeName ? "sortkey" : "name";
    Map<String, Object> evidence = new LinkedHashMap<>();
    evidence.put("field", parameter);
    evidence.put("name", name);
    evidence.put("sortkey", key);
    evidence.put("wrong", wrong);
    findings.accept(
        page.finding(
            id(),
            evidence,
            switch (wrong) {
              case "sortkey" -> Proposal.sortKey(page, key, sortable(name));
              case "name" ->
                  spelt(key, page.facts().bareTitle())
                      ? Proposal.value(page, parameter, page.value("name"), key)
                      : Map.of();
              default -> Map.of();
            }));
  }

  private String sortable(String name) {
    return profile.sortKeyRules().contains("letters")
        ? MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("")
        : name;
  }

  /// Whether a sort key has its words as the title has them: one without its accents is no name.
  private static boolean spelt(String key, String title) {
    List<String> words = Arrays.asList(BLANKS.split(title));
    return Arrays.stream(BLANKS.split(key)).allMatch(words::contains);
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
