package org.handsel.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {
  @Test
  void idsRiseWhileTheClockStandsStill() {
    Ids ids = new Ids(Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC));
    List<String> given = Stream.generate(ids::next).limit(10_000).toList();
    assertThat(given).isSorted().doesNotHaveDuplicates();
    assertThat(given).allMatch(id -> id.length() == 36 && id.charAt(14) == '7');
  }
}
