package org.handsel.app.web.register;

import java.util.List;
import java.util.Optional;
import org.handsel.partnership.register.Institution;
import org.handsel.partnership.register.InstitutionQuery;
import org.handsel.partnership.register.Institutions;

/// How institutions are related, and which one a person means; for templates too.
public interface Relations {
  /// Kinds of affiliation.
  List<String> KINDS = List.of("part-of", "foundation-of", "friends-of", "member-of", "other");

  /// Kinds of institutions that are offered first; lists have further ones.
  List<String> TYPES =
      List.of("museum", "library", "archive", "gallery", "media agency", "other", "unknown");

  /// The one that is meant by id, identifier, or a name that no other has.
  static Optional<Institution> named(Institutions institutions, String named) {
    Optional<Institution> byId = institutions.find(named);
    if (byId.isPresent()) {
      return byId;
    }
    List<Institution> found = institutions.search(named, InstitutionQuery.text(""), 5);
    List<Institution> same =
        found.stream().filter(one -> one.name().equalsIgnoreCase(named)).toList();
    List<Institution> meant = same.isEmpty() ? found : same;
    return meant.size() == 1 ? Optional.of(meant.getFirst()) : Optional.empty();
  }
}
