package org.handsel.readiness.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.handsel.authority.identifier.Identifier;
import org.handsel.authority.identifier.Identifiers;
import org.handsel.wiki.profile.WikiProfile;

/// N2: identifiers that are not written as their scheme has it, or whose check digit is wrong.
final class MalformedIdentifiers implements PageAudit {
  private final Identifiers identifiers;
  private final WikiProfile profile;

  MalformedIdentifiers(Identifiers identifiers, WikiProfile profile) {
    this.identifiers = identifiers;
    this.profile = profile;
  }

  @Override
  public String id() {
    return "N2";
  }

  @Override
  public void page(Person page, Consumer<Finding> findings) {
    for (IdentifierValues.Written written : IdentifierValues.of(page)) {
      if (!identifiers.schemes().contains(written.scheme())) {
        continue;
      }
      Identifier judged = identifiers.judge(written.scheme(), written.value());
      if (judged.valid()) {
        continue;
      }
      boolean digit = judged.state() == Identifier.State.WRONG_CHECK_DIGIT;
      Map<String, Object> evidence = new LinkedHashMap<>();
      evidence.put("scheme", written.scheme());
      evidence.put("value", written.value());
      evidence.put("parameter", written.parameter());
      evidence.put("kind", digit ? "check-digit" : "syntax");
      findings.accept(page.finding(id(), evidence));
    }
  }

  @Override
  public Optional<String> unknown() {
    return profile.authority().isEmpty()
        ? Optional.of("the wiki has no template for identifiers")
        : Optional.empty();
  }
}
