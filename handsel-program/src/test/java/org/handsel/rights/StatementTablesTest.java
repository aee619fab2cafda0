package org.handsel.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.handsel.platform.ResourceTable;
import org.junit.jupiter.api.Test;

class StatementTablesTest {
  private static ResourceTable table(String name, String... columns) {
    return StatementTables.table(name, columns);
  }

  @Test
  void everyStatementHasLabelReasonAndSource() {
    StatementTables.load();
    ResourceTable statements =
        table(
            "statements.tsv",
            "key",
            "uri",
            "label",
            "verdict",
            "reason",
            "template",
            "licence-item",
            "statement-item",
            "status-item",
            "source");

    assertThat(statements.rows())
        .allSatisfy(row -> {
          String key = row.cell(0);
          assertThat(key).matches("claim:[a-z-]+|[a-z0-9./+-]+[^/]");
          assertThat(row.cell(1)).matches("|http://.*/");
          assertThat(row.cell(1).isEmpty()).as(key).isEqualTo(key.startsWith("claim:"));
          assertThat(row.cell(2)).as(key).isNotBlank();
          assertThat(row.cell(4)).as(key).endsWith(".");
          for (int item = 6; item <= 8; item++) {
            assertThat(row.cell(item)).as(key).matches("|Q[1-9][0-9]*");
          }
          assertThat(row.cell(9)).as(key).isNotBlank();
        });
  }

  @Test
  void everyItemOfALicenceBelongsToALicenceThatExists() {
    StatementTables tables = StatementTables.load();
    RightsAddresses addresses = new RightsAddresses(tables);

    assertThat(table("licence-items.tsv", "key", "item", "source").rows())
        .hasSizeGreaterThan(180)
        .allSatisfy(row -> {
          assertThat(row.cell(1)).matches("Q[1-9][0-9]*");
          assertThat(row.cell(2)).contains("MIT");
          assertThat(addresses.in(row.cell(0)))
              .singleElement()
              .satisfies(found -> {
                Statement statement = Objects.requireNonNull(found.statement(), row.cell(0));
                assertThat(statement.key()).isEqualTo(row.cell(0));
                assertThat(statement.licenceItem()).isEqualTo(row.cell(1));
              });
        });
  }

  @Test
  void everyPhraseIsWrittenAsTextsAreCompared() {
    RightsPhrases phrases = new RightsPhrases(StatementTables.load());
    ResourceTable table = table("phrases.tsv", "means", "languages", "match", "phrase");

    assertThat(phrases).isNotNull();
    assertThat(table.rows())
        .hasSizeGreaterThan(500)
        .allSatisfy(row ->
            assertThat(
                    String.join(
                        " ",
                        RightsPhrases.split(row.cell(3)).stream()
                            .map(RightsPhrases.Word::text)
                            .toList()))
                .isEqualTo(row.cell(3)));
  }

  @Test
  void onlyFreeLicencesHaveALicenceTemplate() {
    StatementTables tables = StatementTables.load();

    assertThat(tables.licence("by", "2.5", "it").template()).isEqualTo("Cc-by-2.5-it");
    assertThat(tables.licence("by-sa", "3.0", null).template()).isEqualTo("Cc-by-sa-3.0");
    assertThat(tables.licence("by-nc", "4.0", null).template()).isNull();
    assertThat(tables.licence("by", null, null).template()).isNull();
    assertThat(tables.licence("by", "2.1", null).verdict()).isEqualTo(Verdict.HOLD);
  }
}
