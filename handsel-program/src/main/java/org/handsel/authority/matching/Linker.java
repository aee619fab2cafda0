package org.handsel.authority.matching;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.handsel.authority.index.RecordStore;
import org.handsel.authority.record.PersonRecord;
import org.handsel.authority.record.RecordStatus;

/// Answers who of an authority file a single person may be. Weighs with what is usual, because one
/// question cannot teach what a whole file does. Immutable; safe for threads.
public final class Linker {
  private final List<Entry> records;
  private final WordCounts counts;
  private final CandidateIndex index;
  private final Weights weights;

  private Linker(List<Entry> records) {
    this.records = records;
    counts = new WordCounts();
    records.forEach(counts::add);
    index = new CandidateIndex(records);
    weights = new Weights();
    weights.usual(records);
  }

  /// Reads the records of an authority file; all are held in memory.
  public static Linker of(Iterable<PersonRecord> authority) {
    List<Entry> records = new ArrayList<>();
    authority.forEach(record -> records.add(Entry.of(record)));
    return new Linker(records);
  }

  /// Opens an authority file or an index of one. Records that no link may lead to are left out.
  ///
  /// @throws org.handsel.platform.HandselException with exit 1 when there is nothing to read
  public static Linker open(Path authority) {
    List<PersonRecord> usable = new ArrayList<>();
    try (RecordStore records = RecordStore.open(authority)) {
      records.each(record -> {
        if (record.details().status() == RecordStatus.USABLE) {
          usable.add(record);
        }
      });
    }
    return of(usable);
  }

  /// The likeliest records, the best first, at most so many. What their probabilities lack to 1 is
  /// the probability that the file does not hold the person.
  public List<Candidate> candidates(PersonRecord person, int limit) {
    Entry entry = Entry.of(person);
    List<Comparison> all = new ArrayList<>();
    NameComparison names = new NameComparison(counts);
    for (int record : index.of(entry)) {
      if (records.get(record).person() == entry.person()) {
        all.add(Comparison.of(entry, records.get(record), record, names));
      }
    }
    double[] probabilities = weights.probabilities(all);
    List<Candidate> found = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Entry record = records.get(all.get(i).record());
      found.add(
          new Candidate(
              all.get(i).record(),
              record.id(),
              record.name(),
              probabilities[i],
              Evidence.reasons(entry, record, all.get(i), weights)));
    }
    found.sort((a, b) -> {
      int order = Double.compare(b.probability(), a.probability());
      return order != 0 ? order : Integer.compare(a.number(), b.number());
    });
    return List.copyOf(found.subList(0, Math.min(limit, found.size())));
  }
}
