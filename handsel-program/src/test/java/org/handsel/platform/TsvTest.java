package org.handsel.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TsvTest {
  @Test
  void specialCharactersAreEscapedByABackslash() {
    assertThat(Tsv.row(List.of("a\tb", "c\nd", "e\\f"))).isEqualTo("a\\tb\tc\\nd\te\\\\f");
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whatIsWrittenIsReadBack(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      List<String> cells = new ArrayList<>();
      for (int c = 0; c <= random.nextInt(5); c++) {
        StringBuilder cell = new StringBuilder();
        for (int k = 0; k < random.nextInt(8); k++) {
          cell.append("ab\t\n\r\\ä".charAt(random.nextInt(7)));
        }
        cells.add(cell.toString());
      }
      assertThat(Tsv.cells(Tsv.row(cells))).isEqualTo(cells);
    }
  }
}
