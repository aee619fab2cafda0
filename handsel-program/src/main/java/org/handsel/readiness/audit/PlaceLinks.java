package org.handsel.readiness.audit;

import java.util.ArrayList;
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
final class PlaceLinks implements PageAudit {
  private static final Pattern LINK = Pattern.compile("\\[\\[([^\\[\\]|#]+)[^\\[\\]]*\\]\\]");
  private static final int ENOUGH = 50;

  private final WikiFacts facts;
  private final WikiProfile profile;
  private final boolean whole;
  private final List<Finding> red = new ArrayList<>();
  private long links;

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
          page.finding(
              id(),
              "%s links to \"%s\", which does not exist.".formatted(parameter, title),
              Map.of("field", parameter, "target", title, "kind", "red-link")));
    } else if (facts.isDisambiguation(target)) {
      findings.accept(
          page.finding(
              id(),
              "%s links to the disambiguation page \"%s\".".formatted(parameter, title),
              Map.of("field", parameter, "target", title, "kind", "disambiguation")));
    }
  }

  private boolean trusted() {
    return whole && (links < ENOUGH || red.size() * 2L <= links);
  }

  @Override
  public void end(Consumer<Finding> findings) {
    if (trusted()) {
      red.forEach(findings);
    }
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
