package org.handsel.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Links held against what is known. Pairs of which nothing is known are not judged.
final class JudgedLinks {
  private static final int ENOUGH = 200;
  private static final double[] BANDS = {.02, .1, .3, .5, .7, .8, .9, .95, .99, 1.01};

  private final List<Link> links = new ArrayList<>();

  /// @param row of the person, from 0
  /// @param first whether it is the person's likeliest record
  /// @param right whether it is the person's record; null where that is not known
  private record Link(
      int row,
      String person,
      double probability,
      String decision,
      boolean first,
      @Nullable Boolean right) {
    boolean known() {
      return right != null;
    }

    boolean same() {
      return right != null && right;
    }
  }

  /// How good links are.
  record Quality(double precision, double recall, double f1) {
    private static Quality of(int right, int wrong, int known) {
      return new Quality(
          right / (double) Math.max(1, right + wrong),
          right / (double) Math.max(1, known),
          2.0 * right / Math.max(1, right + wrong + known));
    }
  }

  /// The links that Handsel wrote into a folder.
  static JudgedLinks handsel(Path folder, PersonSet set) throws IOException {
    JudgedLinks judged = new JudgedLinks();
    List<String> links = Files.readAllLines(folder.resolve("links.tsv"));
    Map<String, Integer> rows = new HashMap<>();
    for (int row = 0; row + 1 < links.size(); row++) {
      String[] link = links.get(row + 1).split("\t", -1);
      rows.put(link[0], row);
      if (!link[1].isEmpty()) {
        judged.add(link, row, true, set);
      }
    }
    List<String> further = Files.readAllLines(folder.resolve("candidates.tsv"));
    for (String line : further.subList(1, further.size())) {
      String[] link = line.split("\t", -1);
      judged.add(link, rows.getOrDefault(link[0], 0), false, set);
    }
    return judged;
  }

  /// The links of a peer: rows of number of the person, its id, id of the record, score; those of a
  /// person one after another, the best first.
  static JudgedLinks peer(Path file, PersonSet set) throws IOException {
    JudgedLinks judged = new JudgedLinks();
    int before = -1;
    for (String line : Files.readAllLines(file)) {
      String[] link = line.split("\t", -1);
      int row = Integer.parseInt(link[0]);
      judged.add(new String[] {link[1], link[2], link[3], ""}, row, row != before, set);
      before = row;
    }
    return judged;
  }

  private void add(String[] link, int row, boolean first, PersonSet set) {
    links.add(
        new Link(
            row,
            link[0],
            Double.parseDouble(link[2]),
            link[3],
            first,
            set.truth().same(row, link[0], link[1])));
  }

  Quality from(double least, int known) {
    return quality(known, link -> link.probability >= least);
  }

  Quality heldOut(double least, int known) {
    return quality(known, link -> link.probability >= least && PersonSet.heldOut(link.person));
  }

  Quality accepted(int known) {
    return quality(known, link -> link.decision.equals("accept"));
  }

  private Quality quality(int known, Predicate<Link> counted) {
    int right = 0;
    int wrong = 0;
    for (Link link : links) {
      if (link.first && link.right != null && counted.test(link)) {
        right += link.right ? 1 : 0;
        wrong += link.right ? 0 : 1;
      }
    }
    return Quality.of(right, wrong, known);
  }

  /// The score from which links are best by F1, as only somebody who knows the truth can choose it.
  double bestFrom(int known) {
    List<Link> sorted = new ArrayList<>(links);
    sorted.removeIf(link -> !link.first);
    sorted.sort((a, b) -> Double.compare(b.probability, a.probability));
    int right = 0;
    int wrong = 0;
    double best = 0;
    double from = 0;
    for (int i = 0; i < sorted.size(); i++) {
      Link link = sorted.get(i);
      if (link.right != null) {
        right += link.right ? 1 : 0;
        wrong += link.right ? 0 : 1;
      }
      boolean last = i + 1 == sorted.size() || sorted.get(i + 1).probability < link.probability;
      double f1 = Quality.of(right, wrong, known).f1();
      if (last && f1 > best) {
        best = f1;
        from = link.probability;
      }
    }
    return from;
  }

  /// Which pairs a gap is asked of.
  enum Asked {
    /// Every pair of which something is known.
    ALL,
    /// Those of persons who have a record: of their candidates more are right than of those of all
    /// persons, of whom the probabilities speak. A set that knows only such persons can show no
    /// more; in others the difference to [#ALL] shows how much that alone makes.
    HAVING,
    /// Which of several records shown is the person's, given that it is one of them. That can be
    /// asked of any set.
    GIVEN_SHOWN
  }

  /// Largest difference of predicted and observed in points, over bands with enough pairs, and
  /// where the band begins.
  String gap(PersonSet set, Asked asked) {
    Map<Integer, Double> shown = new HashMap<>();
    Map<Integer, Integer> several = new HashMap<>();
    Set<Integer> found = new HashSet<>();
    for (Link link : links) {
      shown.merge(link.row, link.probability, Double::sum);
      several.merge(link.row, 1, Integer::sum);
      if (link.same()) {
        found.add(link.row);
      }
    }
    int bands = BANDS.length - 1;
    double[] predicted = new double[bands];
    int[] observed = new int[bands];
    int[] pairs = new int[bands];
    for (Link link : links) {
      boolean counted =
          switch (asked) {
            case ALL -> true;
            case HAVING -> set.having().test(link.row);
            case GIVEN_SHOWN -> found.contains(link.row) && several.getOrDefault(link.row, 0) > 1;
          };
      if (!link.known() || !counted) {
        continue;
      }
      double probability =
          asked == Asked.GIVEN_SHOWN
              ? link.probability / shown.getOrDefault(link.row, 1.0)
              : link.probability;
      for (int band = 0; band < bands; band++) {
        if (probability >= BANDS[band] && probability < BANDS[band + 1]) {
          predicted[band] += probability;
          observed[band] += link.same() ? 1 : 0;
          pairs[band]++;
        }
      }
    }
    double worst = -1;
    double from = 0;
    for (int band = 0; band < bands; band++) {
      double apart = 100 * Math.abs(predicted[band] - observed[band]) / Math.max(1, pairs[band]);
      if (pairs[band] >= ENOUGH && apart > worst) {
        worst = apart;
        from = BANDS[band];
      }
    }
    return worst < 0 ? "-" : String.format(Locale.ROOT, "%.1f at %.2f", worst, from);
  }
}
