package org.handsel.readiness.audit;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.handsel.authority.record.PersonRecord;
import org.handsel.authority.record.RecordStatus;

/// N6: the identifier of a record that the authority file has joined with another or taken out of
/// use. The number of the record that took its place is proposed.
record MovedRecords(LibraryLinks links) implements PageAudit {
  @Override
  public String id() {
    return "N6";
  }

  @Override
  public void page(Person page, Consumer<Finding> findings) {
    for (LibraryLinks.Link link : links.of(page)) {
      PersonRecord record = link.record();
      RecordStatus status = record.details().status();
      boolean former = !record.id().equals(link.judged().value());
      if (!former && status != RecordStatus.REDIRECTED && status != RecordStatus.DELETED) {
        continue;
      }
      Optional<PersonRecord> successor = links.library().successor(record);
      Map<String, Object> evidence = link.evidence();
      evidence.put(
          "successor", successor.map(PersonRecord::id).orElse(record.details().successor()));
      evidence.put("successorName", successor.map(PersonRecord::name).orElse(""));
      findings.accept(
          page.finding(
              id(),
              evidence,
              successor
                  .map(other ->
                      Proposal.value(
                          page, link.written().parameter(), link.written().value(), other.id()))
                  .orElse(Map.of())));
    }
  }

  @Override
  public Optional<String> unknown() {
    return links.unknown();
  }
}
