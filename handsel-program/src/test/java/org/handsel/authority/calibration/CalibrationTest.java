package org.handsel.authority.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.handsel.authority.calibration.Calibration.Judged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalibrationTest {
  /// Links of which those that claim p are right in p² of the cases.
  private static List<Judged> overconfident(long seed, int links) {
    Random random = new Random(seed);
    List<Judged> judged = new ArrayList<>();
    for (int i = 0; i < links; i++) {
      double p = 0.5 + random.nextDouble() / 2;
      judged.add(new Judged(p, random.nextDouble() < p * p));
    }
    return judged;
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void probabilitiesThatClaimTooMuchAreLowered(long seed) {
    Calibration calibration = Calibration.of(overconfident(seed, 2_000));
    for (double p : new double[] {0.6, 0.7, 0.8, 0.9}) {
      assertThat(calibration.apply(p)).isCloseTo(p * p, within(0.06));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {4, 5, 6})
  void orderOfProbabilitiesStays(long seed) {
    Calibration calibration = Calibration.of(overconfident(seed, 60));
    double before = 0;
    for (double p = 0; p <= 1; p += 0.01) {
      assertThat(calibration.apply(p)).isGreaterThanOrEqualTo(before);
      before = calibration.apply(p);
    }
  }

  @Test
  void fewLinksTeachNothing() {
    Calibration calibration = Calibration.of(overconfident(7, Calibration.LEAST - 1));
    assertThat(calibration).isSameAs(Calibration.NONE);
    assertThat(calibration.apply(0.87)).isEqualTo(0.87);
  }

  @Test
  void probabilitiesThatHoldStayNearly() {
    Random random = new Random(8);
    List<Judged> judged = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      double p = random.nextDouble();
      judged.add(new Judged(p, random.nextDouble() < p));
    }
    assertThat(Calibration.of(judged).apply(0.8)).isCloseTo(0.8, within(0.03));
  }

  @Test
  void reliabilityCountsEachLinkOnce() {
    List<Judged> judged = overconfident(9, 500);
    assertThat(Calibration.reliability(judged).stream().mapToInt(Calibration.Band::links).sum())
        .isEqualTo(500);
  }
}
