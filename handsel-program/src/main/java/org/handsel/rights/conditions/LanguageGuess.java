package org.handsel.rights.conditions;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Tells the language of a letter from its small words; `und` when they do not decide.
final class LanguageGuess {
  private static final int SAMPLE = 3000;
  private static final Map<String, Set<String>> SMALL_WORDS =
      new LinkedHashMap<>(
          Map.of(
              "de",
                  Set.of(
                      "der", "die", "das", "und", "ist", "nicht", "wir", "mit", "fuer", "von", "zu",
                      "ein", "eine", "den", "dass", "sie", "ihre", "auf", "nur", "werden", "unsere",
                      "duerfen", "bitte", "es", "im", "dem", "kann", "wird", "sind"),
              "en",
                  Set.of(
                      "the", "and", "of", "to", "is", "we", "you", "that", "for", "our", "be",
                      "with", "are", "not", "only", "may", "your", "this", "must", "any", "please",
                      "in", "it", "can", "will"),
              "fr",
                  Set.of(
                      "le", "la", "les", "et", "est", "nous", "vous", "que", "pour", "des", "du",
                      "une", "un", "dans", "avec", "nos", "votre", "pas", "ne", "sont", "sur",
                      "par", "aux", "sera", "doit", "etre", "doivent", "l", "d", "qu")));

  private LanguageGuess() {}

  static String of(List<Words.Word> words) {
    String best = "und";
    int most = 0;
    int length = Math.min(words.size(), SAMPLE);
    for (Map.Entry<String, Set<String>> language : SMALL_WORDS.entrySet()) {
      int count =
          (int)
              words.subList(0, length).stream()
                  .filter(word -> language.getValue().contains(word.text()))
                  .count();
      if (count > most) {
        most = count;
        best = language.getKey();
      }
    }
    // Other languages share a few of these words; a tenth is less than any real letter has.
    return most * 7 >= length && most > 0 ? best : "und";
  }
}
