package org.handsel.authority.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.handsel.authority.record.PersonRecord;
import org.handsel.platform.Progress;

/// Finds records of one file that are probably one person. Every record is compared with the others
/// as [Linking] compares persons, but may have any number of duplicates. Records go into one group
/// when the pairs between the two groups they are in speak for it on the whole, so that a single
/// likeness does not join what many differences part. Pure functions, safe for threads.
public final class Duplicates {
  private Duplicates() {}

  /// Two records and the probability that they are one person.
  ///
  /// @param first number in the file, from 0; smaller than the second
  public record Pair(int first, int second, double probability, List<Reason> reasons) {
    public Pair {
      reasons = List.copyOf(reasons);
    }
  }

  /// What was found.
  ///
  /// @param pairs that are more likely one person than not, the surest first
  /// @param groups numbers of the records in each group of two and more, in ascending order
  public record Found(List<Pair> pairs, List<List<Integer>> groups) {
    public Found {
      pairs = List.copyOf(pairs);
      groups = List.copyOf(groups);
    }
  }

  /// @param least probability from which on a pair is told
  public static Found in(Iterable<PersonRecord> records, double least, Progress progress) {
    NameTables tables = NameTables.load();
    Lexicon lexicon = new Lexicon(tables);
    People people = new People(new EntryReader(tables), lexicon, true);
    records.forEach(people::add);
    Roster roster = people.done();
    if (roster.size() < 2) {
      return new Found(List.of(), List.of());
    }
    progress.total(roster.size());
    Pairing pairing = new Pairing(lexicon, roster, new CandidateIndex(roster));
    Model model = Model.severalMatches();
    int[] order = roster.order();
    Model.Pairs invented =
        pairing
            .of(Chance.size(roster.size()), n -> Chance.invent(roster, order, n), Progress.NONE)
            .pairs();
    // Namesakes in the file show nothing of chance where they may be duplicates.
    model.chance(
        invented,
        invented,
        invented,
        pairing.random(roster, order, order, 200_000),
        roster.size(),
        roster.size());
    Pairing.Compared compared =
        pairing.of(roster.size(), n -> roster.compared(n).numbered(n), progress);
    model.learn(compared.pairs(), order);
    return found(roster, compared, model, least);
  }

  private record Edge(int first, int second, double odds, long cell) {}

  private static Found found(Roster roster, Pairing.Compared compared, Model model, double least) {
    Map<Long, Edge> edges = new TreeMap<>();
    int[] starts = compared.pairs().starts();
    for (int a = 0; a < roster.size(); a++) {
      for (int i = starts[a]; i < starts[a + 1]; i++) {
        int b = compared.numbers()[i];
        long cell = compared.pairs().cells()[i];
        double odds = model.odds(cell, compared.pairs().dated()[a]);
        long key = (long) Math.min(a, b) << 32 | Math.max(a, b);
        Edge edge = new Edge(Math.min(a, b), Math.max(a, b), odds, cell);
        edges.merge(key, edge, (x, y) -> x.odds >= y.odds ? x : y);
      }
    }
    List<Edge> sorted = new ArrayList<>(edges.values());
    sorted.sort((x, y) -> Double.compare(y.odds, x.odds));
    List<Pair> pairs = new ArrayList<>();
    for (Edge edge : sorted) {
      double probability = 1 / (1 + Math.exp(-edge.odds));
      if (probability < least) {
        break;
      }
      List<Reason> reasons =
          Evidence.of(roster.get(edge.first), roster.get(edge.second), edge.cell, model);
      pairs.add(new Pair(edge.first, edge.second, probability, reasons));
    }
    return new Found(pairs, groups(roster.size(), sorted));
  }

  /// Joins groups, the surest pairs first, as long as the mean of the odds between the two is
  /// positive.
  private static List<List<Integer>> groups(int size, List<Edge> sorted) {
    int[] group = new int[size];
    List<List<Integer>> members = new ArrayList<>();
    Map<Long, Double> odds = new HashMap<>();
    for (int i = 0; i < size; i++) {
      group[i] = i;
      members.add(new ArrayList<>(List.of(i)));
    }
    for (Edge edge : sorted) {
      odds.put((long) edge.first << 32 | edge.second, Math.clamp(edge.odds, -MOST, MOST));
    }
    for (Edge edge : sorted) {
      int a = group[edge.first];
      int b = group[edge.second];
      if (a == b || edge.odds <= 0) {
        continue;
      }
      double sum = 0;
      for (int x : members.get(a)) {
        for (int y : members.get(b)) {
          sum += odds.getOrDefault((long) Math.min(x, y) << 32 | Math.max(x, y), NOT_COMPARED);
        }
      }
      if (sum > 0) {
        int from = members.get(a).size() >= members.get(b).size() ? b : a;
        int to = from == a ? b : a;
        members.get(from).forEach(x -> group[x] = to);
        members.get(to).addAll(members.get(from));
        members.get(from).clear();
      }
    }
    return members.stream()
        .filter(all -> all.size() > 1)
        .map(all -> all.stream().sorted().toList())
        .toList();
  }

  private static final double MOST = Double.parseDouble(System.getProperty("t.most", "8"));

  /// Records that share too little to be compared are probably two people.
  private static final double NOT_COMPARED = Double.parseDouble(System.getProperty("t.nc", "-3"));
}
