package org.handsel.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvCellsTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "plain|plain",
        "a,b|\"a,b\"",
        "say \"x\"|\"say \"\"x\"\"\"",
        "=cmd()|'=cmd()",
        "+1|'+1",
        "-1|'-1",
        "@x|'@x"
      })
  void aCellNeverBecomesAFormula(String text, String cell) {
    assertThat(CsvCells.row(List.of(text))).isEqualTo(cell);
  }
}
