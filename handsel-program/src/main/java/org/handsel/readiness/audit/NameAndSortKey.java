package org.handsel.readiness.audit;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.handsel.wiki.profile.WikiProfile;

/// P6: the name in person data differs from the page's sort key. Accents, capitals, punctuation and
/// the zeros and roman numbers of rulers do not count, for sort keys leave them out or change them.
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
    if (folded(name).equals(folded(key)) || folded(name).isEmpty()) {
      return;
    }
    findings.accept(
        page.finding(
            id(),
            "%s is \"%s\", the sort key \"%s\"."
                .formatted(profile.personData().orElseThrow().fields().get("name"), name, key),
            Map.of("name", name, "sortkey", key)));
  }

  private static String folded(String text) {
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
    return plain.replaceAll("\\b([ivxlc]+|\\d+)\\b\\.?", "").replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
