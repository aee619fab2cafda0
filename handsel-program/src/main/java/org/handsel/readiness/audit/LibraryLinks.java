package org.handsel.readiness.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.handsel.authority.identifier.Identifier;
import org.handsel.authority.identifier.Identifiers;
import org.handsel.authority.record.PersonRecord;
import org.handsel.wiki.profile.WikiProfile;

/// The links of an article to records that the authority file holds. An identifier that the file
/// does not hold at all says nothing: the file may be a part of the authority's.
record LibraryLinks(Identifiers identifiers, WikiProfile profile, Library library) {
  /// One identifier of an article with its record.
  record Link(IdentifierValues.Written written, Identifier judged, PersonRecord record) {
    /// What a finding on it says first; more may be added.
    Map<String, Object> evidence() {
      Map<String, Object> evidence = new LinkedHashMap<>();
      evidence.put("scheme", written.scheme());
      evidence.put("parameter", written.parameter());
      evidence.put("value", judged.value());
      return evidence;
    }
  }

  List<Link> of(Person page) {
    List<Link> links = new ArrayList<>();
    if (page.facts().page().namespace() != 0) {
      return links;
    }
    for (IdentifierValues.Written written : IdentifierValues.of(page)) {
      if (written.scheme().equals(library.scheme())) {
        Identifier judged = identifiers.judge(written.scheme(), written.value());
        library
            .record(judged.value())
            .ifPresent(record -> links.add(new Link(written, judged, record)));
      }
    }
    return links;
  }

  /// Why nothing can be said about them, if so.
  Optional<String> unknown() {
    return AuthorityNeeded.reason(profile, library);
  }
}
