package org.handsel.rights.conditions;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.handsel.rights.conditions.LetterAnalysis.Certainty;

/// Finds the conditions of one sentence: what rules meet there is part of what the sentence is
/// known by, and how much it is then like known wordings of a condition decides. Immutable.
final class Detector {
  // The bars were chosen on wordings that were left out of what was learnt.

  /// From here on a condition is likely, without a rule and with one.
  private static final double LIKE = 0.4;

  private static final double LIKE_BY_RULE = 0.15;

  /// From here on a condition is sure, unless the sentence asks or hedges.
  private static final double SURE = 0.6;

  private final String language;
  private final RuleReader rules;
  private final Likeness likeness;

  Detector(String language, RuleReader rules, Likeness likeness) {
    this.language = language;
    this.rules = rules;
    this.likeness = likeness;
  }

  /// @param found condition ids with how sure they are
  /// @param demand whether the sentence asks for something at all
  record Reading(Map<String, Certainty> found, boolean demand) {}

  Reading read(List<Words.Word> words, boolean question, boolean listed) {
    RuleReader.Reading ruled = rules.read(words, question, listed);
    Map<String, Certainty> found = new LinkedHashMap<>();
    likeness
        .of(features(language, words, question, ruled))
        .forEach((id, like) -> {
          Certainty rule = ruled.found().get(id);
          if (like >= (rule == null ? LIKE : LIKE_BY_RULE)) {
            boolean doubtful =
                rule == null
                    ? question || ruled.concepts().contains("hedge")
                    : rule == Certainty.UNSURE;
            found.put(id, like >= SURE && !doubtful ? Certainty.SURE : Certainty.UNSURE);
          }
        });
    return new Reading(found, ruled.demand());
  }

  /// What likeness knows a sentence by.
  static Set<String> features(
      String language, List<Words.Word> words, boolean question, RuleReader.Reading ruled) {
    Set<String> concepts = new TreeSet<>(ruled.concepts());
    if (question) {
      concepts.add("question");
    }
    Set<String> features = Likeness.features(language, words, concepts);
    ruled
        .found()
        .forEach((id, certainty) -> {
          features.add("rule " + id);
          if (certainty == Certainty.SURE) {
            features.add("sure rule " + id);
          }
        });
    if (ruled.found().isEmpty()) {
      features.add("no rule");
    }
    if (ruled.demand()) {
      features.add("demand");
    }
    return features;
  }
}
