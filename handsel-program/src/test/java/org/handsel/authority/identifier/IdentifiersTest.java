package org.handsel.authority.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.handsel.authority.identifier.Identifier.State;
import org.handsel.testing.CaseTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IdentifiersTest {
  private final Identifiers identifiers = Identifiers.load();

  static Stream<List<String>> cases() {
    return CaseTable.rows("identifiers/identifiers.tsv");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void identifierIsJudgedByItsFormAndCheckDigit(List<String> one) {
    Identifier judged = identifiers.judge(one.get(0), one.get(1));
    assertThat(judged)
        .isEqualTo(
            new Identifier(one.get(0), one.get(2).strip(), State.valueOf(one.get(3).strip())));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void normalFormStaysAsItIs(List<String> one) {
    Identifier judged = identifiers.judge(one.get(0), one.get(1));
    assertThat(identifiers.judge(one.get(0), judged.value())).isEqualTo(judged);
  }
}
