package org.handsel.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.handsel.testing.CaseTable;
import org.handsel.text.Dimensions.Measures;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DimensionsTest {
  private static final Dimensions DIMENSIONS = Dimensions.load();

  private static Stream<List<String>> cases() {
    return CaseTable.rows("dimensions/measures.tsv");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void measuresOfTheWorkAreToldFromThoseOfItsFrame(List<String> row) {
    Optional<Measures> measures = DIMENSIONS.parse(row.get(0));

    assertThat(measures.map(Measures::display).orElse("")).isEqualTo(row.get(1));
    assertThat(measures.map(it -> String.join(" | ", it.others())).orElse(""))
        .isEqualTo(row.get(2));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void nothingThatIsWrittenMakesItThrow(long seed) {
    Random random = new Random(seed);
    List<String> parts =
        cases().flatMap(row -> Stream.of(row.get(0).split("(?<=\\W)|(?=\\W)", -1))).toList();
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(14); n >= 0; n--) {
        text.append(
            random.nextInt(12) == 0
                ? String.valueOf((char) random.nextInt(0x3000))
                : parts.get(random.nextInt(parts.size())));
      }
      assertThat(DIMENSIONS.parse(text.toString()).filter(it -> it.height().signum() <= 0))
          .isEmpty();
    }
  }
}
