package org.handsel.authority.matching;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.handsel.authority.index.IndexFile;
import org.handsel.authority.record.PersonRecord;
import org.handsel.platform.Progress;

/// Answers who of an authority file a single person may be. How often names and dates agree by
/// chance is learned from the authority file; the rest is weighed as is usual, because one question
/// cannot teach what a whole file does. Immutable; safe for threads.
public final class Linker {
  private static final int RANDOM_PAIRS = 100_000;

  private final AuthorityRecords authority;
  private final Pairing pairing;
  private final Model model;

  private Linker(AuthorityRecords authority, Model model) {
    this.authority = authority;
    this.model = model;
    pairing = authority.pairing();
  }

  /// Takes the records of an authority file into memory, about a hundred bytes for each.
  public static Linker of(Iterable<PersonRecord> authority) {
    AuthorityRecords.Taking taking = new AuthorityRecords.Taking();
    authority.forEach(taking::add);
    return of(taking.done());
  }

  private static Linker of(AuthorityRecords authority) {
    return new Linker(authority, chance(authority));
  }

  /// Opens an authority file or an index of one; an index stays on the disk and is open at once.
  /// Records that no link may lead to are left out.
  ///
  /// @throws org.handsel.platform.HandselException with exit 1 when there is nothing to read
  public static Linker open(Path authority) {
    if (!IndexFile.isIndex(authority)) {
      return of(AuthorityRecords.read(List.of(authority), new ArrayList<>()));
    }
    IndexFile index = IndexFile.open(authority);
    return new Linker(AuthorityRecords.mapped(index), Model.read(index));
  }

  /// What agrees by chance between an authority file and persons invented of it.
  static Model chance(AuthorityRecords authority) {
    Model model = new Model();
    Roster records = authority.records();
    if (records.size() > 0) {
      Pairing pairing = authority.pairing();
      int[] order = records.order();
      Drawn drawn = Drawn.of(records, order);
      int draws = Chance.size(records.size());
      Model.Pairs invented = pairing.of(draws, n -> Chance.invent(drawn, n), Progress.NONE).pairs();
      model.chance(
          invented,
          pairing.namesakes(order, draws).pairs(),
          invented,
          pairing.random(drawn, order, RANDOM_PAIRS),
          records.size(),
          records.size());
    }
    return model;
  }

  /// The likeliest records, the best first, at most so many. What the probabilities of all lack to
  /// 1 is the probability that the file does not hold the person.
  public List<Candidate> candidates(PersonRecord person, int limit) {
    Roster records = authority.records();
    if (records.size() == 0) {
      return List.of();
    }
    Entry entry = authority.reader().read(person, authority.lexicon()::find);
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
