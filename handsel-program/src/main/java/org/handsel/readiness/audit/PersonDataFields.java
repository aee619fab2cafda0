package org.handsel.readiness.audit;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.handsel.wiki.markup.TemplateCall;
import org.handsel.wiki.profile.WikiProfile;

/// P2: person data with fields that are missing, unknown or in another order. Where a wiki does not
/// keep empty fields, only the name has to be there. MediaWiki tells capitals from small letters in
/// the names of fields.
final class PersonDataFields implements PageAudit {
  private final WikiProfile profile;

  PersonDataFields(WikiProfile profile) {
    this.profile = profile;
  }

  @Override
  public String id() {
    return "P2";
  }

  @Override
  public void page(Person page, Consumer<Finding> findings) {
    TemplateCall call = page.call();
    if (call == null) {
      return;
    }
    WikiProfile.PersonData template = profile.personData().orElseThrow();
    List<String> known = List.copyOf(template.fields().values());
    Collection<String> written = call.arguments().keySet();
    List<String> unknown = written.stream().filter(name -> !known.contains(name)).toList();
    List<String> missing =
        known.stream()
            .filter(name -> template.allRequired() || name.equals(template.fields().get("name")))
            .filter(name -> !written.contains(name))
            .toList();
    List<String> kept = written.stream().filter(known::contains).toList();
    List<String> inOrder = known.stream().filter(kept::contains).toList();
    boolean disordered = !kept.equals(inOrder);
    if (unknown.isEmpty() && missing.isEmpty() && !disordered) {
      return;
    }
    Map<String, Object> evidence = new LinkedHashMap<>();
    evidence.put("template", template.template());
    evidence.put("missing", missing);
    evidence.put("unknown", unknown);
    evidence.put("order", disordered);
    findings.accept(page.finding(id(), evidence, renaming(page, unknown, known)));
  }

  private static Map<String, Object> renaming(
      Person page, List<String> unknown, List<String> known) {
    if (unknown.size() == 1 && known.contains(unknown.getFirst().toUpperCase(Locale.ROOT))) {
      return Proposal.parameter(
          page, unknown.getFirst(), unknown.getFirst().toUpperCase(Locale.ROOT));
    }
    return Map.of();
  }
}
