package org.handsel.authority.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.handsel.authority.review.ReviewersCalibration.Judged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReviewersCalibrationTest {
  private static List<Judged> pairs(
      int count, long seed, java.util.function.DoubleUnaryOperator truth) {
    Random random = new Random(seed);
    List<Judged> pairs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double p = random.nextDouble(0.02, 0.999);
      pairs.add(new Judged(p, random.nextDouble() < truth.applyAsDouble(p), false));
    }
    return pairs;
  }

  @Test
  void fewDecisionsChangeNothing() {
    ReviewersCalibration calibration = ReviewersCalibration.of(pairs(29, 1, p -> 0), 29);
    assertThat(calibration.applied()).isFalse();
    assertThat(calibration.apply(0.7, false)).isEqualTo(0.7);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void rightProbabilitiesStayAsTheyAre(long seed) {
    ReviewersCalibration calibration = ReviewersCalibration.of(pairs(2_000, seed, p -> p), 2_000);
    for (double p : new double[] {0.1, 0.5, 0.9, 0.97}) {
      assertThat(calibration.apply(p, false))
          .isCloseTo(p, org.assertj.core.data.Offset.offset(0.05));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void overconfidenceIsTakenBack(long seed) {
    ReviewersCalibration calibration =
        ReviewersCalibration.of(pairs(1_000, seed, p -> p * p), 1_000);
    for (double p : new double[] {0.3, 0.5, 0.7, 0.9}) {
      assertThat(calibration.apply(p, false))
          .isCloseTo(p * p, org.assertj.core.data.Offset.offset(0.07));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void likelierStaysLikelierWhateverPeopleSay(long seed) {
    Random random = new Random(seed);
    double turned = random.nextDouble();
    ReviewersCalibration calibration =
        ReviewersCalibration.of(pairs(100, seed, p -> turned * (1 - p)), 100);
    double last = 0;
    for (double p = 0; p <= 1; p += 0.01) {
      double after = calibration.apply(p, false);
      assertThat(after).isBetween(0.0, 1.0).isGreaterThanOrEqualTo(last);
      last = after;
    }
  }

  @Test
  void oneSidedDecisionsDoNotRunAway() {
    List<Judged> all = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      all.add(new Judged(0.9, true, false));
    }
    ReviewersCalibration calibration = ReviewersCalibration.of(all, 40);
    assertThat(calibration.apply(0.9, false)).isBetween(0.9, 0.999);
    assertThat(calibration.apply(0.05, false)).isLessThan(0.5);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whatChanceShowsInOnePlaceIsNotCarriedElsewhere(long seed) {
    Random random = new Random(seed);
    List<Judged> nearTheCut = new ArrayList<>();
    for (int i = 0; i < 90; i++) {
      nearTheCut.add(new Judged(0.94, random.nextDouble() < 0.94, false));
    }
    ReviewersCalibration calibration = ReviewersCalibration.of(nearTheCut, 90);
    assertThat(calibration.applied()).isTrue();
    assertThat(calibration.changes()).isFalse();
    assertThat(calibration.apply(0.6, false)).isEqualTo(0.6);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void recordsThatSeveralClaimSayNothingOfTheOthers(long seed) {
    Random random = new Random(seed);
    List<Judged> pairs = new ArrayList<>(pairs(60, seed, p -> p));
    for (int i = 0; i < 40; i++) {
      pairs.add(new Judged(0.97, random.nextDouble() < 0.3, true));
    }
    ReviewersCalibration calibration = ReviewersCalibration.of(pairs, 100);
    assertThat(calibration.apply(0.97, false)).isEqualTo(0.97);
    assertThat(calibration.apply(0.97, true)).isBetween(0.15, 0.6);
  }

  @Test
  void worthIsGreatestAtTheCutAndGrowsWithClaims() {
    assertThat(Worth.of(0.95, true, 0.95, 1))
        .isCloseTo(1, org.assertj.core.data.Offset.offset(1e-9));
    assertThat(Worth.of(0.94, false, 0.95, 1))
        .isLessThan(1)
        .isGreaterThan(Worth.of(0.5, false, 0.95, 1));
    assertThat(Worth.of(0.99, true, 0.95, 1)).isLessThan(Worth.of(0.96, true, 0.95, 1));
    assertThat(Worth.of(0.9999, true, 0.95, 1)).isLessThan(Worth.LEAST);
    assertThat(Worth.of(0.5, false, 0.95, 3)).isGreaterThan(Worth.of(0.5, false, 0.95, 2));
  }
}
