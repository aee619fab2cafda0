package org.handsel.rights.conditions;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.handsel.rights.conditions.LetterAnalysis.Certainty;

/// Reads one sentence with the wordings of its language: clause by clause, rules on the concepts
/// met there, cancelled by words that turn the meaning. Immutable.
final class Detector {
  /// Words that make a clause report something else than a demand of the writer.
  private static final Set<String> TURNS =
      Set.of("past", "other-house", "your-words", "no-demand", "no-objection");

  /// What a work is, the whole sentence says, also where the demand comes after a "but".
  private static final String PUBLIC_DOMAIN = "pd-work";

  private static final int NEGATION_REACH = 4;

  private final Lexicon lexicon;
  private final List<Rule> rules;

  Detector(Lexicon lexicon, List<Rule> rules) {
    this.lexicon = lexicon;
    this.rules = rules;
  }

  /// @param found condition ids with how sure they are
  /// @param demand whether the sentence asks for something at all
  record Reading(Map<String, Certainty> found, boolean demand) {}

  Reading read(List<Words.Word> words, boolean question, boolean listed) {
    Map<String, Certainty> found = new LinkedHashMap<>();
    boolean demand = false;
    List<List<Words.Word>> clauses = clauses(words);
    Set<String> whole = concepts(lexicon.hits(words));
    for (int i = 0; i <= clauses.size(); i++) {
      boolean sentence = i == clauses.size();
      List<Lexicon.Hit> hits = lexicon.hits(sentence ? words : clauses.get(i));
      Set<String> concepts = concepts(hits);
      if (whole.contains(PUBLIC_DOMAIN)) {
        concepts.add(PUBLIC_DOMAIN);
      }
      if (TURNS.stream().anyMatch(concepts::contains)
          && !(concepts.contains("still") && concepts.contains("past"))) {
        continue;
      }
      boolean doubtful = question || concepts.contains("hedge");
      demand |= concepts.contains("strong-demand") && !doubtful && !concepts.contains("polite");
      for (Rule rule : rules) {
        if (rule.acrossClauses() == sentence
            && rule.meets(concepts)
            && (rule.denies() || !negated(rule.anchor(), hits))) {
          boolean sure =
              !doubtful
                  && (rule.sure()
                      || listed
                      || concepts.contains("demand")
                      || concepts.contains("strong-demand"));
          found.merge(
              rule.id(),
              sure ? Certainty.SURE : Certainty.UNSURE,
              (a, b) -> a == Certainty.SURE ? a : b);
        }
      }
    }
    return new Reading(found, demand);
  }

  /// Parts where a contrast begins; a "not" before "but" says nothing about what comes after.
  private List<List<Words.Word>> clauses(List<Words.Word> words) {
    List<List<Words.Word>> clauses = new ArrayList<>();
    int from = 0;
    for (Lexicon.Hit hit : lexicon.hits(words)) {
      if (hit.concept().equals("contrast") && hit.from() > from) {
        clauses.add(words.subList(from, hit.from()));
        from = hit.from();
      }
    }
    clauses.add(words.subList(from, words.size()));
    return clauses;
  }

  private static Set<String> concepts(List<Lexicon.Hit> hits) {
    return hits.stream().map(Lexicon.Hit::concept).collect(Collectors.toCollection(HashSet::new));
  }

  private static boolean negated(String anchor, List<Lexicon.Hit> hits) {
    return hits.stream()
        .filter(hit -> hit.concept().equals(anchor))
        .allMatch(hit ->
            hits.stream()
                .anyMatch(no ->
                    no.concept().equals("no")
                        && hits.stream()
                            .noneMatch(other ->
                                other.concept().equals("not-no") && other.from() == no.from())
                        && no.from() <= hit.from()
                        && hit.from() - no.from() <= NEGATION_REACH));
  }
}
