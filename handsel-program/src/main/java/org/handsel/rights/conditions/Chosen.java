package org.handsel.rights.conditions;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// What an answer takes up.
///
/// @param offers by condition the numbers of the offers to make, from 0; a condition that is not
///   there is not answered
public record Chosen(Map<String, Set<Integer>> offers) {
  public Chosen {
    offers = Map.copyOf(offers);
  }

  /// Every condition of a letter with all that can be offered.
  public static Chosen all(LetterAnalysis analysis) {
    Map<String, Set<Integer>> all = new LinkedHashMap<>();
    for (LetterAnalysis.Condition condition : analysis.conditions()) {
      Set<Integer> numbers = new LinkedHashSet<>();
      for (int i = 0; i < condition.offers().size(); i++) {
        numbers.add(i);
      }
      all.put(condition.id(), numbers);
    }
    return new Chosen(all);
  }

  boolean takes(String condition, int offer) {
    return offers.getOrDefault(condition, Set.of()).contains(offer);
  }
}
