package org.handsel.authority.matching;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Weights of agreements, learned from the data without labels: how often they occur between
/// records drawn at random, and how often between those that are probably one person. Names have
/// weights of their own where no date can be compared. Deterministic. Not safe for threads while
/// learning.
final class Weights {
  private static final int ROUNDS = 25;
  private static final int DRAWS = 200_000;
  private static final double RARITY = 0.5;
  private static final double USUAL_RARITY = 9;
  private static final double MISSED = 0.25;
  private static final double START = 0.3;

  private final double[][] matches = {
    {.002, .003, .005, .01, .04, .08, .12, .74},
    {.002, .003, .005, .01, .04, .08, .12, .74},
    {.1, .01, .01, .02, .02, .04, .8},
    {.3, .01, .01, .02, .02, .04, .6},
    {.2, .15, .65}
  };
  private final double[][] others = {
    {.5, .25, .1, .07, .04, .02, .01, .01},
    {.5, .25, .1, .07, .04, .02, .01, .01},
    new double[Comparison.YEARS],
    new double[Comparison.YEARS],
    new double[Comparison.COUNTRIES]
  };
  private final double[] prior = {START, START};

  /// What is usual, for as long as a file is too small to show it: as many pairs as these count.
  private static final double USUAL_MATCHES = 20;

  private static final double[] USUAL_OTHERS = {.5, .25, .1, .07, .04, .02, .01, .01};
  private static final double USUAL_PAIRS = 2_000;
  private static final double[][] CHANCE = {
    {.3, .5, .09, .05, .02, .02, .02}, {.5, .35, .06, .04, .02, .015, .015}, {.5, .4, .1}
  };
  private final double[][] usual = {
    matches[0].clone(),
    matches[1].clone(),
    matches[2].clone(),
    matches[3].clone(),
    matches[4].clone()
  };

  private static int group(Comparison comparison) {
    return comparison.dated() ? 0 : 1;
  }

  /// Logarithm of the odds that two records are one person, before others are looked at.
  double weight(Comparison c) {
    int group = group(c);
    double weight =
        Math.log(prior[group] / 30) + Math.log(matches[group][c.name()] / others[group][c.name()]);
    weight += c.birth() > 0 ? Math.log(matches[2][c.birth()] / others[2][c.birth()]) : 0;
    weight += c.death() > 0 ? Math.log(matches[3][c.death()] / others[3][c.death()]) : 0;
    weight += c.country() > 0 ? Math.log(matches[4][c.country()] / others[4][c.country()]) / 2 : 0;
    return weight + RARITY * (c.shared() - USUAL_RARITY) - MISSED * c.missed();
  }

  /// The parts of the weight: name, birth, death, country.
  double[] parts(Comparison c) {
    int group = group(c);
    return new double[] {
      Math.log(matches[group][c.name()] / others[group][c.name()])
          + RARITY * (c.shared() - USUAL_RARITY)
          - MISSED * c.missed(),
      c.birth() > 0 ? Math.log(matches[2][c.birth()] / others[2][c.birth()]) : 0,
      c.death() > 0 ? Math.log(matches[3][c.death()] / others[3][c.death()]) : 0,
      c.country() > 0 ? Math.log(matches[4][c.country()] / others[4][c.country()]) / 2 : 0
    };
  }

  /// Takes what is usual instead of learning.
  void usual(List<Entry> records) {
    if (!records.isEmpty()) {
      chance(records, records);
    }
  }

  /// Probabilities of a person's candidates; what is missing to 1 is that of no match.
  double[] probabilities(List<Comparison> candidates) {
    double[] odds = new double[candidates.size()];
    double sum = 1;
    for (int i = 0; i < odds.length; i++) {
      odds[i] = Math.exp(Math.min(60, weight(candidates.get(i))));
      sum += odds[i];
    }
    for (int i = 0; i < odds.length; i++) {
      odds[i] /= sum;
    }
    return odds;
  }

  void learn(List<Entry> persons, List<Entry> records, List<List<Comparison>> candidates) {
    chance(persons, records);
    for (int round = 0; round < ROUNDS; round++) {
      double[][] counted = new double[5][];
      for (int f = 0; f < 5; f++) {
        counted[f] = new double[matches[f].length];
        for (int level = 0; level < counted[f].length; level++) {
          counted[f][level] = 0.5 + USUAL_MATCHES * usual[f][level];
        }
      }
      double[][] rest = new double[2][NameComparison.LEVELS];
      for (int level = 0; level < NameComparison.LEVELS; level++) {
        rest[0][level] = 0.5 + 10 * USUAL_MATCHES * USUAL_OTHERS[level];
        rest[1][level] = rest[0][level];
      }
      double[] matched = {START * USUAL_MATCHES, START * USUAL_MATCHES};
      double[] seen = {USUAL_MATCHES, USUAL_MATCHES};
      for (List<Comparison> all : candidates) {
        double[] probabilities = probabilities(all);
        for (int i = 0; i < probabilities.length; i++) {
          Comparison c = all.get(i);
          double p = probabilities[i];
          counted[group(c)][c.name()] += p;
          counted[2][c.birth()] += p;
          counted[3][c.death()] += p;
          counted[4][c.country()] += p;
          rest[group(c)][c.name()] += 1 - p;
          matched[group(c)] += p;
          seen[group(c)] += 1.0 / probabilities.length;
        }
      }
      for (int f = 0; f < 5; f++) {
        matches[f] = shares(counted[f]);
      }
      others[0] = shares(rest[0]);
      others[1] = shares(rest[1]);
      for (int group = 0; group < 2; group++) {
        prior[group] = Math.clamp(matched[group] / seen[group], 0.02, 0.9);
      }
    }
  }

  /// How often dates and countries agree by chance.
  private void chance(List<Entry> persons, List<Entry> records) {
    Random random = new Random(7);
    for (int f = 2; f < 5; f++) {
      Arrays.fill(others[f], 1e-3);
    }
    // A pair drawn twice shows nothing new.
    double pairs = Math.min(DRAWS, (double) persons.size() * records.size());
    for (int draw = 0; draw < DRAWS; draw++) {
      Entry a = persons.get(random.nextInt(persons.size()));
      Entry b = records.get(random.nextInt(records.size()));
      Comparison c = Comparison.dates(a, b);
      others[2][c.birth()]++;
      others[3][c.death()]++;
      others[4][c.country()]++;
    }
    for (int f = 2; f < 5; f++) {
      double[] drawn = shares(others[f]);
      for (int level = 0; level < drawn.length; level++) {
        drawn[level] = drawn[level] * pairs + CHANCE[f - 2][level] * USUAL_PAIRS;
      }
      others[f] = shares(drawn);
    }
  }

  private static double[] shares(double[] counts) {
    double sum = Arrays.stream(counts).sum();
    return Arrays.stream(counts).map(count -> Math.max(1e-6, count / sum)).toArray();
  }
}
