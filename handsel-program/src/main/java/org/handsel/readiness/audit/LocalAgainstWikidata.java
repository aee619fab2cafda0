package org.handsel.readiness.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.handsel.authority.identifier.Identifier;
import org.handsel.authority.identifier.Identifiers;
import org.handsel.authority.record.WikidataItem;
import org.handsel.wiki.profile.WikiProfile;

/// N5: an identifier in wikitext that is not among those of the same scheme that Wikidata has for
/// the page's item. Both are brought into normal form first. Where Wikidata has none of the scheme,
/// nothing differs. An identifier that cannot be right is proposed to be replaced by a single right
/// one of Wikidata.
final class LocalAgainstWikidata implements PageAudit {
  private final Identifiers identifiers;
  private final WikiProfile profile;
  private final Library library;

  LocalAgainstWikidata(Identifiers identifiers, WikiProfile profile, Library library) {
    this.identifiers = identifiers;
    this.profile = profile;
    this.library = library;
  }

  @Override
  public String id() {
    return "N5";
  }

  @Override
  public void page(Person page, Consumer<Finding> findings) {
    Optional<WikidataItem> item =
        page.facts().page().namespace() == 0
            ? library.item(page.facts().page().title())
            : Optional.empty();
    if (item.isEmpty()) {
      return;
    }
    for (IdentifierValues.Written written : IdentifierValues.of(page)) {
      if (!identifiers.schemes().contains(written.scheme())) {
        continue;
      }
      Set<String> elsewhere = new LinkedHashSet<>();
      for (String value : item.get().identifiers().getOrDefault(written.scheme(), List.of())) {
        elsewhere.add(identifiers.judge(written.scheme(), value).value());
      }
      Identifier judged = identifiers.judge(written.scheme(), written.value());
      if (elsewhere.isEmpty() || elsewhere.contains(judged.value())) {
        continue;
      }
      List<String> right = new ArrayList<>(elsewhere);
      right.removeIf(value -> !identifiers.judge(written.scheme(), value).valid());
      Map<String, Object> evidence = new LinkedHashMap<>();
      evidence.put("scheme", written.scheme());
      evidence.put("parameter", written.parameter());
      evidence.put("local", judged.value());
      evidence.put("wikidata", List.copyOf(elsewhere));
      evidence.put("item", item.get().id());
      findings.accept(
          page.finding(
              id(),
              evidence,
              !judged.valid() && right.size() == 1
                  ? Proposal.value(page, written.parameter(), written.value(), right.getFirst())
                  : Map.of()));
    }
  }

  @Override
  public Optional<String> unknown() {
    if (!library.hasItems()) {
      return Optional.of("only Wikidata’s items tell (--wikidata)");
    }
    return profile.authority().isEmpty()
        ? Optional.of("the wiki has no template for identifiers")
        : Optional.empty();
  }
}
