package org.handsel.readiness.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.handsel.wiki.profile.WikiProfile;

/// P1: biographies, by their categories, without person data. Unknown on wikis that have no such
/// template, and where fewer than a tenth of the biographies use one that the wiki has given up or
/// never took over.
final class MissingPersonData implements PageAudit {
  private static final int MOST_HELD = 100_000;

  private final WikiProfile profile;
  private final List<Finding> held = new ArrayList<>();
  private long used;
  private long biographies;

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
    biographies += page.facts().isArticle() && page.biography() ? 1 : 0;
    if (profile.personData().isEmpty()
        || !page.facts().isArticle()
        || !page.biography()
        || page.call() != null) {
      return;
    }
    Finding finding = page.finding(id(), Map.of("template", profile.personData().get().template()));
    if (required()) {
      findings.accept(finding);
    } else if (held.size() < MOST_HELD) {
      held.add(finding);
    }
  }

  private boolean required() {
    return profile.personData().map(WikiProfile.PersonData::allRequired).orElse(false);
  }

  private boolean inUse() {
    return required() || (used > 0 && used * 10 >= biographies);
  }

  @Override
  public void end(Consumer<Finding> findings) {
    if (inUse()) {
      held.forEach(findings);
    }
  }

  @Override
  public Optional<String> unknown() {
    if (profile.personData().isEmpty()) {
      return Optional.of("the wiki has no template for person data");
    }
    return inUse()
        ? Optional.empty()
        : Optional.of(
            (used == 0
                    ? "no page of the dump uses {{%s}}"
                    : "hardly a page of the dump uses {{%s}}")
                .formatted(profile.personData().get().template()));
  }
}
