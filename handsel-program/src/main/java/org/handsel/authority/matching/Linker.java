package org.handsel.authority.matching;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.handsel.authority.index.RecordStore;
import org.handsel.authority.record.PersonRecord;
import org.handsel.authority.record.RecordStatus;
import org.handsel.platform.Progress;

/// Answers who of an authority file a single person may be. How often names and dates agree by
/// chance is learned from the authority file; the rest is weighed as is usual, because one question
/// cannot teach what a whole file does. Immutable; safe for threads.
public final class Linker {
  private static final int RANDOM_PAIRS = 100_000;

  private final EntryReader reader;
  private final Lexicon lexicon;
  private final Roster records;
  private final Pairing pairing;
  private final Model model;

  private Linker(EntryReader reader, Lexicon lexicon, Roster records) {
    this.reader = reader;
    this.lexicon = lexicon;
    this.records = records;
    pairing = new Pairing(lexicon, records, new CandidateIndex(records));
    model = new Model();
    if (records.size() > 0) {
      int[] order = records.order();
      int draws = Chance.size(records.size());
      Model.Pairs invented =
          pairing.of(draws, n -> Chance.invent(records, order, n), Progress.NONE).pairs();
      model.chance(
          invented,
          pairing.namesakes(order, draws).pairs(),
          invented,
          pairing.random(records, order, order, RANDOM_PAIRS),
          records.size(),
          records.size());
    }
  }

  /// Takes the records of an authority file into memory, about a hundred bytes for each.
  public static Linker of(Iterable<PersonRecord> authority) {
    Taking taking = new Taking();
    authority.forEach(taking.people::add);
    return taking.linker();
  }

  /// Opens an authority file or an index of one. Records that no link may lead to are left out.
  ///
  /// @throws org.handsel.platform.HandselException with exit 1 when there is nothing to read
  public static Linker open(Path authority) {
    Taking taking = new Taking();
    try (RecordStore records = RecordStore.open(authority)) {
      records.each(record -> {
        if (record.details().status() == RecordStatus.USABLE) {
          taking.people.add(record);
        }
      });
    }
    return taking.linker();
  }

  private static final class Taking {
    private final NameTables tables = NameTables.load();
    private final EntryReader reader = new EntryReader(tables);
    private final Lexicon lexicon = new Lexicon(tables);
    private final People people = new People(reader, lexicon, true);

    Linker linker() {
      return new Linker(reader, lexicon, people.done());
    }
  }

  /// The likeliest records, the best first, at most so many. What the probabilities of all lack to
  /// 1 is the probability that the file does not hold the person.
  public List<Candidate> candidates(PersonRecord person, int limit) {
    if (records.size() == 0) {
      return List.of();
    }
    Entry entry = reader.read(person, lexicon::find);
    Pairing.Work work = pairing.work();
    work.compare(entry);
    double[] probabilities = new double[work.size];
    model.probabilities(work.cells, 0, work.size, entry.dated(), probabilities);
    List<Candidate> found = new ArrayList<>();
    for (int rank : Ranking.of(probabilities, work.numbers, 0)) {
      if (found.size() >= limit) {
        break;
      }
      Entry record = records.get(work.numbers[rank]);
      found.add(
          new Candidate(
              work.numbers[rank],
              record.id(),
              record.name(),
              probabilities[rank],
              Evidence.of(entry, record, work.cells[rank], model)));
    }
    return List.copyOf(found);
  }
}
