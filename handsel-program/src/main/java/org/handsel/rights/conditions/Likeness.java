package org.handsel.rights.conditions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// How much a sentence is like known wordings of each condition: a logistic regression for each,
/// learnt when the program reads its wordings, over word beginnings, neighbouring words and the
/// concepts of the lexicon. Concepts are the same in all languages, so that wordings of one
/// language teach the others. The same wordings give the same weights. Immutable after learning.
final class Likeness {
  private static final int ROUNDS = 12;
  private static final double STEP = 0.35;
  private static final double DECAY = 2e-5;
  private static final int STEM = 6;
  private static final int PIECE = 5;
  private static final long SEED = 20261130;

  private final Map<String, Integer> places;
  private final Map<String, float[]> weights;

  private Likeness(Map<String, Integer> places, Map<String, float[]> weights) {
    this.places = places;
    this.weights = weights;
  }

  /// A known sentence.
  ///
  /// @param ids what it states; none for a look-alike
  record Example(Set<String> ids, Set<String> features) {}

  static Likeness learn(List<Example> examples) {
    Map<String, Integer> met = new HashMap<>();
    examples.forEach(one -> one.features().forEach(word -> met.merge(word, 1, Integer::sum)));
    // What one sentence alone has says nothing about others, and would be most of the memory.
    Map<String, Integer> places = new HashMap<>(Map.of("", 0));
    new TreeMap<>(met)
        .forEach((feature, times) -> {
          if (times > 1) {
            places.put(feature, places.size());
          }
        });
    List<int[]> rows = new ArrayList<>();
    Set<String> ids = new TreeSet<>();
    for (Example example : examples) {
      rows.add(row(places, example.features()));
      ids.addAll(example.ids());
    }
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, new Random(SEED));
    Map<String, float[]> weights = new LinkedHashMap<>();
    for (String id : ids) {
      weights.put(id, learn(id, examples, rows, order, places.size()));
    }
    return new Likeness(Map.copyOf(places), weights);
  }

  /// Steps get smaller for features that were met often (AdaGrad).
  private static float[] learn(
      String id, List<Example> examples, List<int[]> rows, List<Integer> order, int size) {
    float[] weights = new float[size];
    float[] met = new float[size];
    Arrays.fill(met, 1e-2f);
    for (int round = 0; round < ROUNDS; round++) {
      for (int i : order) {
        int[] row = rows.get(i);
        double wrong = odds(weights, row) - (examples.get(i).ids().contains(id) ? 1 : 0);
        double share = wrong / Math.sqrt(row.length);
        for (int place : row) {
          double slope = share + DECAY * weights[place];
          met[place] += (float) (slope * slope);
          weights[place] -= (float) (STEP * slope / Math.sqrt(met[place]));
        }
      }
    }
    return weights;
  }

  private static double odds(float[] weights, int[] row) {
    double sum = 0;
    for (int place : row) {
      sum += weights[place];
    }
    return 1 / (1 + Math.exp(-sum / Math.sqrt(row.length)));
  }

  private static int[] row(Map<String, Integer> places, Collection<String> features) {
    int[] row = new int[features.size() + 1];
    int length = 1;
    for (String feature : features) {
      Integer place = places.get(feature);
      if (place != null) {
        row[length++] = place;
      }
    }
    return Arrays.copyOf(row, length);
  }

  /// For each condition, from 0 to 1, how much a sentence is like its wordings.
  Map<String, Double> of(Set<String> features) {
    int[] row = row(places, features);
    return weights.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> odds(entry.getValue(), row)));
  }

  /// What a sentence is known by.
  static Set<String> features(String language, List<Words.Word> words, Set<String> concepts) {
    Set<String> features = new LinkedHashSet<>();
    String before = "";
    for (Words.Word word : words) {
      String text = word.text();
      String stem = text.length() > STEM ? text.substring(0, STEM) : text;
      features.add(language + " " + stem);
      features.add(language + " " + before + " " + stem);
      for (int at = 1; at + PIECE <= text.length(); at++) {
        features.add(language + " ~" + text.substring(at, at + PIECE));
      }
      before = stem;
    }
    List<String> sorted = List.copyOf(new TreeSet<>(concepts));
    for (int i = 0; i < sorted.size(); i++) {
      features.add("concept " + sorted.get(i));
      for (int j = i + 1; j < sorted.size(); j++) {
        features.add("concepts " + sorted.get(i) + " " + sorted.get(j));
      }
    }
    return features;
  }
}
