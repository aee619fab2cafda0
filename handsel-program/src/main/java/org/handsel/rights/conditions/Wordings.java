package org.handsel.rights.conditions;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.handsel.platform.ResourceTable;

/// Known wordings of conditions and of their look-alikes: `wordings.tsv`.
final class Wordings {
  private static final String NONE = "none";

  private Wordings() {}

  /// A known passage of one or more sentences.
  ///
  /// @param ids what it states; none for a look-alike
  record Wording(String language, Set<String> ids, String text) {}

  static List<Wording> read() {
    List<Wording> wordings = new ArrayList<>();
    for (ResourceTable.Row row :
        ResourceTable.read(Wordings.class, "wordings.tsv", "language", "ids", "text").rows()) {
      Set<String> ids = row.cell(1).equals(NONE) ? Set.of() : Set.copyOf(row.list(1));
      wordings.add(new Wording(row.cell(0), ids, row.cell(2).replace("\\n", "\n")));
    }
    return wordings;
  }

  /// The wordings as what likeness is learnt from.
  ///
  /// @param readers of each language
  static List<Likeness.Example> load(Map<String, RuleReader> readers) {
    List<Likeness.Example> examples = new ArrayList<>();
    for (Wording one : read()) {
      RuleReader reader = Objects.requireNonNull(readers.get(one.language()));
      Set<String> features = new LinkedHashSet<>();
      for (Sentences.Sentence sentence : Sentences.of(one.text())) {
        boolean question = one.text().charAt(sentence.end() - 1) == '?';
        List<Words.Word> words = Words.of(one.text(), sentence.start(), sentence.end());
        features.addAll(
            Detector.features(
                one.language(), words, question, reader.read(words, question, false)));
      }
      examples.add(new Likeness.Example(one.ids(), features));
    }
    return examples;
  }
}
