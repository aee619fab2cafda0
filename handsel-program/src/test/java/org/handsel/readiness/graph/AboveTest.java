package org.handsel.readiness.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AboveTest {
  @Test
  void aCategoryStandsAboveItselfOnlyWhereACircleLeadsBack() {
    CategoryGraph graph =
        new CategoryGraph.Builder().link(1, 0).link(2, 1).link(1, 2).link(3, 3).build(4);
    Above above = graph.above();
    assertThat(above.stands(0, 2)).isTrue();
    assertThat(above.stands(2, 0)).isFalse();
    assertThat(above.stands(1, 1)).isTrue();
    assertThat(above.stands(2, 1)).isTrue();
    assertThat(above.stands(0, 0)).isFalse();
    assertThat(above.stands(3, 3)).isTrue();
  }

  /// Compared with the closure of every pair. Few links make deep graphs, many make circles.
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void saysWhatEveryWayUpSays(int seed) {
    Random random = new Random(seed);
    int nodes = 2 + random.nextInt(40);
    boolean[][] ways = new boolean[nodes][nodes];
    CategoryGraph.Builder builder = new CategoryGraph.Builder();
    int links = random.nextInt(3 * nodes);
    for (int i = 0; i < links; i++) {
      int child = random.nextInt(nodes);
      int parent = seed % 3 == 0 ? random.nextInt(nodes) : random.nextInt(child + 1);
      builder.link(child, parent);
      ways[child][parent] = true;
    }
    for (int over = 0; over < nodes; over++) {
      for (int from = 0; from < nodes; from++) {
        for (int to = 0; to < nodes; to++) {
          ways[from][to] |= ways[from][over] && ways[over][to];
        }
      }
    }
    Above above = builder.build(nodes).above();
    for (int lower = 0; lower < nodes; lower++) {
      for (int upper = 0; upper < nodes; upper++) {
        assertThat(above.stands(upper, lower))
            .as("%d above %d", upper, lower)
            .isEqualTo(ways[lower][upper]);
      }
    }
  }

  static IntStream seeds() {
    return IntStream.rangeClosed(1, 300);
  }
}
