package org.handsel.readiness.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.handsel.authority.matching.Candidate;
import org.handsel.wiki.markup.TemplateCall;
import org.handsel.wiki.profile.WikiProfile;

/// N7: the page says that no record exists (GNDfehlt), although the authority file holds one that
/// is this person with a probability of at least .95. Its number is proposed in the place of the
/// remark.
final class AvoidableMissing implements PageAudit {
  private static final double SURE = 0.95;

  private final WikiProfile profile;
  private final Library library;
  private final Biography.Reader biographies;

  AvoidableMissing(WikiProfile profile, Library library) {
    this.profile = profile;
    this.library = library;
    biographies = Biography.reader(profile);
  }

  @Override
  public String id() {
    return "N7";
  }

  @Override
  public void page(Person page, Consumer<Finding> findings) {
    if (profile.authority().isEmpty() || !library.hasRecords() || page.authority().isEmpty()) {
      return;
    }
    WikiProfile.Authority template = profile.authority().get();
    String remark = "";
    String value = "";
    for (TemplateCall call : page.authority()) {
      for (String name : template.missing()) {
        String said = call.arguments().getOrDefault(name, "").strip();
        if (remark.isEmpty() && !said.isEmpty()) {
          remark = name;
          value = said;
        }
      }
    }
    Optional<Biography> biography = remark.isEmpty() ? Optional.empty() : biographies.read(page);
    List<String> parameters = template.identifiers().getOrDefault(library.scheme(), List.of());
    if (biography.isEmpty() || parameters.isEmpty()) {
      return;
    }
    Optional<Candidate> likeliest = library.likeliest(biography.get().record());
    if (likeliest.isEmpty() || likeliest.get().probability() < SURE) {
      return;
    }
    Candidate found = likeliest.get();
    Map<String, Object> evidence = new LinkedHashMap<>();
    evidence.put("parameter", remark);
    evidence.put("scheme", library.scheme());
    evidence.put("value", found.id());
    evidence.put("name", found.name());
    evidence.put("probability", Math.round(found.probability() * 10_000) / 10_000.0);
    evidence.put("reasons", found.evidence());
    findings.accept(
        page.finding(
            id(),
            evidence,
            Proposal.of(
                page.facts().page().title(),
                "|" + remark + "=" + value,
                "|" + parameters.getFirst() + "=" + found.id(),
                Proposal.Summary.of("found", parameters.getFirst(), found.id()))));
  }

  @Override
  public Optional<String> unknown() {
    return AuthorityNeeded.reason(profile, library)
        .or(() ->
            profile.authority().orElseThrow().missing().isEmpty()
                ? Optional.of("the wiki’s template has no remark that a record is missing")
                : Optional.empty());
  }
}
