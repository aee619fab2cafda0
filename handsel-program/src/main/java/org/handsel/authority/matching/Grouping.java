package org.handsel.authority.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.handsel.authority.matching.Comparison.Feature;
import org.handsel.platform.Progress;
import org.jspecify.annotations.Nullable;

/// Puts the records of one file that are one person into groups. Every record is compared with
/// others as [Linking] compares persons with records, but may have any number of duplicates. What
/// is surely one person is joined and compared again as one record with all its names, the dates
/// that most say, all places and occupations, until nothing is joined any more: a record that says
/// little finds a person of whom much is known sooner than another that says as little. The same
/// records give the same groups, on any number of threads. Not safe for threads.
final class Grouping {
  private static final int RANDOM_PAIRS = 200_000;

  /// Mean odds from which groups are joined, round by round: the surest first.
  private static final double[] BARS = {3, 2, 1, 0};

  /// How much less two groups are alike, for each natural logarithm of their numbers of names: of
  /// many names some agree by chance.
  private static final double BY_NAMES = 0.7;

  private final Roster records;
  private final Lexicon lexicon;
  private final Model model;
  private final List<List<Integer>> groups;

  private Grouping(Roster records, Lexicon lexicon, Model model, List<List<Integer>> groups) {
    this.records = records;
    this.lexicon = lexicon;
    this.model = model;
    this.groups = groups;
  }

  /// Rounds at most, of which the first takes the longest.
  static int rounds() {
    return BARS.length;
  }

  static Grouping of(AuthorityRecords file, Progress progress) {
    Roster records = file.records();
    List<List<Integer>> groups = new ArrayList<>(records.size());
    for (int i = 0; i < records.size(); i++) {
      groups.add(List.of(i));
    }
    Compared first = null;
    for (double bar : BARS) {
      Roster current = first == null ? records : roster(groups, records, file.lexicon());
      // What was learned of single records holds for groups as well; of these, too few are others
      // to learn from.
      Compared compared =
          Compared.of(current, file.lexicon(), first == null ? null : first.model, progress);
      first = first == null ? compared : first;
      List<List<Integer>> joined = Joining.of(current.size(), compared.odds, bar);
      groups = regrouped(groups, joined);
    }
    return new Grouping(
        records,
        file.lexicon(),
        first == null ? Model.ofSeveral() : first.model,
        groups.stream().filter(group -> group.size() > 1).toList());
  }

  /// Groups of two records and more by their numbers in the file, in the order of their first.
  List<List<Integer>> groups() {
    return groups;
  }

  /// A record of a group beside the one of the group that is most like it.
  ///
  /// @param probability that the two are one person, whatever the others say
  record Likeness(int record, int other, double probability, List<Reason> reasons) {}

  /// How alike the records of a group are, in their order.
  List<Likeness> likeness(List<Integer> group) {
    Comparison comparison = new Comparison(lexicon);
    List<Entry> entries = group.stream().map(records::get).toList();
    List<Likeness> all = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      int best = -1;
      long cell = 0;
      double most = Double.NEGATIVE_INFINITY;
      for (int j = 0; j < entries.size(); j++) {
        if (j != i) {
          long one = alone(comparison.of(entries.get(i), entries.get(j)));
          double odds = model.odds(one, entries.get(i).dated());
          if (odds > most) {
            most = odds;
            best = j;
            cell = one;
          }
        }
      }
      all.add(
          new Likeness(
              group.get(i),
              group.get(best),
              1 / (1 + Math.exp(-most)),
              Evidence.of(entries.get(i), entries.get(best), cell, model)));
    }
    return all;
  }

  private record Compared(Model model, PairOdds odds) {
    /// How probably the records of a roster are one person, as far as they were compared.
    ///
    /// @param known what was learned before; null to learn
    static Compared of(Roster records, Lexicon lexicon, @Nullable Model known, Progress progress) {
      Pairing pairing = new Pairing(lexicon, records, new CandidateIndex(records));
      Model model = known == null ? chance(records, pairing) : known;
      Pairing.Compared compared =
          alone(pairing.of(records.size(), n -> records.compared(n).numbered(n), progress));
      if (known == null) {
        model.learn(compared.pairs());
      }
      Model.Pairs pairs = compared.pairs();
      int[] starts = pairs.starts();
      PairOdds result = new PairOdds(compared.numbers().length);
      for (int a = 0; a + 1 < starts.length; a++) {
        for (int i = starts[a]; i < starts[a + 1]; i++) {
          int b = compared.numbers()[i];
          double names = Math.log(forms(records, a)) + Math.log(forms(records, b));
          double odds = model.odds(pairs.cells()[i], pairs.dated()[a]);
          result.enter(a, b, (float) (known == null ? odds : odds - BY_NAMES * names));
        }
      }
      return new Compared(model, result);
    }

    private static int forms(Roster records, int record) {
      return Math.max(1, records.compared(record).forms().size());
    }

    private static Model chance(Roster records, Pairing pairing) {
      int[] order = records.order();
      Drawn drawn = Drawn.of(records, order);
      Model.Pairs invented =
          alone(
                  pairing.of(
                      Chance.size(records.size()), n -> Chance.invent(drawn, n), Progress.NONE))
              .pairs();
      Model model = Model.ofSeveral();
      // Namesakes in the file show nothing of chance, because they may be duplicates.
      model.chance(
          invented,
          invented,
          invented,
          pairing.random(drawn, order, RANDOM_PAIRS),
          records.size(),
          records.size());
      return model;
    }

    private static Pairing.Compared alone(Pairing.Compared compared) {
      long[] cells = compared.pairs().cells();
      for (int i = 0; i < cells.length; i++) {
        cells[i] = Grouping.alone(cells[i]);
      }
      return compared;
    }
  }

  /// Namesakes beside a record may be the same person once more: their number says nothing.
  private static long alone(long cell) {
    return Feature.CROWD.with(cell, 0);
  }

  private static List<List<Integer>> regrouped(
      List<List<Integer>> groups, List<List<Integer>> joined) {
    boolean[] taken = new boolean[groups.size()];
    List<List<Integer>> all = new ArrayList<>();
    for (List<Integer> some : joined) {
      some.forEach(group -> taken[group] = true);
      all.add(some.stream().flatMap(group -> groups.get(group).stream()).sorted().toList());
    }
    for (int i = 0; i < groups.size(); i++) {
      if (!taken[i]) {
        all.add(groups.get(i));
      }
    }
    all.sort(Comparator.comparingInt(List::getFirst));
    return all;
  }

  private static Roster roster(List<List<Integer>> groups, Roster records, Lexicon lexicon) {
    Roster roster = new Roster(lexicon);
    for (List<Integer> group : groups) {
      roster.add(Merged.of(group.stream().map(records::get).toList()));
    }
    return roster;
  }
}
