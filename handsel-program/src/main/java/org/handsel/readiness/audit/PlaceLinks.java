package org.handsel.readiness.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handsel.readiness.facts.WikiFacts;
import org.handsel.wiki.profile.WikiProfile;

/// P7: places in person data whose link leads nowhere or to a disambiguation page. Unknown where
/// the dump is only a part of the wiki, for then a page that is missing need not be missing.
///
/// Where a single article has the missing title but for capitals, accents, blanks and signs, the
/// link is proposed to lead there. Any other red link may be an article that nobody has written
/// yet, and which of the places on a disambiguation page is meant only the sources tell: no edit is
/// proposed.
final class PlaceLinks implements PageAudit {
  private static final Pattern LINK = Pattern.compile("\\[\\[([^\\[\\]|#]+)[^\\[\\]]*\\]\\]");
  private static final int ENOUGH = 50;

  /// Stands for more than one title; no title has such a sign.
  private static final String SEVERAL = "|";

  private final WikiFacts facts;
  private final WikiProfile profile;
  private final boolean whole;
  private final List<Red> red = new ArrayList<>();
  private long links;

  /// A link to a page that is not there.
  ///
  /// @param value of the field, with the link in it
  private record Red(long pageId, String page, String parameter, String value, String target) {
    String leadingTo(String title) {
      return LINK.matcher(value)
          .replaceAll(link -> {
            String written = link.group(1).replace('_', ' ').strip();
            return Matcher.quoteReplacement(
                written.equals(target)
                    ? "[[" + title + link.group().substring(2 + link.group(1).length())
                    : link.group());
          });
    }
  }

  PlaceLinks(WikiFacts facts, WikiProfile profile, boolean whole) {
    this.facts = facts;
    this.profile = profile;
    this.whole = whole;
  }

  @Override
  public String id() {
    return "P7";
  }

  @Override
  public void page(Person page, Consumer<Finding> findings) {
    for (String field : List.of("birth-place", "death-place")) {
      Matcher link = LINK.matcher(page.value(field));
      while (link.find()) {
        String title = link.group(1).replace('_', ' ').strip();
        if (title.isEmpty() || title.indexOf(':') >= 0) {
          continue;
        }
        look(page, field, title, findings);
      }
    }
  }

  private void look(Person page, String field, String title, Consumer<Finding> findings) {
    links++;
    String stored = title.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + title.substring(1);
    int target = facts.page(0, stored);
    String parameter = profile.personData().orElseThrow().fields().get(field);
    if (target < 0) {
      red.add(
          new Red(
              page.facts().page().id(),
              page.facts().page().title(),
              parameter,
              page.value(field),
              title));
    } else if (facts.isDisambiguation(target)) {
      findings.accept(
          page.finding(
              id(), Map.of("field", parameter, "target", title, "kind", "disambiguation")));
    }
  }

  private boolean trusted() {
    return whole && (links < ENOUGH || red.size() * 2L <= links);
  }

  @Override
  public void end(Consumer<Finding> findings) {
    if (trusted()) {
      Map<String, String> meant = meant();
      red.forEach(link -> findings.accept(finding(link, meant.getOrDefault(link.target, ""))));
    }
  }

  /// The one article that has the letters of a missing title.
  private Map<String, String> meant() {
    Map<String, String> letters = new HashMap<>();
    red.forEach(link -> letters.put(Letters.of(link.target), ""));
    letters.remove("");
    for (int page = 0; page < facts.pages() && !letters.isEmpty(); page++) {
      if (facts.isArticle(page) && !facts.isDisambiguation(page)) {
        String title = facts.title(page);
        letters.computeIfPresent(
            Letters.of(title), (key, other) -> other.isEmpty() ? title : SEVERAL);
      }
    }
    Map<String, String> meant = new HashMap<>();
    for (Red link : red) {
      String title = letters.getOrDefault(Letters.of(link.target), "");
      if (!title.isEmpty() && !title.equals(SEVERAL)) {
        meant.put(link.target, title);
      }
    }
    return meant;
  }

  private Finding finding(Red link, String meant) {
    Map<String, Object> evidence = new LinkedHashMap<>();
    evidence.put("field", link.parameter);
    evidence.put("target", link.target);
    evidence.put("kind", "red-link");
    if (!meant.isEmpty()) {
      evidence.put("similar", meant);
    }
    return new Finding(
        id(),
        link.pageId,
        link.page,
        "",
        evidence,
        meant.isEmpty()
            ? Map.of()
            : Proposal.of(
                link.page,
                "|" + link.parameter + "=" + link.value,
                "|" + link.parameter + "=" + link.leadingTo(meant),
                Proposal.Summary.of("place", link.target, meant)));
  }

  @Override
  public Optional<String> unknown() {
    if (profile.personData().isEmpty()) {
      return Optional.of("the wiki has no template for person data");
    }
    return trusted()
        ? Optional.empty()
        : Optional.of(
            "the dump is not the whole wiki, so that a red link cannot be told from a page that is"
                + " left out");
  }
}
