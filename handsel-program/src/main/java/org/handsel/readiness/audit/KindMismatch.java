package org.handsel.readiness.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.handsel.authority.record.PersonRecord;
import org.handsel.wiki.markup.TemplateCall;
import org.handsel.wiki.profile.WikiProfile;

/// N4: the kind that the template states (TYP) is not that of the article or of the authority's
/// record. An article counts as one on a person by its categories or person data; the record is
/// looked at where an authority file is given. A page without the parameter is only held against
/// the record.
final class KindMismatch implements PageAudit {
  private static final String PERSON = "person";

  private final WikiProfile profile;
  private final LibraryLinks links;

  KindMismatch(LibraryLinks links) {
    this.profile = links.profile();
    this.links = links;
  }

  @Override
  public String id() {
    return "N4";
  }

  @Override
  public void page(Person page, Consumer<Finding> findings) {
    if (profile.authority().isEmpty()
        || page.facts().page().namespace() != 0
        || page.authority().isEmpty()) {
      return;
    }
    WikiProfile.Authority template = profile.authority().get();
    String parameter = template.typeParameter().orElse("");
    String written = "";
    for (TemplateCall call : page.authority()) {
      String value = call.arguments().getOrDefault(parameter, "").strip();
      written = written.isEmpty() && !TemplateCall.dynamic(value) ? value : written;
    }
    String told = meaning(template, written);
    String article = page.isPerson() ? PERSON : "";
    if (!told.isEmpty() && told.equals(PERSON) != page.isPerson() && page.facts().isArticle()) {
      Map<String, Object> evidence = new LinkedHashMap<>();
      evidence.put("parameter", parameter);
      evidence.put("value", written);
      evidence.put("article", page.isPerson() ? PERSON : "other");
      findings.accept(
          page.finding(
              id(),
              evidence,
              page.isPerson() && template.types().containsKey(PERSON)
                  ? Proposal.value(
                      page, parameter, written, template.types().get(PERSON).getFirst())
                  : Map.of()));
    }
    for (LibraryLinks.Link link : links.of(page)) {
      String kind = kind(link.record());
      String expected = told.isEmpty() ? article : told;
      if (!expected.isEmpty() && !kind.equals(expected) && !kindred(kind, expected)) {
        Map<String, Object> evidence = link.evidence();
        evidence.put("record", kind);
        evidence.put("recordName", link.record().name());
        evidence.put("article", expected);
        findings.accept(page.finding(id(), evidence));
      }
    }
  }

  private static String meaning(WikiProfile.Authority template, String written) {
    for (Map.Entry<String, List<String>> type : template.types().entrySet()) {
      if (type.getValue().contains(written.toLowerCase(Locale.ROOT))) {
        return type.getKey();
      }
    }
    return "";
  }

  private static String kind(PersonRecord record) {
    return record.kind().isEmpty() ? PERSON : record.kind();
  }

  /// Families and groups are filed as persons by one and as others by the next.
  private static boolean kindred(String kind, String expected) {
    return (kind.equals("family") || kind.equals("group")) || expected.equals("other");
  }

  @Override
  public Optional<String> unknown() {
    boolean types = profile.authority().flatMap(WikiProfile.Authority::typeParameter).isPresent();
    return types || links.library().hasRecords() && profile.authority().isPresent()
        ? Optional.empty()
        : Optional.of(
            "the wiki’s template does not say the kind; only an authority file tells"
                + " (--authority)");
  }
}
