package org.handsel.readiness.audit;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.handsel.authority.record.RecordStatus;

/// N8: the identifier of an undifferentiated record, which stands for several persons of one name
/// and so names none of them.
record UnusableRecords(LibraryLinks links) implements PageAudit {
  @Override
  public String id() {
    return "N8";
  }

  @Override
  public void page(Person page, Consumer<Finding> findings) {
    for (LibraryLinks.Link link : links.of(page)) {
      if (link.record().details().status() == RecordStatus.UNDIFFERENTIATED) {
        Map<String, Object> evidence = link.evidence();
        evidence.put("name", link.record().name());
        findings.accept(page.finding(id(), evidence));
      }
    }
  }

  @Override
  public Optional<String> unknown() {
    return links.unknown();
  }
}
