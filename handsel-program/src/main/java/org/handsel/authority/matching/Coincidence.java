package org.handsel.authority.matching;

import java.io.Serializable;
import org.handsel.authority.matching.Comparison.Feature;

/// How often records of different persons agree by chance: of names, how many candidates of a level
/// chance brings for one person; of other features, the share of each level. Not safe for threads
/// while learning.
final class Coincidence implements Serializable {
  private static final long serialVersionUID = 1L;

  /// As many invented persons, candidates and pairs as what is usual counts.
  private static final double USUAL_INVENTED = 200;

  private static final double USUAL_FOUND = 50;
  private static final double USUAL_PAIRS = 2_000;

  /// As many pairs as independence of surnames and given names counts.
  private static final double INDEPENDENT_PAIRS = 50_000;

  /// As many namesakes as those of invented persons count.
  private static final double USUAL_NAMESAKES = 50;

  private static final double MOST_NAMESAKES = 6;

  private final double[][] rates = Counts.none();

  /// What invented persons show of names, and how many of them of rarity, before learning.
  private final double[] decoyNames = new double[Feature.NAME.levels];

  private final double[] decoyRarity = new double[Feature.RARITY.levels];

  double[] of(Feature feature) {
    return rates[feature.ordinal()];
  }

  /// Takes what invented persons and random pairs show.
  ///
  /// @param namesakes records of the authority file with others of it
  /// @param crossedRecords invented persons whose parts are from the authority file
  /// @param random pairs drawn at random
  /// @param persons of the file of persons
  /// @param records in the authority file
  void learn(
      Model.Pairs invented,
      Model.Pairs namesakes,
      Model.Pairs crossedRecords,
      long[] random,
      int persons,
      int records) {
    double distinct = Math.min(random.length, (double) persons * records);
    double[][] found = Counts.of(invented.cells());
    double[][] borne = Counts.of(namesakes.cells());
    double[][] drawn = Counts.of(random);
    for (Feature f : Feature.values()) {
      double[] result = rates[f.ordinal()];
      if (f == Feature.NAME) {
        double[] crossed = Counts.of(crossedRecords.cells())[0];
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
          System.arraycopy(both, 0, decoyRarity, 0, both.length);
        }
        Counts.shares(f, both, Usual.chances(f, records), USUAL_FOUND, result);
      } else {
        // A pair drawn twice shows nothing new.
        double[] counts = drawn[f.ordinal()];
        for (int level = 0; level < counts.length; level++) {
          counts[level] *= distinct / Math.max(1, random.length);
        }
        Counts.shares(f, counts, Usual.chances(f, records), USUAL_PAIRS, result);
      }
    }
  }

  /// How many candidates of a level chance brings for one person. Candidates with weak names are
  /// few among those found but many in the file; how many is seen from random pairs, which have
  /// surnames and given names in common independently of each other.
  private void names(
      double[] found,
      Model.Pairs invented,
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
    for (int level = 0; level < drawn.length; level++) {
      int name = level % levels;
      surnames[NameComparison.surnames(name)] += drawn[level];
      given[NameComparison.given(name)] += drawn[level];
      draws += drawn[level];
      if (level >= 2 * levels) {
        usualSurnames[NameComparison.surnames(name)] += usual[level] / records;
        usualGiven[NameComparison.given(name)] += usual[level] / records;
      }
    }
    double worth = distinct / Math.max(1, draws);
    int dated = 0;
    for (boolean one : invented.dated()) {
      dated += one ? 1 : 0;
    }
    double[] comparable = {0, 0};
    for (int level = 0; level < 2 * levels; level++) {
      comparable[level / levels] += drawn[level] * worth;
    }
    double[] result = rates[Feature.NAME.ordinal()];
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
    System.arraycopy(result, 0, decoyNames, 0, result.length);
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

  /// Persons whose dates are known show how many namesakes they have in the file who are others.
  /// Names agree by chance as much more often than invented persons show as they do there.
  void learn(Model.Tally all) {
    double[] others = all.others(Feature.NAME);
    double[] base = decoyNames;
    double[] result = rates[Feature.NAME.ordinal()];
    double found = 0;
    double expected = 0;
    for (int level = 0; level < NameComparison.LEVELS; level++) {
      if (Comparison.strength(level) == 0) {
        found += others[level];
        expected += base[level] * all.seenDated();
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
    double[] both = decoyRarity.clone();
    for (int level = 0; level < both.length; level++) {
      both[level] += all.others(Feature.RARITY)[level];
    }
    Counts.shares(
        Feature.RARITY,
        both,
        Usual.chances(Feature.RARITY, 0),
        USUAL_FOUND,
        rates[Feature.RARITY.ordinal()]);
  }
}
