package org.handsel.app.reconciliation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.handsel.authority.identifier.Identifiers;
import org.handsel.authority.index.RecordStore;
import org.handsel.authority.matching.Linker;
import org.handsel.authority.record.PersonRecord;
import org.jspecify.annotations.Nullable;

/// An authority file or an index of one: the records on disk, what matching needs in memory.
final class StoredAuthority implements Authority, AutoCloseable {
  /// Beyond this, suggestions come from matching: every name from each of its words on would take
  /// more memory than they are worth.
  private static final int MOST_NAMES = 500_000;

  private static final int SAMPLE = 200;

  private final RecordStore store;
  private final Linker linker;
  private final @Nullable NameIndex names;
  private final Identifiers identifiers = Identifiers.load();
  private final String scheme;

  /// Opens a file or index.
  ///
  /// @throws org.handsel.platform.HandselException with exit 1 when there is nothing to read
  StoredAuthority(Path file) {
    store = RecordStore.open(file);
    try {
      linker = Linker.open(file);
      NameIndex.Building building = new NameIndex.Building();
      if (store.size() <= MOST_NAMES) {
        store.each(building::add);
      }
      names = store.size() <= MOST_NAMES ? building.done() : null;
      scheme = store.scheme();
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  /// Some ids, by which their scheme is told.
  List<String> sample() {
    List<String> ids = new ArrayList<>();
    store.first(SAMPLE, record -> ids.add(record.id()));
    return ids;
  }

  /// What of the file is no record.
  List<String> problems() {
    return store.problems();
  }

  @Override
  public long size() {
    return store.size();
  }

  /// A record that was joined with another leads to that one. An id may also be written as an
  /// address or in another notation of its scheme.
  @Override
  public Optional<PersonRecord> record(String id) {
    return store
        .find(id)
        .or(() -> scheme.isEmpty() ? Optional.empty() : store.find(plain(id)))
        .flatMap(store::successor);
  }

  private String plain(String id) {
    return identifiers.judge(scheme, id).value();
  }

  @Override
  public List<PersonRecord> named(String name, int most) {
    return names == null ? List.of() : records(names.named(name, most));
  }

  @Override
  public List<PersonRecord> beginning(String prefix, int offset, int limit) {
    if (names != null) {
      return records(names.beginning(prefix, offset, limit));
    }
    Query query =
        new Query(List.of(prefix), List.of(), List.of(), false, List.of(), Query.MOST_CANDIDATES);
    return matches(query.person("person")).stream()
        .map(Match::record)
        .skip(offset)
        .limit(limit)
        .toList();
  }

  /// A name of a record that was joined or deleted leads to what took its place, if anything.
  private List<PersonRecord> records(List<String> ids) {
    Map<String, PersonRecord> found = new LinkedHashMap<>();
    for (String id : ids) {
      record(id).ifPresent(record -> found.putIfAbsent(record.id(), record));
    }
    return List.copyOf(found.values());
  }

  @Override
  public List<Match> matches(PersonRecord person) {
    return linker.candidates(person, Query.MOST_CANDIDATES).stream()
        .flatMap(found ->
            store.find(found.id()).stream()
                .map(record ->
                    new Match(
                        record,
                        found.probability(),
                        found.reasons().stream()
                            .filter(reason -> reason.weight() != 0)
                            .map(reason ->
                                new Candidate.Feature(
                                    reason.feature(), reason.words(), reason.weight()))
                            .toList())))
        .toList();
  }

  @Override
  public void close() {
    store.close();
  }
}
