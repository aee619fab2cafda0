package org.handsel.readiness.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.handsel.wiki.profile.WikiProfile;

/// P1: biographies, by their categories, without person data. Unknown on wikis that have no such
/// template, and where not a single page uses one that the wiki has given up.
final class MissingPersonData implements PageAudit {
  private final WikiProfile profile;
  private final List<Finding> held = new ArrayList<>();
  private long used;

  MissingPersonData(WikiProfile profile) {
    this.profile = profile;
  }

  @Override
  public String id() {
    return "P1";
  }

  @Override
  public void page(Person page, Consumer<Finding> findings) {
    used += page.call() == null ? 0 : 1;
    if (profile.personData().isEmpty()
        || !page.facts().isArticle()
        || !page.biography()
        || page.call() != null) {
      return;
    }
    Finding finding =
        page.finding(
            id(),
            "The article is a biography by its categories, but has no {{%s}}."
                .formatted(profile.personData().get().template()),
            Map.of());
    if (used > 0 || inUse()) {
      held.forEach(findings);
      held.clear();
      findings.accept(finding);
    } else if (held.size() < 100_000) {
      held.add(finding);
    }
  }

  private boolean inUse() {
    return profile.personData().map(WikiProfile.PersonData::allRequired).orElse(false);
  }

  @Override
  public void end(Consumer<Finding> findings) {
    if (used > 0) {
      held.forEach(findings);
    }
  }

  @Override
  public Optional<String> unknown() {
    if (profile.personData().isEmpty()) {
      return Optional.of("the wiki has no template for person data");
    }
    return used == 0 && !inUse()
        ? Optional.of(
            "no page of the dump uses {{%s}}".formatted(profile.personData().get().template()))
        : Optional.empty();
  }
}
