package org.handsel.readiness.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CyclesTest {
  private static CategoryGraph graph(int categories, int... links) {
    CategoryGraph.Builder builder = new CategoryGraph.Builder();
    for (int i = 0; i < links.length; i += 2) {
      builder.link(links[i], links[i + 1]);
    }
    return builder.build(categories);
  }

  @Test
  void treeHasNoCircle() {
    assertThat(Cycles.of(graph(5, 1, 0, 2, 0, 3, 1, 4, 1, 4, 2))).isEmpty();
  }

  @Test
  void categoryThatStandsInItselfIsCutFromItself() {
    assertThat(Cycles.of(graph(2, 1, 1, 1, 0)))
        .containsExactly(new Cycle(List.of(1), List.of(new Cycle.Link(1, 1)), true));
  }

  @Test
  void twoCirclesThroughOneLinkAreBrokenByCuttingIt() {
    // 0 culture, 1 society, 2 sociology, 3 social sciences, 4 science: the circles share 1-2-3.
    List<Cycle> cycles = Cycles.of(graph(5, 0, 1, 1, 2, 2, 3, 3, 1, 3, 4, 4, 0));
    assertThat(cycles).hasSize(1);
    Cycle cycle = cycles.getFirst();
    assertThat(cycle.categories()).containsExactly(0, 1, 2, 3, 4);
    assertThat(cycle.smallest()).isTrue();
    assertThat(cycle.cut()).hasSize(1);
    assertThat(List.of(new Cycle.Link(1, 2), new Cycle.Link(2, 3))).containsAll(cycle.cut());
  }

  @Test
  void repeatedLinksCountOnce() {
    CategoryGraph graph = graph(2, 1, 0, 1, 0, 1, 0);
    assertThat(graph.links()).isEqualTo(1);
    assertThat(graph.childCount(0)).isEqualTo(1);
  }

  @Test
  void separateCirclesAreSeparateFindings() {
    List<Cycle> cycles = Cycles.of(graph(6, 0, 1, 1, 0, 2, 3, 3, 4, 4, 2, 1, 2));
    assertThat(cycles).map(Cycle::categories).containsExactly(List.of(0, 1), List.of(2, 3, 4));
  }

  /// Compared with the trial of every set of links.
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void noSmallerCutExists(int seed) {
    Random random = new Random(seed);
    int nodes = 3 + random.nextInt(4);
    CategoryGraph.Builder builder = new CategoryGraph.Builder();
    int links = 3 + random.nextInt(10);
    for (int i = 0; i < links; i++) {
      builder.link(random.nextInt(nodes), random.nextInt(nodes));
    }
    CategoryGraph graph = builder.build(nodes);
    List<Cycle.Link> cut = new ArrayList<>();
    for (Cycle cycle : Cycles.of(graph)) {
      assertThat(cycle.smallest()).isTrue();
      cut.addAll(cycle.cut());
    }
    assertThat(Cycles.of(without(graph, cut))).as("circles left after the cut").isEmpty();
    assertThat(cut).hasSize(fewest(graph));
  }

  static IntStream seeds() {
    return IntStream.rangeClosed(1, 200);
  }

  private static int fewest(CategoryGraph graph) {
    List<Cycle.Link> links = links(graph);
    int fewest = links.size();
    for (int set = 0; set < 1 << links.size(); set++) {
      if (Integer.bitCount(set) < fewest) {
        List<Cycle.Link> cut = new ArrayList<>();
        for (int i = 0; i < links.size(); i++) {
          if ((set >> i & 1) == 1) {
            cut.add(links.get(i));
          }
        }
        if (acyclic(without(graph, cut))) {
          fewest = cut.size();
        }
      }
    }
    return fewest;
  }

  private static boolean acyclic(CategoryGraph graph) {
    Above above = graph.above();
    return IntStream.range(0, graph.categories()).noneMatch(node -> above.stands(node, node));
  }

  private static List<Cycle.Link> links(CategoryGraph graph) {
    List<Cycle.Link> links = new ArrayList<>();
    for (int child = 0; child < graph.categories(); child++) {
      for (int i = 0; i < graph.parentCount(child); i++) {
        links.add(new Cycle.Link(child, graph.parent(child, i)));
      }
    }
    return links;
  }

  private static CategoryGraph without(CategoryGraph graph, Collection<Cycle.Link> cut) {
    CategoryGraph.Builder builder = new CategoryGraph.Builder();
    for (Cycle.Link link : links(graph)) {
      if (!cut.contains(link)) {
        builder.link(link.child(), link.parent());
      }
    }
    return builder.build(graph.categories());
  }

  @Test
  void largeTangleIsCutWithinTheBudget() {
    Random random = new Random(7);
    CategoryGraph.Builder builder = new CategoryGraph.Builder();
    for (int i = 0; i < 3_000; i++) {
      builder.link(random.nextInt(600), random.nextInt(600));
    }
    CategoryGraph graph = builder.build(600);
    List<Cycle.Link> cut = new ArrayList<>();
    Cycles.of(graph).forEach(cycle -> cut.addAll(cycle.cut()));
    assertThat(acyclic(without(graph, cut))).isTrue();
  }

  @Test
  void tangleOfAWholeWikiIsCutToo() {
    Random random = new Random(11);
    CategoryGraph.Builder builder = new CategoryGraph.Builder();
    for (int i = 0; i < 400_000; i++) {
      builder.link(random.nextInt(100_000), random.nextInt(100_000));
    }
    CategoryGraph graph = builder.build(100_000);
    List<Cycle> cycles = Cycles.of(graph);
    assertThat(cycles).anyMatch(cycle -> cycle.categories().size() > 50_000 && !cycle.smallest());
    Set<Cycle.Link> cut = new HashSet<>();
    cycles.forEach(cycle -> cut.addAll(cycle.cut()));
    assertThat(Cycles.of(without(graph, cut))).isEmpty();
  }

  @Test
  void graphOfAWikiIsSearchedWithoutRecursion() {
    CategoryGraph.Builder builder = new CategoryGraph.Builder();
    for (int i = 1; i < 500_000; i++) {
      builder.link(i, i - 1);
    }
    CategoryGraph chain = builder.build(500_000);
    assertThat(Cycles.of(chain)).isEmpty();
    assertThat(chain.depths(0)[499_999]).isEqualTo(499_999);
    assertThat(chain.above().stands(0, 499_999)).isTrue();
    assertThat(chain.above().stands(499_999, 0)).isFalse();
  }
}
