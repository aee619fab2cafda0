package org.handsel.authority.matching;

import org.handsel.authority.matching.Comparison.Feature;

/// What is usual of records that are one person: where learning starts, and what is believed for as
/// long as files are too small to show something else.
final class Usual {
  private Usual() {}

  /// Worth of a name level when the best of several names is chosen.
  static double nameWorth(int level) {
    return SURNAME_WORTH[NameComparison.surnames(level)] + GIVEN_WORTH[NameComparison.given(level)];
  }

  /// How rare given names with an initial are, a to z, in natural logarithms. Source: mean of the
  /// given names of 42,000 records of the GND and 23,000 of the National Gallery of Art.
  private static final double[] INITIALS = {
    2.2, 3.4, 2.8, 3.7, 2.8, 2.7, 2.9, 2.8, 4.3, 2.1, 3.5, 3, 2.6, 4.3, 4.5, 3, 7, 3.1, 3.2, 3.8, 6,
    4.3, 3.2, 6.5, 6.3, 6.1
  };

  /// How rare given names with the initial of a word are.
  static double initialRarity(String word) {
    int letter = word.charAt(0) - 'a';
    return letter >= 0 && letter < INITIALS.length ? INITIALS[letter] : 5;
  }

  private static final double[] SURNAME_WORTH = {0, 0.5, 1, 2.5, 4};
  private static final double[] GIVEN_WORTH = {-3, -1, -0.5, 0.8, 0.5, 0.5, 1, 1.2, 1.5, 3};

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
      case GENDER -> new double[] {0, .01, .99, .02, .13, .85};
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
      case GENDER -> new double[] {0, .4, .6, .4, .4, .2};
      case ERA -> even(16);
      case KNOWN -> even(17);
    };
  }

  private static double[] chanceNames(int records) {
    double[][] weak = {
      {.6, .2, .01, .004, .003, .0005, .004, .0008, .0012, .004},
      {.002, .001, .00003},
      {.0012, .0015, .00002},
      {.0001, .0002, .000001},
      {.0001, .00005, .000001}
    };
    double[][] strong = {
      {},
      {0, 0, 0, .02, .05, .01, .03, .04, .06, .13},
      {0, 0, 0, .012, .03, .01, .02, .03, .04, .09},
      {0, 0, 0, .004, .006, .003, .004, .003, .005, .005},
      {0, 0, 0, .012, .02, .003, .006, .005, .007, .013}
    };
    double scale = Math.max(records, 20_000) / 40_000.0;
    double[] rates = new double[3 * NameComparison.LEVELS];
    for (int level = 0; level < rates.length; level++) {
      int name = level % NameComparison.LEVELS;
      int surnames = NameComparison.surnames(name);
      int given = NameComparison.given(name);
      boolean agrees = Comparison.strength(name) < 2;
      double rate = agrees ? strong[surnames][given] * scale : weak[surnames][given] * records;
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
    double[] surname = {.015, .0015, .015, .05, .9185};
    double[][] given = {
      {.06, .06, .03, .06, .07, .08, .08, .04, .12, .4},
      {.03, .03, .004, .05, .04, .05, .05, .04, .11, .596},
      {.03, .03, .004, .05, .04, .05, .05, .04, .11, .596},
      {.03, .05, .002, .04, .05, .08, .05, .05, .15, .498},
      {.01, .015, .0008, .015, .03, .02, .04, .03, .09, .7492}
    };
    double[] shares = new double[3 * NameComparison.LEVELS];
    for (int level = 0; level < NameComparison.LEVELS; level++) {
      double share =
          surname[NameComparison.surnames(level)]
              * given[NameComparison.surnames(level)][NameComparison.given(level)];
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
