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
          Brekke, Olav            | Olav Brekke               | 4 | 9
          Brekke, Karl            | Brekke, Carl              | 4 | 9
          Brekke, Johann          | Brekke, Giovanni          | 4 | 6
          Brekke, Olav Nils       | Brekke, Olav              | 4 | 8
          Brekke, Olav Nils       | Brekke, Nils              | 4 | 7
          Brekke, O. N.           | Brekke, Olav Nils         | 4 | 4
          Brekke, Johann Nep.     | Brekke, Johann Nepomuk    | 4 | 8
          Brekke, Johann          | Brekke, Johanna           | 4 | 0
          Brekke, Karl            | Brekke, Dragutin          | 4 | 6
          Brekke, Lina            | Brekke, Karoline          | 4 | 6
          Brekke, Lina            | Brekke, Pauline           | 4 | 6
          Brekke, Karoline        | Brekke, Pauline           | 4 | 0
          Brekke, Olav            | Brekke                    | 4 | 1
          Lindqvist-Moe, Astrid   | Moe, Astrid               | 3 | 9
          Wandersee, Olav         | Wandersse, Olav           | 2 | 9
          Haavik, Olav            | Brekke, Olav              | 0 | 9
          Haavik, Olav            | Brekke, Peder             | 0 | 0
          Blime, Olav             | Bime, Olav                | 2 | 9
          Heller, Olav            | Teller, Olav              | 1 | 9
          Brekke, Matthias        | Matthies, Olav            | 0 | 1
          Moe, Olav               | Mok, Olav                 | 1 | 9
          Brekke, Olga            | Brekke, Olma              | 4 | 2
          Brekke, O.              | Brekke, O.                | 4 | 4
          Martin Aman             | Martin, A.                | 3 | 4
          Paul, Ernst             | Ernst, Paul               | 3 | 1
          """)
  void surnamesAndGivenNamesAreToldApart(String a, String b, int surname, int given) {
    NameComparison comparison = new NameComparison(lexicon);
    comparison.compare(form(a), form(b));
    assertThat(comparison.level()).isEqualTo(NameComparison.level(surname, given));
    comparison.compare(form(b), form(a));
    assertThat(comparison.level())
        .as("the other way round")
        .isEqualTo(NameComparison.level(surname, given));
  }
}
