package org.handsel.readiness.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.handsel.authority.identifier.Identifier;
import org.handsel.authority.identifier.Identifiers;
import org.handsel.authority.record.PersonRecord;
import org.handsel.authority.record.RecordStatus;
import org.handsel.wiki.profile.WikiProfile;

/// N6: the identifier of a record that the authority file has joined with another or taken out of
/// use. The number of the record that took its place is proposed. An identifier that the file does
/// not hold at all says nothing: the file may be a part of the authority's.
final class MovedRecords implements PageAudit {
  private final Identifiers identifiers;
  private final WikiProfile profile;
  private final Library library;

  MovedRecords(Identifiers identifiers, WikiProfile profile, Library library) {
    this.identifiers = identifiers;
    this.profile = profile;
    this.library = library;
  }

  @Override
  public String id() {
    return "N6";
  }

  @Override
  public void page(Person page, Consumer<Finding> findings) {
    if (page.facts().page().namespace() != 0) {
      return;
    }
    for (IdentifierValues.Written written : IdentifierValues.of(page)) {
      if (!written.scheme().equals(library.scheme())) {
        continue;
      }
      Identifier judged = identifiers.judge(written.scheme(), written.value());
      Optional<PersonRecord> record = library.record(judged.value());
      if (record.isEmpty()) {
        continue;
      }
      RecordStatus status = record.get().details().status();
      boolean former = !record.get().id().equals(judged.value());
      if (!former && status != RecordStatus.REDIRECTED && status != RecordStatus.DELETED) {
        continue;
      }
      Optional<PersonRecord> successor = library.successor(record.get());
      Map<String, Object> evidence = new LinkedHashMap<>();
      evidence.put("scheme", written.scheme());
      evidence.put("parameter", written.parameter());
      evidence.put("value", judged.value());
      evidence.put(
          "successor", successor.map(PersonRecord::id).orElse(record.get().details().successor()));
      evidence.put("successorName", successor.map(PersonRecord::name).orElse(""));
      findings.accept(
          page.finding(
              id(),
              evidence,
              successor
                  .map(other ->
                      Proposal.value(page, written.parameter(), written.value(), other.id()))
                  .orElse(Map.of())));
    }
  }

  @Override
  public Optional<String> unknown() {
    return AuthorityNeeded.reason(profile, library);
  }
}
