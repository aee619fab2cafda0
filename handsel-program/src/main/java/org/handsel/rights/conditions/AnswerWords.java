package org.handsel.rights.conditions;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.handsel.platform.ResourceTable;

/// What people read about one condition, in one language.
///
/// @param id as in `conditions.tsv`
/// @param name what to call it
/// @param why reason of the verdict
/// @param offers what can be offered instead or besides, in the order of `conditions.tsv`
/// @param warning what to mind even where it is acceptable; may be empty
/// @param reply what to answer to the institution
public record AnswerWords(
    String id, String name, String why, List<String> offers, String warning, String reply) {
  public AnswerWords {
    offers = List.copyOf(offers);
  }

  static Map<String, AnswerWords> load(String language, ConditionTable table) {
    String file = "answer-" + language + ".tsv";
    ResourceTable rows =
        ResourceTable.read(
            AnswerWords.class, file, "id", "name", "why", "offers", "warning", "reply");
    Map<String, AnswerWords> words = new LinkedHashMap<>();
    for (ResourceTable.Row row : rows.rows()) {
      ConditionTable.Entry entry = table.entry(row.cell(0));
      List<String> offers = row.list(3).isEmpty() ? entry.offers() : row.list(3);
      String warning =
          row.cell(4).isEmpty() && language.equals("en") ? entry.warning() : row.cell(4);
      if (offers.size() != entry.offers().size()
          || warning.isEmpty() != entry.warning().isEmpty()
          || row.cell(1).isBlank()
          || row.cell(5).isBlank()) {
        throw ResourceTable.malformed(
            file, row.line(), "expected as many offers as conditions.tsv has, a name and a reply");
      }
      words.put(
          row.cell(0),
          new AnswerWords(
              row.cell(0),
              row.cell(1),
              row.cell(2).isEmpty() ? entry.why() : row.cell(2),
              offers,
              warning,
              row.cell(5)));
    }
    if (!words.keySet().equals(table.entries().keySet())) {
      throw ResourceTable.malformed(file, 0, "expected the conditions of conditions.tsv");
    }
    return words;
  }
}
