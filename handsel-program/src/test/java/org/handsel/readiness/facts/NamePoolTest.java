package org.handsel.readiness.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamePoolTest {
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3})
  void everyNameHasOneNumberAndIsReadBack(int seed) {
    Random random = new Random(seed);
    NamePool pool = new NamePool();
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; i < 50_000; i++) {
      String name = Integer.toString(random.nextInt(30_000), 36) + "ä".repeat(random.nextInt(3));
      int number = pool.add(name);
      assertThat(numbers.putIfAbsent(name, number)).isIn(null, number);
      assertThat(pool.get(number)).isEqualTo(name);
    }
    assertThat(pool.size()).isEqualTo(numbers.size());
    numbers.forEach((name, number) -> assertThat(pool.find(name)).isEqualTo(number));
    assertThat(pool.find("nobody")).isEqualTo(-1);
  }
}
