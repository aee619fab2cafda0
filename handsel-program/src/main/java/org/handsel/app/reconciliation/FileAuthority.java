package org.handsel.app.reconciliation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.handsel.authority.matching.Linker;
import org.handsel.authority.record.PersonFiles;
import org.handsel.authority.record.PersonRecord;
import org.handsel.authority.record.RecordStatus;
import org.handsel.platform.HandselException;

/// An authority file that is held in memory.
final class FileAuthority implements Authority {
  /// Candidates that take part in the weighing.
  private static final int CANDIDATES = Query.MOST_CANDIDATES;

  private static final int REDIRECTS = 5;

  private final List<PersonRecord> records = new ArrayList<>();
  private final List<String> problems;
  private final Linker linker;
  private final NameIndex names;
  private final Map<String, PersonRecord> byId = new HashMap<>();

  /// Reads a file.
  ///
  /// @throws HandselException with exit 1 when it cannot be read or holds nobody
  FileAuthority(Path file) {
    problems =
        PersonFiles.read(file, Map.of(), records::add).stream()
            .filter(problem -> !problem.kind().harmless())
            .map(problem -> "%s, %s".formatted(file, problem.message()))
            .toList();
    if (records.isEmpty()) {
      throw HandselException.input(
          "%s: expected persons with an id and a name, found none.".formatted(file));
    }
    linker = Linker.of(records);
    names = new NameIndex(records);
    records.forEach(record -> byId.putIfAbsent(record.id(), record));
    records.forEach(
        record -> record.details().formerIds().forEach(former -> byId.putIfAbsent(former, record)));
  }

  List<PersonRecord> records() {
    return records;
  }

  /// What of the file is no record.
  List<String> problems() {
    return problems;
  }

  @Override
  public long size() {
    return records.size();
  }

  /// A record that was joined with another leads to that one.
  @Override
  public Optional<PersonRecord> record(String id) {
    PersonRecord found = byId.get(id);
    for (int i = 0; i < REDIRECTS && found != null; i++) {
      if (found.details().status() != RecordStatus.REDIRECTED) {
        break;
      }
      found = byId.get(found.details().successor());
    }
    return Optional.ofNullable(found);
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
    return linker.candidates(person, CANDIDATES).stream()
        .map(found ->
            new Match(
                records.get(found.number()),
                found.probability(),
                found.reasons().stream()
                    .filter(reason -> reason.weight() != 0)
                    .map(reason ->
                        new Candidate.Feature(reason.feature(), reason.words(), reason.weight()))
                    .toList()))
        .toList();
  }
}
