package org.handsel.authority.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How two names agree: surnames (0 differ to 3 equal), given names (0 differ to 7 equal).
class NameComparisonTest {
  private final NameTables tables = NameTables.load();
  private final Lexicon lexicon = new Lexicon(tables);
  private final PersonNames names = new PersonNames(tables);

  private Form form(String name) {
    PersonNames.Written written = names.of(name, List.of()).getFirst();
    return new Form(
        written.words().stream().map(lexicon::add).toArray(Word[]::new), written.surnames());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Brekke, Olav            | Olav Brekke               | 3 | 7
          Brekke, Karl            | Brekke, Carl              | 3 | 7
          Brekke, Johann          | Brekke, Giovanni          | 3 | 5
          Brekke, Olav Nils       | Brekke, Olav              | 3 | 6
          Brekke, O. N.           | Brekke, Olav Nils         | 3 | 3
          Brekke, Johann Nep.     | Brekke, Johann Nepomuk    | 3 | 6
          Brekke, Johann          | Brekke, Johanna           | 3 | 0
          Brekke, Olav            | Brekke                    | 3 | 1
          Lindqvist-Moe, Astrid   | Moe, Astrid               | 2 | 7
          Wandersee, Olav         | Wandersse, Olav           | 1 | 7
          Haavik, Olav            | Brekke, Olav              | 0 | 7
          Haavik, Olav            | Brekke, Peder             | 0 | 0
          Paul, Ernst             | Ernst, Paul               | 2 | 1
          """)
  void surnamesAndGivenNamesAreToldApart(String a, String b, int surname, int given) {
    NameComparison comparison = new NameComparison(lexicon);
    comparison.compare(form(a), form(b));
    assertThat(comparison.level()).isEqualTo(surname * 8 + given);
    comparison.compare(form(b), form(a));
    assertThat(comparison.level()).as("the other way round").isEqualTo(surname * 8 + given);
  }
}
