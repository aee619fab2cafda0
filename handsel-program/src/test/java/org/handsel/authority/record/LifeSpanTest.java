package org.handsel.authority.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.handsel.authority.record.StatedDate.Event;
import org.handsel.testing.CaseTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LifeSpanTest {
  static Stream<List<String>> cases() {
    return CaseTable.rows("authority/life-dates.tsv");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void datesOfALifeAreReadWithTheirKind(List<String> one) {
    List<StatedDate> dates = LifeSpan.span(one.get(0), false);
    assertThat(
            dates.stream()
                .map(date ->
                    "%s %s %d..%d".formatted(date.event(), date.kind(), date.from(), date.to()))
                .collect(Collectors.joining(", ")))
        .isEqualTo(one.get(3));
    assertThat(LifeSpan.edtf(dates, Event.BIRTH)).isEqualTo(one.get(1));
    assertThat(LifeSpan.edtf(dates, Event.DEATH)).isEqualTo(one.get(2));
  }
}
