package org.handsel.authority.matching;

import org.handsel.authority.matching.Comparison.Feature;

/// What is usual of records that are one person: where learning starts, and what is believed for as
/// long as files are too small to show something else.
final class Usual {
  private Usual() {}

  /// Worth of a name level when the best of several names is chosen.
  static double nameWorth(int level) {
    return SURNAME_WORTH[level >> 3] + GIVEN_WORTH[level & 7];
  }

  private static final double[] SURNAME_WORTH = {0, 0.5, 1, 2.5, 4};
  private static final double[] GIVEN_WORTH = {-3, -1, 0.8, 0.5, 0.5, 1, 1.5, 3};

  /// Shares of levels among pairs that are one person.
  static double[] matches(Feature feature) {
    return switch (feature) {
      case NAME -> names();
      case RARITY ->
          new double[] {
            .04, .08, .16, .25, .22, .14, .08, .03,
            .01, .02, .05, .12, .25, .3, .2, .05,
            .01, .02, .03, .08, .15, .31, .25, .15,
            .01, .02, .03, .08, .15, .31, .25, .15,
            .01, .03, .08, .17, .25, .25, .15, .06
          };
      case MISSED -> new double[] {0, .75, .1, .1, .05};
      case BIRTH -> new double[] {0, .004, .008, .008, .01, .04, .62, .3, .01, .02, .006};
      case DEATH ->
          new double[] {
            0, .01, .01, .01, .01, .03, .8, .1, .01, .02, .006, .01, .01, .01, .01, .03, .8, .1,
            .01, .02, .006
          };
      case LIFE -> new double[] {0, .94, .05, .01};
      case COUNTRY -> new double[] {0, .1, .9};
      case PLACE -> new double[] {0, .3, .7};
      case WORK -> new double[] {0, .3, .7};
      case GENDER -> new double[] {0, .01, .99};
      case ERA -> even(16);
      case KNOWN -> even(17);
      case CROWD -> new double[] {0, .8, .13, .06, .01, .75, .14, .09, .02};
    };
  }

  /// Shares of levels among pairs that are not one person; of names, how many candidates chance
  /// brings for one person where an authority file has so many records.
  static double[] chances(Feature feature, int records) {
    return switch (feature) {
      case NAME -> chanceNames(records);
      case RARITY ->
          new double[] {
            .004, .006, .019, .077, .191, .31, .372, .021,
            .001, .001, .002, .005, .024, .121, .54, .306,
            .02, .01, .006, .005, .02, .13, .32, .49,
            .001, .001, .002, .003, .006, .04, .12, .827,
            .001, .003, .01, .03, .12, .35, .45, .036
          };
      case MISSED -> new double[] {0, .13, .14, .29, .44};
      case CROWD -> new double[] {0, .35, .14, .24, .27, .2, .15, .25, .4};
      case BIRTH -> new double[] {0, .713, .068, .032, .014, .015, .006, .0003, .0015, .0005, .15};
      case DEATH ->
          new double[] {
            0, .68, .082, .04, .017, .017, .009, .0003, .001, .0005, .15, .4, .16, .12, .06, .06,
            .028, .0003, .003, .003, .166
          };
      case LIFE -> new double[] {0, .4, .1, .5};
      case COUNTRY -> new double[] {0, .75, .25};
      case PLACE -> new double[] {0, .93, .07};
      case WORK -> new double[] {0, .85, .15};
      case GENDER -> new double[] {0, .4, .6};
      case ERA -> even(16);
      case KNOWN -> even(17);
    };
  }

  private static double[] chanceNames(int records) {
    double[][] weak = {
      {.6, .2, .004, .003, .0005, .004, .002, .004},
      {.002, .001},
      {.0012, .0015},
      {.0001, .0002},
      {.0001, .00005}
    };
    double[][] strong = {
      {},
      {0, 0, .02, .05, .01, .03, .1, .13},
      {0, 0, .012, .03, .01, .02, .07, .09},
      {0, 0, .004, .006, .003, .004, .008, .005},
      {0, 0, .012, .02, .003, .006, .012, .013}
    };
    double scale = Math.max(records, 20_000) / 40_000.0;
    double[] rates = new double[3 * NameComparison.LEVELS];
    for (int level = 0; level < rates.length; level++) {
      int name = level % NameComparison.LEVELS;
      int given = name & 7;
      boolean agrees = Comparison.strength(name) < 2;
      double rate = agrees ? strong[name >> 3][given] * scale : weak[name >> 3][given] * records;
      rates[level] = level < 2 * NameComparison.LEVELS ? rate / 2 : rate;
    }
    return rates;
  }

  private static double[] even(int levels) {
    double[] shares = new double[levels];
    for (int i = 1; i < levels; i++) {
      shares[i] = 1.0 / (levels - 1);
    }
    return shares;
  }

  private static double[] names() {
    double[] surname = {.012, .005, .015, .05, .918};
    double[][] given = {
      {.1, .1, .1, .1, .1, .1, .2, .3},
      {.03, .03, .05, .04, .05, .05, .15, .6},
      {.03, .03, .05, .04, .05, .05, .15, .6},
      {.03, .05, .04, .05, .08, .05, .2, .5},
      {.01, .015, .015, .03, .02, .04, .12, .75}
    };
    double[] shares = new double[3 * NameComparison.LEVELS];
    for (int level = 0; level < NameComparison.LEVELS; level++) {
      double share = surname[level >> 3] * given[level >> 3][level & 7];
      shares[level] = share * .6;
      shares[level + NameComparison.LEVELS] = share * .4;
      shares[level + 2 * NameComparison.LEVELS] = share;
    }
    return shares;
  }

  /// How far a feature is to be believed beside the others, which partly say the same.
  static double trust(Feature feature) {
    return switch (feature) {
      case NAME, BIRTH, DEATH, RARITY -> 1;
      case LIFE, GENDER, ERA -> .7;
      case COUNTRY, PLACE, WORK, KNOWN, MISSED, CROWD -> .5;
    };
  }
}
