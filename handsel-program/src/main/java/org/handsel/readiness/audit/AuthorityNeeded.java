package org.handsel.readiness.audit;

import java.util.Optional;
import org.handsel.wiki.profile.WikiProfile;

/// Why an audit that needs an authority file cannot be answered.
final class AuthorityNeeded {
  private AuthorityNeeded() {}

  static Optional<String> reason(WikiProfile profile, Library library) {
    if (!library.hasRecords()) {
      return Optional.of("only an authority file tells (--authority)");
    }
    if (profile.authority().isEmpty()) {
      return Optional.of("the wiki has no template for identifiers");
    }
    return profile.authority().get().identifiers().containsKey(library.scheme())
        ? Optional.empty()
        : Optional.of("the wiki’s template has no parameter for the ids of this authority file");
  }
}
