package org.handsel.wiki.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PatienceTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private final List<Duration> waits = new ArrayList<>();

  private Patience patience(Clock clock) {
    return new Patience(
        clock,
        time -> waits.add(time),
        new Random(1),
        Duration.ofMinutes(10),
        Duration.ofSeconds(1),
        Duration.ofSeconds(60));
  }

  private static ApiFailure failure(@Nullable Duration retryAfter) {
    return new ApiFailure("maxlag", "", FailureClass.WAIT, true, "", retryAfter, Map.of());
  }

  @Test
  void waitsDoubleWithARandomPartUpToTheLongest() throws Exception {
    Patience.Trying trying = patience(Clock.fixed(NOW, ZoneOffset.UTC)).begin();
    for (int i = 0; i < 9; i++) {
      assertThat(trying.again(failure(null))).isTrue();
    }

    long least = 1000;
    for (Duration wait : waits) {
      assertThat(wait.toMillis()).isBetween(least, least * 3 / 2);
      least = Math.min(60_000, least * 2);
    }
  }

  @Test
  void theWikisOwnWaitIsHonoured() throws Exception {
    assertThat(
            patience(Clock.fixed(NOW, ZoneOffset.UTC))
                .begin()
                .again(failure(Duration.ofSeconds(30))))
        .isTrue();

    assertThat(waits).containsExactly(Duration.ofSeconds(30));
  }

  @Test
  void aWaitBeyondAllPatienceIsNotBegun() throws Exception {
    Patience.Trying trying = patience(Clock.fixed(NOW, ZoneOffset.UTC)).begin();

    assertThat(trying.again(failure(Duration.ofHours(1)))).isFalse();
    assertThat(waits).isEmpty();

    trying.extendTo(Duration.ofHours(2));
    assertThat(trying.again(failure(Duration.ofHours(1)))).isTrue();
  }
}
