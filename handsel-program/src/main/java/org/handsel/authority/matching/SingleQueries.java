package org.handsel.authority.matching;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.handsel.authority.record.PersonFiles;
import org.handsel.authority.record.PersonProblem;
import org.handsel.authority.record.PersonRecord;
import org.handsel.platform.HandselException;

/// Finds the records of an authority file that one person may be, without a file of persons around
/// them: how much an agreement weighs comes from the authority file and from what is usual. Holds
/// the file in memory. Immutable once built; safe for threads.
public final class SingleQueries {
  private final List<PersonRecord> records;
  private final List<Entry> entries;
  private final WordCounts counts;
  private final CandidateIndex index;
  private final Weights weights;
  private final List<PersonProblem> problems;

  private SingleQueries(List<PersonRecord> records, List<PersonProblem> problems) {
    this.records = List.copyOf(records);
    this.problems = List.copyOf(problems);
    this.entries = records.stream().map(Entry::of).toList();
    this.counts = new WordCounts();
    entries.forEach(counts::add);
    this.index = new CandidateIndex(entries);
    this.weights = new Weights();
    weights.learn(entries, entries, List.of());
  }

  /// A record that a person may be.
  ///
  /// @param probability that it is right; those of all records and of no match sum to 1
  public record Found(PersonRecord record, double probability, List<Reason> reasons) {
    public Found {
      reasons = List.copyOf(reasons);
    }
  }

  /// One thing that was compared.
  ///
  /// @param feature `name`, `birth`, `death` or `country`
  /// @param agreement 1 the same, 0 not at all
  /// @param words the same for people
  public record Reason(String feature, double agreement, String words) {}

  /// Reads an authority file.
  ///
  /// @throws HandselException with exit 1 when it cannot be read or holds nobody
  public static SingleQueries over(Path authority) {
    List<PersonRecord> records = new ArrayList<>();
    List<PersonProblem> problems = PersonFiles.read(authority, java.util.Map.of(), records::add);
    if (records.isEmpty()) {
      throw HandselException.input(
          "%s: expected persons with an id and a name, found none.".formatted(authority));
    }
    return new SingleQueries(records, problems);
  }

  /// All records, in the order of the file.
  public List<PersonRecord> records() {
    return records;
  }

  /// Lines that were no records.
  public List<PersonProblem> problems() {
    return problems;
  }

  /// The records that a person may be, the most probable first. A person is no body or family of
  /// the same name: the kind of the query decides.
  public List<Found> of(PersonRecord person) {
    Entry entry = Entry.of(person);
    NameComparison names = new NameComparison(counts);
    List<Comparison> all = new ArrayList<>();
    for (int record : index.of(entry)) {
      if (entries.get(record).person() == entry.person()) {
        all.add(Comparison.of(entry, entries.get(record), record, names));
      }
    }
    double[] probabilities = weights.probabilities(all);
    return IntStream.range(0, all.size())
        .mapToObj(i ->
            new Found(
                records.get(all.get(i).record()),
                probabilities[i],
                Evidence.reasons(entry, entries.get(all.get(i).record()), all.get(i))))
        .sorted(java.util.Comparator.comparingDouble(Found::probability).reversed())
        .toList();
  }
}
