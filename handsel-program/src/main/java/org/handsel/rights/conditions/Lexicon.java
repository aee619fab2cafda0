package org.handsel.rights.conditions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.handsel.platform.ResourceTable;

/// The wordings of one language, each with the concept it stands for. Immutable.
final class Lexicon {
  private final Map<Character, List<Phrase>> byFirst;
  private final List<Phrase> anywhere;

  private Lexicon(Map<Character, List<Phrase>> byFirst, List<Phrase> anywhere) {
    this.byFirst = byFirst;
    this.anywhere = anywhere;
  }

  /// A concept met in a sentence, from word to word.
  record Hit(String concept, int from, int to) {}

  static Lexicon load(String language) {
    List<Phrase> phrases = new ArrayList<>();
    for (ResourceTable.Row row :
        ResourceTable.read(Lexicon.class, "lexicon-" + language + ".tsv", "concept", "wordings")
            .rows()) {
      for (String wording : row.list(1)) {
        phrases.add(Phrase.of(row.cell(0), wording));
      }
    }
    return of(phrases);
  }

  static Lexicon of(List<Phrase> phrases) {
    Map<Character, List<Phrase>> byFirst = new HashMap<>();
    List<Phrase> anywhere = new ArrayList<>();
    for (Phrase phrase : phrases) {
      char first = phrase.first();
      (first == 0 ? anywhere : byFirst.computeIfAbsent(first, c -> new ArrayList<>())).add(phrase);
    }
    return new Lexicon(byFirst, anywhere);
  }

  List<Hit> hits(List<Words.Word> words) {
    List<Hit> hits = new ArrayList<>();
    for (int at = 0; at < words.size(); at++) {
      collect(byFirst.getOrDefault(words.get(at).text().charAt(0), List.of()), words, at, hits);
      collect(anywhere, words, at, hits);
    }
    return hits;
  }

  private static void collect(
      List<Phrase> phrases, List<Words.Word> words, int at, List<Hit> hits) {
    for (Phrase phrase : phrases) {
      int end = phrase.match(words, at);
      if (end >= 0) {
        hits.add(new Hit(phrase.concept(), at, end));
      }
    }
  }
}
