package org.handsel.partnership.talks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.handsel.platform.Who;
import org.handsel.testing.CaseTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RevisitRulesTest {
  private final RevisitRules rules = new RevisitRules();

  static Stream<List<String>> cases() {
    return CaseTable.rows("talks/revisits.tsv");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void dayToComeBackFollowsFromTheRule(List<String> row) {
    LocalDate since = LocalDate.parse(row.get(1));
    RevisitPlan plan =
        new RevisitPlan(
            row.get(0),
            row.get(2).isEmpty() ? null : Integer.valueOf(row.get(2)),
            row.get(3).isEmpty() ? null : LocalDate.parse(row.get(3)),
            row.get(4));
    if (row.get(5).startsWith("!")) {
      assertThatThrownBy(() -> rules.apply(Who.HANDSEL, "p", plan, since, null))
          .hasMessageContaining(row.get(5).substring(1));
    } else {
      Revisit revisit = rules.apply(Who.HANDSEL, "p", plan, since, null);
      assertThat(revisit.on()).isEqualTo(row.get(5));
      assertThat(revisit.reason()).contains(rules.of(row.get(0)).reason()).endsWith(row.get(4));
    }
  }

  @Test
  void everyRuleOfTheTableIsExplained() {
    assertThat(rules.all()).hasSizeGreaterThanOrEqualTo(6);
    assertThat(rules.all())
        .allSatisfy(rule ->
            assertThat(rule.explanation(LocalDate.EPOCH, rule.usual())).contains(rule.reason()));
  }
}
