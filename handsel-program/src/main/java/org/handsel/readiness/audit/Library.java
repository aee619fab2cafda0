package org.handsel.readiness.audit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.handsel.authority.index.RecordStore;
import org.handsel.authority.matching.Candidate;
import org.handsel.authority.matching.Linker;
import org.handsel.authority.record.PersonFiles;
import org.handsel.authority.record.PersonProblem;
import org.handsel.authority.record.PersonRecord;
import org.handsel.authority.record.WikidataItem;
import org.jspecify.annotations.Nullable;

/// What stands outside of the wiki: an authority file and Wikidata, each if it was given. Used by
/// one thread.
final class Library implements AutoCloseable {
  private final @Nullable RecordStore records;
  private final @Nullable Path file;
  private final @Nullable Map<String, WikidataItem> items;
  private final List<String> problems = new ArrayList<>();
  private final String scheme;
  private @Nullable Linker linker;

  private Library(
      @Nullable RecordStore records,
      @Nullable Path file,
      @Nullable Map<String, WikidataItem> items,
      String scheme) {
    this.records = records;
    this.file = file;
    this.items = items;
    this.scheme = scheme;
  }

  /// @param wiki database name of the wiki that Wikidata's items are asked for
  static Library open(@Nullable Path authority, @Nullable Path wikidata, String wiki) {
    Map<String, WikidataItem> items = null;
    List<String> problems = new ArrayList<>();
    if (wikidata != null) {
      Map<String, WikidataItem> found = new HashMap<>();
      for (PersonProblem problem :
          PersonFiles.items(wikidata, wiki, item -> found.put(item.title(), item))) {
        problems.add("%s, %s".formatted(wikidata, problem.message()));
      }
      items = found;
    }
    RecordStore records = authority == null ? null : RecordStore.open(authority);
    String scheme = records == null ? "" : records.scheme();
    Library library = new Library(records, authority, items, scheme);
    library.problems.addAll(problems);
    if (records != null) {
      library.problems.addAll(records.problems());
    }
    return library;
  }

  List<String> problems() {
    return problems;
  }

  boolean hasRecords() {
    return records != null;
  }

  boolean hasItems() {
    return items != null;
  }

  /// The scheme of the authority file's ids; empty where there is no file or it is none that is
  /// known.
  String scheme() {
    return scheme;
  }

  Optional<PersonRecord> record(String id) {
    return records == null ? Optional.empty() : records.find(id);
  }

  /// The record that stands for one that moved.
  Optional<PersonRecord> successor(PersonRecord record) {
    return records == null ? Optional.empty() : records.successor(record);
  }

  Optional<WikidataItem> item(String title) {
    return items == null ? Optional.empty() : Optional.ofNullable(items.get(title));
  }

  /// The likeliest record of a person.
  Optional<Candidate> likeliest(PersonRecord person) {
    if (records == null || file == null) {
      return Optional.empty();
    }
    Linker asked = linker;
    if (asked == null) {
      asked = Linker.open(file);
      linker = asked;
    }
    return asked.candidates(person, 1).stream().findFirst();
  }

  @Override
  public void close() {
    if (records != null) {
      records.close();
    }
  }
}
