package org.handsel.wiki.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TitleTablesTest {
  @Test
  void tablesLoadAndNoReplacementNeedsReplacing() {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      String replacement = TitleTables.TABLES.replacement(c);
      if (replacement != null) {
        assertThat(replacement.codePoints())
            .as("replacement of U+%04X", c)
            .allMatch(r -> TitleTables.TABLES.replacement(r) == null);
      }
    }
    assertThat(TitleTables.TABLES.prohibited("php")).isTrue();
    assertThat(TitleTables.TABLES.prohibited("jpg")).isFalse();
  }
}
