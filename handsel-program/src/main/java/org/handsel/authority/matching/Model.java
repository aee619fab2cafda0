package org.handsel.authority.matching;

import java.io.Serializable;
import java.lang.foreign.MemorySegment;
import java.util.List;
import org.handsel.authority.index.IndexFile;
import org.handsel.authority.index.IndexWriter;
import org.handsel.authority.matching.Comparison.Feature;

/// How much each agreement weighs, learned from two files without labels. How often it occurs by
/// chance is shown by persons who do not exist: their surname, given names and dates are taken from
/// three different persons. How often it occurs between records of one person is found by
/// expectation maximisation: a person has at most one record, so that the candidates and "no match"
/// share a probability of 1. Deterministic. Not safe for threads while learning.
///
/// Source: I. Fellegi and A. Sunter, A Theory for Record Linkage, 1969; invented records as a
/// measure of chance as in the target-decoy method, J. Elias and S. Gygi, 2007.
final class Model implements Serializable {
  private static final long serialVersionUID = 1L;
  static final int ROUNDS = 25;
  private static final Feature[] FEATURES = Feature.values();

  /// As many matches as what is usual counts.
  private static final double USUAL_MATCHES = 60;

  /// As many as the usual ways of names to agree count.
  private static final double USUAL_NAMES = 600;

  private static final double MOST = 40;

  /// As many matches by name and year of birth as the others count for what is only learned of
  /// records.
  private static final double DOUBTED_MATCHES = 100;

  /// What is left of the logarithm of odds that no date supports. Source of the form: moderated
  /// outputs of classifiers whose weights are uncertain, D. MacKay, The Evidence Framework applied
  /// to Classification Networks, 1992; a deviation of about one.
  private static final double MODERATE = 0.85;

  /// Odds that a record found by a name out of running text is not the right one, however well all
  /// agrees: about one in five.
  private static final double UNSURE_NAME = 0.25;

  /// Weight of a name's rarity from which on one year beside it is enough for a link without a
  /// look.
  private static final double LEAST_RARITY = -0.5;

  private final double[][] matches = new double[FEATURES.length][];
  private final Coincidence chance = new Coincidence();
  private final double[][] weights = new double[FEATURES.length][];

  private boolean learned;

  /// Share of persons who have a record: those without dates and those with.
  private final double[] prior = {.4, .4};

  /// Whether a record may have any number of matches, as in a search for duplicates, and not at
  /// most one.
  private final boolean several;

  Model() {
    this(false);
  }

  private Model(boolean several) {
    this.several = several;
    for (Feature f : FEATURES) {
      matches[f.ordinal()] = Usual.matches(f);
      weights[f.ordinal()] = new double[f.levels];
    }
  }

  /// A model of records of one file, of which any number may be one person. In place of the share
  /// of persons who have a record stands how many others of the file are the same person on
  /// average.
  static Model ofSeveral() {
    return new Model(true);
  }

  /// Persons and how they compare with their candidates.
  ///
  /// @param starts where the candidates of each person begin, and where the last ones end
  /// @param dated whether a person has dates
  record Pairs(int[] starts, long[] cells, boolean[] dated) {
    int persons() {
      return starts.length - 1;
    }
  }

  /// Takes what invented persons and random pairs show of chance, as [Coincidence#learn].
  void chance(
      Pairs invented,
      Pairs namesakes,
      Pairs crossedRecords,
      long[] random,
      int persons,
      int records) {
    chance.learn(invented, namesakes, crossedRecords, random, persons, records);
    weigh();
  }

  private void weigh() {
    for (Feature f : FEATURES) {
      double[] weight = weights[f.ordinal()];
      for (int level = f.base(); level < weight.length; level++) {
        double ratio = matches[f.ordinal()][level] / chance.of(f)[level];
        weight[level] = Usual.trust(f) * Math.log(Math.max(1e-9, ratio));
      }
    }
  }

  double weight(long cell) {
    double weight = 0;
    for (int f = 0; f < FEATURES.length; f++) {
      weight += weights[f][level(FEATURES[f], cell)];
    }
    return weight + betweenBins(cell);
  }

  double weight(Feature feature, long cell) {
    double weight = weights[feature.ordinal()][level(feature, cell)];
    return feature == Feature.RARITY ? weight + betweenBins(cell) : weight;
  }

  /// The level that weighs: where dates are compared, they say when somebody lived.
  private static int level(Feature feature, long cell) {
    boolean said =
        switch (feature) {
          case ERA, KNOWN -> Comparison.dated(cell);
          case LIFE -> Comparison.alike(cell);
          default -> false;
        };
    return said ? 0 : feature.level(cell);
  }

  private double betweenBins(long cell) {
    double[] rarity = weights[Feature.RARITY.ordinal()];
    int level = Feature.RARITY.level(cell);
    return Comparison.towardsNext(cell) * (rarity[level + 1] - rarity[level]);
  }

  /// Logarithm of the odds that a record is the same person as another, whatever is known of a
  /// third.
  double odds(long cell, boolean dated) {
    return Math.min(MOST, odds(dated ? 1 : 0) + weight(cell));
  }

  private double odds(int group) {
    return Math.log(several ? prior[group] : prior[group] / (1 - prior[group]));
  }

  /// Fills in the probabilities of a person's candidates; what is missing to 1 is that of no match.
  void probabilities(long[] cells, int from, int to, boolean dated, double[] out) {
    double odds = odds(dated ? 1 : 0);
    double sum = 1;
    for (int i = from; i < to; i++) {
      out[i - from] = moderated(odds + weight(cells[i]), cells[i]);
      sum += out[i - from];
    }
    for (int i = from; i < to; i++) {
      out[i - from] /= sum;
    }
  }

  /// Whether what agrees is enough for a link without a look, however probable it is: two dates or
  /// a day, or a whole name that is not a common one; where no date agrees, one of which nobody
  /// else is expected to be in a file of that size. Of a common name and a year there are two
  /// bearers more often than two files show. In a file of few names even what is rare says little.
  boolean settled(long cell) {
    if (Comparison.datesAgreed(cell) > 1) {
      return true;
    }
    boolean seldom =
        Comparison.datesAgreed(cell) > 0
            ? !Comparison.commonName(cell)
            : Comparison.lonelyName(cell);
    return Comparison.wholeNames(cell)
        && (Comparison.rareName(cell) || seldom && weight(Feature.RARITY, cell) >= LEAST_RARITY);
  }

  /// Odds of a candidate as far as they are believed. Where no date is compared, names taught the
  /// weights by which they were found, and what they say is not independent. A record that is found
  /// by a pseudonym or maiden name that a text mentions may not be the one that a library keeps
  /// under the heading.
  private double moderated(double odds, long cell) {
    double believed = learned && !Comparison.dated(cell) ? MODERATE * odds : odds;
    double likely = Math.exp(Math.min(MOST, believed));
    return Comparison.byReadName(cell) ? likely / (1 + likely * UNSURE_NAME) : likely;
  }

  void learn(Pairs pairs) {
    DistinctCells distinct = DistinctCells.of(pairs.cells);
    for (int round = 0; round < ROUNDS; round++) {
      learn(tally(pairs, distinct));
    }
  }

  /// What some persons and their candidates show of matches. Sums are exact: they depend neither on
  /// the order of persons nor on how these are parted.
  static final class Tally implements Serializable {
    private static final long serialVersionUID = 1L;

    private final double[][] levels = Counts.none();

    /// Matches of whom name and year of birth agree.
    private final double[][] alike = Counts.none();

    /// Pairs whose dates were compared and that are no matches.
    private final double[][] others = Counts.none();

    private final double[] matched = new double[2];
    private final double[] seen = new double[2];

    void add(Tally other) {
      Counts.add(levels, other.levels);
      Counts.add(alike, other.alike);
      Counts.add(others, other.others);
      for (int group = 0; group < 2; group++) {
        matched[group] += other.matched[group];
        seen[group] += other.seen[group];
      }
    }

    double[] others(Feature feature) {
      return others[feature.ordinal()];
    }

    double seenDated() {
      return seen[1];
    }
  }

  /// A share of a match as a multiple of the 16 millionth part, of which doubles hold the sums of
  /// any file without rounding.
  private static double exact(double share) {
    return Math.rint(share * (1 << 24)) / (1 << 24);
  }

  /// What persons show by what is learned so far.
  Tally tally(Pairs pairs, DistinctCells distinct) {
    Tally tally = new Tally();
    double[][] gains = gains(distinct);
    double[] shares = new double[distinct.size()];
    double[] pairsOf = new double[distinct.size()];
    for (int person = 0; person < pairs.persons(); person++) {
      int from = pairs.starts[person];
      int to = pairs.starts[person + 1];
      int group = pairs.dated[person] ? 1 : 0;
      tally.seen[group]++;
      double[] gain = gains[group];
      double sum = 1;
      for (int i = from; i < to; i++) {
        sum += gain[distinct.number(i)];
      }
      for (int i = from; i < to; i++) {
        pairsOf[distinct.number(i)]++;
        double one = gain[distinct.number(i)];
        double share = exact(one / (several ? 1 + one : sum));
        if (share >= 1e-6) {
          tally.matched[group] += share;
          shares[distinct.number(i)] += share;
        }
      }
    }
    for (int number = 0; number < shares.length; number++) {
      long cell = distinct.cell(number);
      Counts.add(tally.levels, cell, shares[number]);
      if (Comparison.alike(cell)) {
        Counts.add(tally.alike, cell, shares[number]);
      }
      if (Comparison.dated(cell)) {
        Counts.add(tally.others, cell, pairsOf[number] - shares[number]);
      }
    }
    return tally;
  }

  /// Ends a round of learning.
  ///
  /// @param all what all persons show
  void learn(Tally all) {
    for (Feature f : FEATURES) {
      Counts.shares(
          f,
          switch (f) {
            case LIFE, ERA -> trusted(all.levels[f.ordinal()], all.alike[f.ordinal()], f);
            case NAME -> undoubted(all.levels[f.ordinal()]);
            default -> all.levels[f.ordinal()];
          },
          Usual.matches(f),
          f == Feature.NAME ? USUAL_NAMES : USUAL_MATCHES,
          matches[f.ordinal()]);
    }
    for (int group = 0; group < 2; group++) {
      double matched = (all.matched[group] + .4 * 20) / (all.seen[group] + 20);
      prior[group] = Math.clamp(matched, .01, several ? CandidateIndex.CANDIDATES : .98);
    }
    chance.learn(all);
    weigh();
    learned = true;
  }

  /// What matches show of a feature by which they were themselves found: as far as there are such
  /// that other evidence makes sure, only these count.
  private static double[] trusted(double[] all, double[] alike, Feature f) {
    double sure = 0;
    for (int level = f.base(); level < alike.length; level++) {
      sure += alike[level];
    }
    double doubted = DOUBTED_MATCHES / (DOUBTED_MATCHES + sure);
    double[] counts = new double[all.length];
    for (int level = 0; level < counts.length; level++) {
      counts[level] = alike[level] + doubted * (all[level] - alike[level]);
    }
    return counts;
  }

  /// What matches show of names. Surnames that are only spelt alike, with no date beside them, are
  /// no oftener those of one person than is usual or than dates show: nothing but the name itself
  /// would say so, and for most who have no record there is somebody whose name is spelt alike.
  private static double[] undoubted(double[] counts) {
    int levels = NameComparison.LEVELS;
    double[] usual = Usual.matches(Feature.NAME);
    double[] result = counts.clone();
    double dated = sum(counts, 0, levels);
    double usualDated = sum(usual, 0, levels);
    for (int block = 1; block < 3; block++) {
      double all = sum(counts, block * levels, levels);
      for (int name = 0; name < levels; name++) {
        if (Comparison.strength(name) == 1) {
          double share = usual[name] / usualDated;
          double shown = (counts[name] + USUAL_NAMES * share) / (dated + USUAL_NAMES);
          int level = block * levels + name;
          result[level] = Math.min(counts[level], Math.max(share, shown) * all);
        }
      }
    }
    return result;
  }

  private static double sum(double[] counts, int from, int levels) {
    double sum = 0;
    for (int level = from; level < from + levels; level++) {
      sum += counts[level];
    }
    return sum;
  }

  /// By how much the odds of a match grow with each cell, for persons without dates and with.
  private double[][] gains(DistinctCells distinct) {
    double[][] gains = new double[2][distinct.size()];
    for (int group = 0; group < 2; group++) {
      double odds = odds(group);
      for (int number = 0; number < distinct.size(); number++) {
        gains[group][number] = Math.exp(Math.min(MOST, odds + weight(distinct.cell(number))));
      }
    }
    return gains;
  }

  /// Writes what was learned.
  void write(IndexWriter writer) {
    writer.section("model");
    for (Feature f : FEATURES) {
      for (double[] table : List.of(matches[f.ordinal()], chance.of(f), weights[f.ordinal()])) {
        for (double value : table) {
          writer.put(Double.doubleToLongBits(value));
        }
      }
    }
    writer.put(Double.doubleToLongBits(prior[0]));
    writer.put(Double.doubleToLongBits(prior[1]));
    writer.end("model");
  }

  /// Reads what was learned when an index was built.
  static Model read(IndexFile index) {
    Model model = new Model();
    MemorySegment section = index.section("model");
    long at = 0;
    for (Feature f : FEATURES) {
      int place = f.ordinal();
      for (double[] values :
          List.of(model.matches[place], model.chance.of(f), model.weights[place])) {
        for (int level = 0; level < values.length; level++) {
          values[level] = Double.longBitsToDouble(section.getAtIndex(IndexFile.LONG, at++));
        }
      }
    }
    model.prior[0] = Double.longBitsToDouble(section.getAtIndex(IndexFile.LONG, at));
    model.prior[1] = Double.longBitsToDouble(section.getAtIndex(IndexFile.LONG, at + 1));
    return model;
  }
}
