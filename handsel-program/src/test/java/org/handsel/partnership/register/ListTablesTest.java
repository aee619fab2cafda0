package org.handsel.partnership.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.handsel.platform.ResourceTable;
import org.junit.jupiter.api.Test;

class ListTablesTest {
  @Test
  void tablesLoad() {
    assertThat(Columns.load().names()).contains("source_id", "name", "isil");
    assertThat(NameWords.load().affiliates()).contains("friend", "stiftung");
    assertThat(new PairScore(List.of(), NameWords.load(), java.util.Set.of())).isNotNull();
    for (String[] table :
        new String[][] {
          {"wikidata-items.tsv", "item", "means", "label"},
          {"lobid-funders.tsv", "code", "answer", "label"}
        }) {
      assertThat(
              ResourceTable.read(
                      Columns.class, table[0], java.util.Arrays.copyOfRange(table, 1, table.length))
                  .rows())
          .isNotEmpty();
    }
  }

  @Test
  void identifiersAreKnownByPatternAndCheckDigit() {
    assertThat(Identifiers.gnd("39454-3")).contains("39454-3");
    assertThat(Identifiers.gnd("39454-4")).isEmpty();
    assertThat(Identifiers.gnd("https://d-nb.info/gnd/2013051-X")).contains("2013051-X");
    assertThat(Identifiers.recognise("gnd", "EA470")).contains(new Identifier("dbs", "EA470"));
    assertThat(Identifiers.recognise("isil", "DE-MUS-457718"))
        .contains(new Identifier("isil", "DE-MUS-457718"));
    assertThat(Identifiers.recognise("gnd", "BV037300670")).isEqualTo(Optional.empty());
  }
}
