package org.handsel.rights.conditions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.handsel.platform.HandselException;
import org.handsel.rights.conditions.LetterAnalysis.Certainty;
import org.handsel.rights.conditions.LetterAnalysis.Condition;
import org.handsel.rights.conditions.LetterAnalysis.Open;

/// Reads letters of institutions for the conditions they state. Immutable; threads may share it.
public final class Conditions {
  /// Languages with wordings of their own.
  public static final List<String> LANGUAGES = List.of("de", "en", "fr");

  private final Map<String, Detector> detectors;
  private final ConditionTable table;

  private Conditions(Map<String, Detector> detectors, ConditionTable table) {
    this.detectors = Map.copyOf(detectors);
    this.table = table;
  }

  /// The tables that come with the program; the first call learns from them, some two seconds of
  /// processor time.
  public static Conditions load() {
    return Learnt.CONDITIONS;
  }

  /// Learnt when it is asked for, and once.
  private static final class Learnt {
    static final Conditions CONDITIONS = learn();
  }

  private static Conditions learn() {
    List<Rule> rules = Rule.load();
    Map<String, RuleReader> readers = new LinkedHashMap<>();
    for (String language : LANGUAGES) {
      readers.put(language, new RuleReader(Lexicon.load(language), rules));
    }
    Likeness likeness = Likeness.learn(Wordings.load(readers));
    Map<String, Detector> detectors = new LinkedHashMap<>();
    readers.forEach(
        (language, reader) -> detectors.put(language, new Detector(language, reader, likeness)));
    return new Conditions(detectors, ConditionTable.load());
  }

  /// Analyses a letter in the language that its small words show.
  public LetterAnalysis analyse(String letter) {
    return analyse(letter, LanguageGuess.of(Words.of(letter, 0, letter.length())));
  }

  /// Analyses a letter in a language, `de`, `en` or `fr`; with `und` every sentence is open.
  ///
  /// @throws HandselException if the language has no wordings
  public LetterAnalysis analyse(String letter, String language) {
    Detector detector = detectors.get(language);
    if (detector == null && !language.equals("und")) {
      throw HandselException.usage(
          "--language: expected one of %s, found \"%s\"."
              .formatted(String.join(", ", LANGUAGES), language));
    }
    List<Condition> conditions = new ArrayList<>();
    List<Open> open = new ArrayList<>();
    boolean listed = false;
    for (Sentences.Sentence sentence : Sentences.of(letter)) {
      int start = sentence.start();
      int end = sentence.end();
      String quote = letter.substring(start, end);
      if (detector == null) {
        open.add(new Open(quote, start, end));
        continue;
      }
      Detector.Reading reading =
          detector.read(Words.of(letter, start, end), quote.endsWith("?"), listed);
      reading
          .found()
          .forEach((id, certainty) -> conditions.add(condition(id, certainty, quote, start, end)));
      if (reading.found().isEmpty() && reading.demand() && !quote.endsWith(":")) {
        open.add(new Open(quote, start, end));
      }
      listed =
          quote.endsWith(":")
              ? reading.demand()
              : listed && quote.matches("(?s)([-*•–]|\\d{1,2}[.)]|[a-z]\\)) .*");
    }
    return new LetterAnalysis(language, conditions, open);
  }

  private Condition condition(String id, Certainty certainty, String quote, int start, int end) {
    ConditionTable.Entry entry = table.entry(id);
    return new Condition(
        id,
        quote,
        entry.verdict(),
        certainty,
        entry.why(),
        entry.source(),
        entry.offers(),
        entry.warning(),
        start,
        end);
  }
}
