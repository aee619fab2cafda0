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

  /// As many invented persons, candidates and pairs as what is usual counts.
  private static final double USUAL_INVENTED = 200;

  private static final double USUAL_FOUND = 50;
  private static final double USUAL_PAIRS = 2_000;

  /// As many pairs as independence of surnames and given names counts.
  private static final double INDEPENDENT_PAIRS = 50_000;

  private static final double MOST = 40;

  /// As many matches by name and year of birth as the others count for what is only learned of
  /// records.
  private static final double DOUBTED_MATCHES = 100;

  /// As many namesakes as those of invented persons count.
  private static final double USUAL_NAMESAKES = 50;

  private static final double MOST_NAMESAKES = 6;

  /// What is left of the logarithm of odds that no date supports. Source of the form: moderated
  /// outputs of classifiers whose weights are uncertain, D. MacKay, The Evidence Framework applied
  /// to Classification Networks, 1992; a deviation of about one.
  private static final double MODERATE = 0.85;

  private final double[][] matches = new double[FEATURES.length][];
  private final double[][] chances = new double[FEATURES.length][];
  private final double[][] weights = new double[FEATURES.length][];

  private boolean learned;

  /// What invented persons show of names, and how many of them of rarity, before learning.
  private final double[][] decoys = {
    new double[Feature.NAME.levels], new double[Feature.RARITY.levels]
  };

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
      chances[f.ordinal()] = new double[f.levels];
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

  /// Takes what invented persons and random pairs show of chance.
  ///
  /// @param namesakes records of the authority file with others of it
  /// @param crossedRecords invented persons whose parts are from the authority file
  /// @param random pairs drawn at random
  /// @param persons of the file of persons
  /// @param records in the authority file
  void chance(
      Pairs invented,
      Pairs namesakes,
      Pairs crossedRecords,
      long[] random,
      int persons,
      int records) {
    double distinct = Math.min(random.length, (double) persons * records);
    double[][] found = count(invented.cells);
    double[][] borne = count(namesakes.cells);
    double[][] drawn = count(random);
    for (Feature f : FEATURES) {
      double[] result = chances[f.ordinal()];
      if (f == Feature.NAME) {
        double[] crossed = count(crossedRecords.cells)[0];
        double[] correlations = new double[NameComparison.LEVELS];
        for (int name = 0; name < correlations.length; name++) {
          correlations[name] =
              correlation(
                  anyDates(borne[0], name) / Math.max(1, namesakes.persons()),
                  anyDates(crossed, name) / Math.max(1, crossedRecords.persons()));
        }
        names(found[0], invented, drawn[0], distinct, records, correlations);
      } else if (f.ordinal() < Feature.BIRTH.ordinal() || f == Feature.GENDER) {
        double[] both = found[f.ordinal()];
        for (int level = 0; level < both.length; level++) {
          both[level] += borne[f.ordinal()][level];
        }
        if (f == Feature.RARITY) {
          System.arraycopy(both, 0, decoys[1], 0, both.length);
        }
        shares(f, both, Usual.chances(f, records), USUAL_FOUND, result);
      } else {
        // A pair drawn twice shows nothing new.
        double[] counts = drawn[f.ordinal()];
        for (int level = 0; level < counts.length; level++) {
          counts[level] *= distinct / Math.max(1, random.length);
        }
        shares(f, counts, Usual.chances(f, records), USUAL_PAIRS, result);
      }
    }
    weigh();
  }

  /// How many candidates of a level chance brings for one person. Candidates with weak names are
  /// few among those found but many in the file; how many is seen from random pairs, which have
  /// surnames and given names in common independently of each other.
  private void names(
      double[] found,
      Pairs invented,
      double[] drawn,
      double distinct,
      int records,
      double[] correlations) {
    int levels = NameComparison.LEVELS;
    double[] usual = Usual.chances(Feature.NAME, records);
    double[] usualSurnames = new double[levels / NameComparison.GIVEN_LEVELS];
    double[] usualGiven = new double[NameComparison.GIVEN_LEVELS];
    double[] surnames = new double[levels / NameComparison.GIVEN_LEVELS];
    double[] given = new double[NameComparison.GIVEN_LEVELS];
    double draws = 0;
    double undated = 0;
    for (int level = 0; level < drawn.length; level++) {
      int name = level % levels;
      surnames[NameComparison.surnames(name)] += drawn[level];
      given[NameComparison.given(name)] += drawn[level];
      draws += drawn[level];
      undated += level < 2 * levels ? 0 : drawn[level];
      if (level >= 2 * levels) {
        usualSurnames[NameComparison.surnames(name)] += usual[level] / records;
        usualGiven[NameComparison.given(name)] += usual[level] / records;
      }
    }
    double worth = distinct / Math.max(1, draws);
    int dated = 0;
    for (boolean one : invented.dated) {
      dated += one ? 1 : 0;
    }
    double[] comparable = {0, 0};
    for (int level = 0; level < 2 * levels; level++) {
      comparable[level / levels] += drawn[level] * worth;
    }
    double[] result = chances[Feature.NAME.ordinal()];
    for (int level = 0; level < result.length; level++) {
      int name = level % levels;
      int block = level / levels;
      double all =
          block == 2
              ? rate(anyDates(found, name), invented.persons(), usual[level])
              : rate(found[level], dated, usual[level]);
      double seen = all * correlations[name];
      double independent =
          (surnames[NameComparison.surnames(name)] * worth
                  + USUAL_PAIRS * usualSurnames[NameComparison.surnames(name)])
              / (distinct + USUAL_PAIRS)
              * (given[NameComparison.given(name)] * worth
                  + USUAL_PAIRS * usualGiven[NameComparison.given(name)])
              / (distinct + USUAL_PAIRS);
      double inFile =
          (anyDates(drawn, name) * worth + INDEPENDENT_PAIRS * independent)
              / (distinct + INDEPENDENT_PAIRS)
              * records;
      if (block < 2) {
        inFile *= (comparable[block] + 20) / (comparable[0] + comparable[1] + 40);
      }
      // Surnames that are alike are looked for under years as well, so that more of those that are
      // found have the same years than chance would bring.
      int strength = Comparison.strength(name);
      boolean weak = strength > 1 || strength == 1 && block == 0;
      result[level] = weak ? Math.max(seen, inFile) : seen;
    }
    System.arraycopy(result, 0, decoys[0], 0, result.length);
  }

  /// Sum over the levels of a way of names to agree, whatever is known of dates.
  private static double anyDates(double[] counts, int name) {
    return counts[name]
        + counts[name + NameComparison.LEVELS]
        + counts[name + 2 * NameComparison.LEVELS];
  }

  /// How much more often names of real records meet than such whose parts were crossed: families
  /// and peoples have names in common.
  private static double correlation(double real, double crossed) {
    return Math.clamp((real + 2e-3) / (crossed + 2e-3), 1, 6);
  }

  private static double rate(double count, int persons, double usual) {
    return (count + USUAL_INVENTED * usual + .1) / (persons + USUAL_INVENTED);
  }

  private static double[][] count(long[] cells) {
    double[][] counts = new double[FEATURES.length][];
    for (Feature f : FEATURES) {
      counts[f.ordinal()] = new double[f.levels];
    }
    for (long cell : cells) {
      add(counts, cell, 1);
    }
    return counts;
  }

  /// A name whose rarity is between two bins counts for both.
  private static void add(double[][] counts, long cell, double share) {
    for (int f = 0; f < FEATURES.length; f++) {
      counts[f][FEATURES[f].level(cell)] += share;
    }
    double next = share * Comparison.towardsNext(cell);
    int rarity = Feature.RARITY.level(cell);
    counts[Feature.RARITY.ordinal()][rarity] -= next;
    counts[Feature.RARITY.ordinal()][rarity + 1] += next;
  }

  /// Turns counts into shares among the levels that belong together.
  private static void shares(
      Feature f, double[] counts, double[] usual, double weight, double[] out) {
    int together;
    for (int first = f.base(); first < f.levels; first += together) {
      together = f.together(first);
      double all = 0;
      double usualAll = 0;
      for (int level = first; level < first + together; level++) {
        all += counts[level];
        usualAll += usual[level];
      }
      for (int level = first; level < first + together; level++) {
        out[level] =
            (counts[level] + weight * usual[level] / usualAll + .1)
                / (all + weight + .1 * together);
      }
    }
  }

  private void weigh() {
    for (Feature f : FEATURES) {
      double[] weight = weights[f.ordinal()];
      for (int level = f.base(); level < weight.length; level++) {
        double ratio = matches[f.ordinal()][level] / chances[f.ordinal()][level];
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
      out[i - from] = Math.exp(Math.min(MOST, moderated(odds + weight(cells[i]), cells[i])));
      sum += out[i - from];
    }
    for (int i = from; i < to; i++) {
      out[i - from] /= sum;
    }
  }

  /// Where no date is compared, what was learned is believed less: names then taught the weights by
  /// which they were found, and what they say is not independent.
  private double moderated(double odds, long cell) {
    return learned && !Comparison.dated(cell) ? MODERATE * odds : odds;
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

    private final double[][] levels = count(new long[0]);

    /// Matches of whom name and year of birth agree.
    private final double[][] alike = count(new long[0]);

    /// Pairs whose dates were compared and that are no matches.
    private final double[][] others = count(new long[0]);

    private final double[] matched = new double[2];
    private final double[] seen = new double[2];

    void add(Tally other) {
      add(levels, other.levels);
      add(alike, other.alike);
      add(others, other.others);
      for (int group = 0; group < 2; group++) {
        matched[group] += other.matched[group];
        seen[group] += other.seen[group];
      }
    }

    private static void add(double[][] sums, double[][] more) {
      for (int f = 0; f < sums.length; f++) {
        for (int level = 0; level < sums[f].length; level++) {
          sums[f][level] += more[f][level];
        }
      }
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
      add(tally.levels, cell, shares[number]);
      if (Comparison.alike(cell)) {
        add(tally.alike, cell, shares[number]);
      }
      if (Comparison.dated(cell)) {
        add(tally.others, cell, pairsOf[number] - shares[number]);
      }
    }
    return tally;
  }

  /// Ends a round of learning.
  ///
  /// @param all what all persons show
  void learn(Tally all) {
    for (Feature f : FEATURES) {
      shares(
          f,
          f == Feature.LIFE || f == Feature.ERA
              ? trusted(all.levels[f.ordinal()], all.alike[f.ordinal()], f)
              : all.levels[f.ordinal()],
          Usual.matches(f),
          f == Feature.NAME ? USUAL_NAMES : USUAL_MATCHES,
          matches[f.ordinal()]);
    }
    for (int group = 0; group < 2; group++) {
      double matched = (all.matched[group] + .4 * 20) / (all.seen[group] + 20);
      prior[group] = Math.clamp(matched, .01, several ? CandidateIndex.CANDIDATES : .98);
    }
    chanceSeen(all);
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

  /// Persons whose dates are known show how many namesakes they have in the file who are others.
  /// Names agree by chance as much more often than invented persons show as they do there.
  private void chanceSeen(Tally all) {
    double[] others = all.others[Feature.NAME.ordinal()];
    double[] base = decoys[0];
    double[] result = chances[Feature.NAME.ordinal()];
    double found = 0;
    double expected = 0;
    for (int level = 0; level < NameComparison.LEVELS; level++) {
      if (Comparison.strength(level) == 0) {
        found += others[level];
        expected += base[level] * all.seen[1];
      }
    }
    double factor =
        Math.clamp(
            (found + USUAL_NAMESAKES) / (expected + USUAL_NAMESAKES),
            1 / MOST_NAMESAKES,
            MOST_NAMESAKES);
    for (int level = 0; level < base.length; level++) {
      int name = level % NameComparison.LEVELS;
      result[level] = base[level] * (Comparison.strength(name) == 0 ? factor : 1);
    }
    double[] both = decoys[1].clone();
    for (int level = 0; level < both.length; level++) {
      both[level] += all.others[Feature.RARITY.ordinal()][level];
    }
    shares(
        Feature.RARITY,
        both,
        Usual.chances(Feature.RARITY, 0),
        USUAL_FOUND,
        chances[Feature.RARITY.ordinal()]);
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
      for (double[][] table : List.of(matches, chances, weights)) {
        for (double value : table[f.ordinal()]) {
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
      for (double[][] table : List.of(model.matches, model.chances, model.weights)) {
        double[] values = table[f.ordinal()];
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
