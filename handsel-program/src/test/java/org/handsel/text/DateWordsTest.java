package org.handsel.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.handsel.platform.ResourceTable;
import org.junit.jupiter.api.Test;

class DateWordsTest {
  @Test
  void everyRowHasWordsLanguagesAndAPlaceInTheGrammar() {
    DateWords.load();
    ResourceTable table =
        ResourceTable.read(
            DateWords.class, "date-words.tsv", "kind", "value", "languages", "words");

    assertThat(table.rows()).hasSizeGreaterThan(400);
    assertThat(table.rows())
        .allSatisfy(row -> {
          assertThat(row.list(3)).as("line %d", row.line()).isNotEmpty();
          assertThat(row.cell(2)).as("line %d", row.line()).matches("[a-z]{2}(,[a-z]{2})*");
          assertThat(row.list(3))
              .allSatisfy(
                  word -> assertThat(word).matches("[\\p{Ll}\\p{Lo}]+( [\\p{Ll}\\p{Lo}]+)*"));
        });
  }
}
