package org.handsel.rights.conditions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.handsel.platform.HandselException;
import org.handsel.platform.ResourceTable;
import org.handsel.rights.conditions.LetterAnalysis.Answerable;
import org.handsel.rights.conditions.LetterAnalysis.Certainty;
import org.handsel.rights.conditions.LetterAnalysis.Condition;

/// Drafts of answers to letters with conditions, for people to edit.
///
/// What can be agreed to comes first; then each other point with a reason and offers; then the
/// sentences nobody understood, as questions. Wordings are data: `answer-<language>.tsv` and
/// `answer-frame.tsv`. Immutable; threads may share it.
public final class AnswerLetters {
  private final ConditionTable table;
  private final Map<String, Map<String, AnswerWords>> words;
  private final Map<String, Map<String, String>> frames;

  private AnswerLetters(
      ConditionTable table,
      Map<String, Map<String, AnswerWords>> words,
      Map<String, Map<String, String>> frames) {
    this.table = table;
    this.words = words;
    this.frames = frames;
  }

  /// Loads the wordings that come with the program.
  public static AnswerLetters load() {
    ConditionTable table = ConditionTable.load();
    Map<String, Map<String, AnswerWords>> words = new LinkedHashMap<>();
    Map<String, Map<String, String>> frames = new LinkedHashMap<>();
    for (String language : Conditions.LANGUAGES) {
      words.put(language, AnswerWords.load(language, table));
      frames.put(language, new LinkedHashMap<>());
    }
    for (ResourceTable.Row row :
        ResourceTable.read(AnswerLetters.class, "answer-frame.tsv", "part", "en", "de", "fr")
            .rows()) {
      frame(frames, "en").put(row.cell(0), row.cell(1));
      frame(frames, "de").put(row.cell(0), row.cell(2));
      frame(frames, "fr").put(row.cell(0), row.cell(3));
    }
    return new AnswerLetters(table, words, frames);
  }

  private static Map<String, String> frame(
      Map<String, Map<String, String>> frames, String language) {
    return Objects.requireNonNull(frames.get(language));
  }

  /// Whether a condition can be met, by its id.
  ///
  /// @throws IllegalStateException for an id that `conditions.tsv` lacks
  public Answerable verdict(String id) {
    return table.entry(id).verdict();
  }

  /// What people read about a condition; in English where a language has no wordings.
  ///
  /// @param id as in `conditions.tsv`
  public AnswerWords words(String id, String language) {
    Map<String, AnswerWords> of = words.get(words.containsKey(language) ? language : "en");
    AnswerWords found = Objects.requireNonNull(of).get(id);
    if (found == null) {
      throw new IllegalArgumentException("no condition " + id);
    }
    return found;
  }

  /// Drafts an answer.
  ///
  /// @param language of the answer, `de`, `en` or `fr`
  /// @throws HandselException if the language has no wordings
  public String draft(LetterAnalysis analysis, String language, Chosen chosen) {
    Map<String, String> frame = frames.get(language);
    if (frame == null) {
      throw HandselException.usage(
          "answer: expected one of the languages %s, found \"%s\"."
              .formatted(String.join(", ", Conditions.LANGUAGES), language));
    }
    Map<String, List<Condition>> points = new LinkedHashMap<>();
    for (Condition condition : analysis.conditions()) {
      if (chosen.offers().containsKey(condition.id())) {
        points.computeIfAbsent(condition.id(), id -> new ArrayList<>()).add(condition);
      }
    }
    StringBuilder letter = new StringBuilder();
    paragraph(letter, part(frame, "greeting"));
    paragraph(letter, part(frame, "thanks"));
    if (points.isEmpty() && analysis.open().isEmpty()) {
      paragraph(letter, part(frame, "none"));
    }
    int number = points(letter, points, language, chosen, true, 1);
    points(letter, points, language, chosen, false, number);
    if (!analysis.open().isEmpty()) {
      paragraph(letter, part(frame, "open"));
      StringBuilder list = new StringBuilder();
      analysis.open().forEach(open -> list.append("– ").append(line(open.quote())).append('\n'));
      paragraph(letter, list.toString());
    }
    paragraph(letter, part(frame, "next"));
    letter.append(part(frame, "regards")).append('\n');
    return letter.toString();
  }

  private int points(
      StringBuilder letter,
      Map<String, List<Condition>> points,
      String language,
      Chosen chosen,
      boolean agreed,
      int from) {
    Map<String, String> frame = frame(frames, language);
    int number = from;
    for (Map.Entry<String, List<Condition>> point : points.entrySet()) {
      List<Condition> stated = point.getValue();
      if ((stated.getFirst().verdict() == Answerable.COMPATIBLE) != agreed) {
        continue;
      }
      if (number == from) {
        paragraph(letter, part(frame, agreed ? "compatible" : "others"));
      }
      AnswerWords said = words(point.getKey(), language);
      StringBuilder text = new StringBuilder(number + ". " + said.name() + "\n");
      stated.forEach(
          one -> text.append(part(frame, "quote").replace("{0}", line(one.quote()))).append('\n'));
      boolean unsure = stated.stream().allMatch(one -> one.certainty() == Certainty.UNSURE);
      text.append(unsure ? part(frame, "unsure") + " " : "").append(said.reply()).append('\n');
      List<String> offers = new ArrayList<>();
      for (int i = 0; i < said.offers().size(); i++) {
        if (chosen.takes(point.getKey(), i)) {
          offers.add(said.offers().get(i));
        }
      }
      if (!offers.isEmpty()) {
        text.append(part(frame, "offers")).append('\n');
        offers.forEach(offer -> text.append("– ").append(offer).append('\n'));
      }
      paragraph(letter, text.toString());
      number++;
    }
    return number;
  }

  private static String part(Map<String, String> frame, String name) {
    String text = frame.get(name);
    if (text == null) {
      throw new IllegalStateException("answer-frame.tsv lacks " + name);
    }
    return text;
  }

  private static void paragraph(StringBuilder letter, String text) {
    letter.append(text.stripTrailing()).append("\n\n");
  }

  private static String line(String quote) {
    return quote.replaceAll("\\s+", " ").strip();
  }
}
