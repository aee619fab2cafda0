package org.handsel.partnership.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.handsel.platform.ResourceTable;

/// What a coordinator wants to know of an institution; a row of `questions.tsv`.
///
/// @param kind `share` (0 to 1), `number`, `choice`, `text`, `link`, `date` or `money`
/// @param choices of a `choice`, else empty
/// @param labels the question as people read it, by language
public record Question(String id, String kind, List<String> choices, Map<String, String> labels) {
  public Question {
    choices = List.copyOf(choices);
    labels = Map.copyOf(labels);
  }

  /// The question in a language, in English where it is not written in that one.
  public String label(String language) {
    return labels.getOrDefault(language, labels.getOrDefault("en", id));
  }

  static List<Question> load() {
    List<Question> questions = new ArrayList<>();
    for (ResourceTable.Row row :
        ResourceTable.read(
                Question.class,
                "questions.tsv",
                "question",
                "kind",
                "choices",
                "label_en",
                "label_de")
            .rows()) {
      List<String> choices =
          row.cell(2).isEmpty() ? List.of() : List.of(row.cell(2).split("[|]", -1));
      questions.add(
          new Question(
              row.cell(0), row.cell(1), choices, Map.of("en", row.cell(3), "de", row.cell(4))));
    }
    return List.copyOf(questions);
  }
}
