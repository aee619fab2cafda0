package org.handsel.app.reconciliation;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.handsel.authority.matching.SingleQueries;
import org.handsel.authority.record.PersonRecord;

/// An authority file that is held in memory.
final class FileAuthority implements Authority {
  private final SingleQueries queries;
  private final NameIndex names;
  private final Map<String, PersonRecord> byId = new HashMap<>();

  FileAuthority(Path file) {
    this.queries = SingleQueries.over(file);
    this.names = new NameIndex(queries.records());
    queries.records().forEach(record -> byId.putIfAbsent(record.id(), record));
  }

  /// Some records, by which the scheme of the identifiers is told.
  List<PersonRecord> sample() {
    return queries.records();
  }

  @Override
  public long size() {
    return queries.records().size();
  }

  @Override
  public Optional<PersonRecord> record(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  @Override
  public List<PersonRecord> named(String name, int most) {
    return names.named(name, most);
  }

  @Override
  public List<PersonRecord> beginning(String prefix, int offset, int limit) {
    return names.beginning(prefix, offset, limit);
  }

  @Override
  public List<Match> matches(PersonRecord person) {
    return queries.of(person).stream()
        .map(found ->
            new Match(
                found.record(),
                found.probability(),
                found.reasons().stream()
                    .map(reason ->
                        new Candidate.Feature(reason.feature(), reason.words(), reason.agreement()))
                    .toList()))
        .toList();
  }
}
