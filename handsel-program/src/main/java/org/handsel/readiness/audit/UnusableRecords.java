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

/// N8: the identifier of an undifferentiated record, which stands for several persons of one name
/// and so names none of them.
final class UnusableRecords implements PageAudit {
  private final Identifiers identifiers;
  private final WikiProfile profile;
  private final Library library;

  UnusableRecords(Identifiers identifiers, WikiProfile profile, Library library) {
    this.identifiers = identifiers;
    this.profile = profile;
    this.library = library;
  }

  @Override
  public String id() {
    return "N8";
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
      if (record.isEmpty() || record.get().details().status() != RecordStatus.UNDIFFERENTIATED) {
        continue;
      }
      Map<String, Object> evidence = new LinkedHashMap<>();
      evidence.put("scheme", written.scheme());
      evidence.put("parameter", written.parameter());
      evidence.put("value", judged.value());
      evidence.put("name", record.get().name());
      findings.accept(page.finding(id(), evidence));
    }
  }

  @Override
  public Optional<String> unknown() {
    return AuthorityNeeded.reason(profile, library);
  }
}
