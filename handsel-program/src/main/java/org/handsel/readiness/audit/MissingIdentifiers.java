package org.handsel.readiness.audit;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.handsel.wiki.profile.WikiProfile;

/// N1: biographies without any identifier of an authority file. A page that says that there is none
/// is left out, and so are redirects and a page whose template shows what Wikidata holds, which
/// wikitext cannot tell.
final class MissingIdentifiers implements PageAudit {
  private final WikiProfile profile;

  MissingIdentifiers(WikiProfile profile) {
    this.profile = profile;
  }

  @Override
  public String id() {
    return "N1";
  }

  @Override
  public void page(Person page, Consumer<Finding> findings) {
    if (profile.authority().isEmpty() || !page.isPerson() || !page.facts().isArticle()) {
      return;
    }
    WikiProfile.Authority template = profile.authority().get();
    boolean has = !IdentifierValues.of(page).isEmpty();
    boolean saysNone =
        page.authority().stream()
            .anyMatch(call ->
                template.missing().stream()
                    .anyMatch(name -> !call.arguments().getOrDefault(name, "").isBlank()));
    boolean elsewhere =
        template.fromWikidata()
            && page.authority().stream().anyMatch(call -> call.arguments().isEmpty());
    if (has || saysNone || elsewhere) {
      return;
    }
    findings.accept(
        page.finding(
            id(), Map.of("template", !page.authority().isEmpty(), "name", template.template())));
  }

  @Override
  public Optional<String> unknown() {
    return profile.authority().isEmpty()
        ? Optional.of("the wiki has no template for identifiers")
        : Optional.empty();
  }
}
