package org.handsel.partnership.prospects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {
  private static final KnownFacts FACTS =
      new KnownFacts(
          Map.of("type", "Museum", "digital-share", "0,25", "income", "1000000", "website", "x"),
          Map.of());

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "type=museum, true",
    "type=library, false",
    "digital-share<0.3, true",
    "digital-share>=0.3, false",
    "income>=1000000, true",
    "has:website, true",
    "no:website, false",
    "no:isil, true",
    "type=museum & no:isil, true",
    "type=museum & has:isil, false",
    "images<10, false",
    "images>=0, false",
    "'', true"
  })
  void unknownMeetsNothingButNo(String conditions, boolean met) {
    assertThat(FACTS.meets(conditions)).isEqualTo(met);
  }

  @ParameterizedTest(name = "{0} begins at {1}")
  @CsvSource({
    "$0, 0",
    "'$100,000-499,999', 100000",
    "$1M-4.9M, 1000000",
    "$50M+, 50000000",
    "1500 EUR, 1500"
  })
  void lowerEndOfAnIncomeBandIsRead(String band, double least) {
    assertThat(KnownFacts.amount(band)).hasValue(least);
  }

  @org.junit.jupiter.api.Test
  void tableWithoutSenseIsAFaultOfTheProgram() {
    assertThatThrownBy(() -> FACTS.meets("type~museum")).isInstanceOf(IllegalStateException.class);
  }
}
