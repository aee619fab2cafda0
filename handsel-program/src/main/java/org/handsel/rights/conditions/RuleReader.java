package org.handsel.rights.conditions;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.handsel.rights.conditions.LetterAnalysis.Certainty;

/// Reads one sentence with the wordings of its language: clause by clause, rules on the concepts
/// met there, cancelled by words that turn the meaning. Immutable.
final class RuleReader {
  /// Words that make a clause report something else than a demand of the writer.
  private static final Set<String> TURNS =
      Set.of("past", "other-house", "your-words", "no-demand", "no-objection");

  /// What a work is, the whole sentence says, also where the demand comes after a "but".
  private static final String PUBLIC_DOMAIN = "pd-work";

  private static final int NEGATION_REACH = 4;

  private final Lexicon lexicon;
  private final List<Rule> rules;

  RuleReader(Lexicon lexicon, List<Rule> rules) {
    this.lexicon = lexicon;
    this.rules = rules;
  }

  /// @param found condition ids with how sure they are
  /// @param demand whether the sentence asks for something at all
  /// @param concepts what is met anywhere in the sentence
  record Reading(Map<String, Certainty> found, boolean demand, Set<String> concepts) {}

  Reading read(List<Words.Word> words, boolean question, boolean listed) {
    Map<String, Certainty> found = new LinkedHashMap<>();
    boolean demand = false;
    List<Lexicon.Hit> everywhere = lexicon.hits(words);
    List<List<Words.Word>> clauses = clauses(words, everywhere);
    Set<String> whole = concepts(everywhere);
    for (int i = 0; i <= clauses.size(); i++) {
      boolean sentence = i == clauses.size();
      List<Lexicon.Hit> hits =
          sentence || clauses.size() == 1 ? everywhere : lexicon.hits(clauses.get(i));
      Set<String> concepts = concepts(hits);
      if (whole.contains(PUBLIC_DOMAIN)) {
        concepts.add(PUBLIC_DOMAIN);
      }
      if (question && concepts.contains("asking")) {
        continue;
      }
      int turned = turned(hits);
      if (turned >= 0 && !(concepts.contains("still") && concepts.contains("past"))) {
        // "We have no objection, provided that …": what comes after the proviso counts.
        int proviso = sentence ? -1 : proviso(hits, turned);
        if (proviso < 0) {
          continue;
        }
        List<Words.Word> rest = clauses.get(i).subList(proviso, clauses.get(i).size());
        hits = lexicon.hits(rest);
        concepts = concepts(hits);
        if (turned(hits) >= 0) {
          continue;
        }
        if (whole.contains(PUBLIC_DOMAIN)) {
          concepts.add(PUBLIC_DOMAIN);
        }
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
    return new Reading(found, demand, whole);
  }

  /// Where the last word stands that turns the meaning, or -1. What is part of the wording for a
  /// free work ("no longer protected", "has expired") turns nothing.
  private static int turned(List<Lexicon.Hit> hits) {
    int last = -1;
    for (Lexicon.Hit turn : hits) {
      if (TURNS.contains(turn.concept())
          && hits.stream()
              .noneMatch(free ->
                  free.concept().equals(PUBLIC_DOMAIN)
                      && free.from() <= turn.from()
                      && turn.to() <= free.to())) {
        last = Math.max(last, turn.from());
      }
    }
    return last;
  }

  /// Where a proviso begins after a place, or -1.
  private static int proviso(List<Lexicon.Hit> hits, int after) {
    return hits.stream()
        .filter(hit -> hit.concept().equals("proviso") && hit.from() > after)
        .mapToInt(Lexicon.Hit::from)
        .min()
        .orElse(-1);
  }

  /// Parts where a contrast begins or a semicolon stands; a "not" before "but" says nothing about
  /// what comes after.
  private static List<List<Words.Word>> clauses(
      List<Words.Word> words, List<Lexicon.Hit> everywhere) {
    Set<Integer> begins = new TreeSet<>();
    for (Lexicon.Hit hit : everywhere) {
      if (hit.concept().equals("contrast")) {
        begins.add(hit.from());
      }
    }
    for (int at = 1; at < words.size(); at++) {
      if (words.get(at).begins()) {
        begins.add(at);
      }
    }
    List<List<Words.Word>> clauses = new ArrayList<>();
    int from = 0;
    for (int at : begins) {
      if (at > from) {
        clauses.add(words.subList(from, at));
        from = at;
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
                                other.concept().equals("not-no")
                                    && other.from() <= no.from()
                                    && no.to() <= other.to())
                        && no.from() <= hit.from()
                        && hit.from() - no.from() <= NEGATION_REACH));
  }
}
