package org.handsel.readiness.audit;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.handsel.authority.identifier.Identifier;
import org.handsel.authority.identifier.Identifiers;
import org.handsel.wiki.profile.WikiProfile;

/// N3: the same identifier on two pages of the main namespace, also in another notation.
final class SharedIdentifiers implements PageAudit {
  private final Identifiers identifiers;
  private final WikiProfile profile;
  private final Map<String, String> titles = new HashMap<>();

  SharedIdentifiers(Identifiers identifiers, WikiProfile profile) {
    this.identifiers = identifiers;
    this.profile = profile;
  }

  @Override
  public String id() {
    return "N3";
  }

  @Override
  public void page(Person page, Consumer<Finding> findings) {
    if (page.facts().page().namespace() != 0) {
      return;
    }
    String title = page.facts().page().title();
    for (IdentifierValues.Written written : IdentifierValues.of(page)) {
      if (!identifiers.schemes().contains(written.scheme())) {
        continue;
      }
      Identifier judged = identifiers.judge(written.scheme(), written.value());
      String other =
          judged.state() == Identifier.State.MALFORMED
              ? null
              : titles.putIfAbsent(written.scheme() + " " + judged.value(), title);
      if (other != null && !other.equals(title)) {
        Map<String, Object> evidence = new LinkedHashMap<>();
        evidence.put("scheme", written.scheme());
        evidence.put("parameter", written.parameter());
        evidence.put("value", judged.value());
        evidence.put("other", other);
        findings.accept(page.finding(id(), evidence));
      }
    }
  }

  @Override
  public Optional<String> unknown() {
    return profile.authority().isEmpty()
        ? Optional.of("the wiki has no template for identifiers")
        : Optional.empty();
  }
}
