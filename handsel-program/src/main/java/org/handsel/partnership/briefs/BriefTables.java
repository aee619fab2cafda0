package org.handsel.partnership.briefs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.handsel.partnership.briefs.Brief.Ask;
import org.handsel.partnership.briefs.Brief.LikelyCondition;
import org.handsel.partnership.briefs.Brief.TheirQuestion;
import org.handsel.partnership.prospects.KnownFacts;
import org.handsel.platform.ResourceTable;
import org.handsel.rights.conditions.AnswerLetters;
import org.handsel.rights.conditions.AnswerWords;
import org.jspecify.annotations.Nullable;

/// The tables `asks.tsv` and `their-questions.tsv`. Immutable.
final class BriefTables {
  private final List<AskRow> asks;
  private final List<QuestionRow> questions;
  private final AnswerLetters answers = AnswerLetters.load();

  private record AskRow(String when, Ask ask) {}

  private record QuestionRow(
      String id,
      String when,
      String condition,
      Map<String, String> question,
      Map<String, String> answer) {}

  private BriefTables(List<AskRow> asks, List<QuestionRow> questions) {
    this.asks = List.copyOf(asks);
    this.questions = List.copyOf(questions);
  }

  static BriefTables load() {
    List<AskRow> asks = new ArrayList<>();
    KnownFacts nothing = new KnownFacts(Map.of(), Map.of());
    for (ResourceTable.Row row :
        ResourceTable.read(BriefTables.class, "asks.tsv", "ask", "when", "de", "en").rows()) {
      nothing.meets(row.cell(1));
      asks.add(
          new AskRow(
              row.cell(1), new Ask(row.cell(0), Map.of("de", row.cell(2), "en", row.cell(3)))));
    }
    List<QuestionRow> questions = new ArrayList<>();
    for (ResourceTable.Row row :
        ResourceTable.read(
                BriefTables.class,
                "their-questions.tsv",
                "id",
                "when",
                "condition",
                "question_de",
                "question_en",
                "answer_de",
                "answer_en")
            .rows()) {
      nothing.meets(row.cell(1));
      questions.add(
          new QuestionRow(
              row.cell(0),
              row.cell(1),
              row.cell(2),
              Map.of("de", row.cell(3), "en", row.cell(4)),
              Map.of("de", row.cell(5), "en", row.cell(6))));
    }
    BriefTables tables = new BriefTables(asks, questions);
    // A condition that the rights tables do not know would only show in a meeting's brief.
    questions.forEach(row -> tables.condition(row.condition(), "en"));
    return tables;
  }

  List<Ask> asks(KnownFacts facts) {
    return asks.stream().filter(row -> facts.meets(row.when())).map(AskRow::ask).toList();
  }

  /// Questions that its profile lets expect come first; those that only some houses ask are left
  /// out where nothing speaks for them.
  List<TheirQuestion> questions(KnownFacts facts, String language) {
    List<TheirQuestion> expected = new ArrayList<>();
    List<TheirQuestion> usual = new ArrayList<>();
    for (QuestionRow row : questions) {
      if (!facts.meets(row.when())) {
        continue;
      }
      boolean told = !row.when().isEmpty();
      (told ? expected : usual)
          .add(
              new TheirQuestion(
                  row.id(),
                  in(row.question(), language),
                  in(row.answer(), language),
                  told,
                  condition(row.condition(), language)));
    }
    expected.addAll(usual);
    return expected;
  }

  private @Nullable LikelyCondition condition(String id, String language) {
    if (id.isEmpty()) {
      return null;
    }
    AnswerWords words = answers.words(id, language.equals("de") ? "de" : "en");
    return new LikelyCondition(
        id, words.name(), answers.verdict(id), words.offers(), words.warning());
  }

  private static String in(Map<String, String> texts, String language) {
    return new LinkedHashMap<>(texts).getOrDefault(language, texts.getOrDefault("en", ""));
  }
}
