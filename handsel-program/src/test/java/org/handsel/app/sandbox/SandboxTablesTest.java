package org.handsel.app.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SandboxTablesTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource({"camera-prefixes.tsv, 2", "file-types.tsv, 5", "properties.tsv, 3", "seed.tsv, 3"})
  void everyRowIsWholeAndNamesItsSource(String table, int columns) {
    List<List<String>> rows = FileTypes.rows(table);

    assertThat(rows)
        .isNotEmpty()
        .allSatisfy(row -> {
          assertThat(row).hasSize(columns);
          assertThat(row.getFirst()).isNotBlank();
          assertThat(row.getLast()).isNotBlank();
        });
  }
}
