package org.handsel.readiness.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Finds the circles of a category graph: its strongly connected components, each with the smallest
/// set of links whose removal breaks all of its circles.
public final class Cycles {
  private Cycles() {}

  /// All circles, those with the smallest first category first.
  public static List<Cycle> of(CategoryGraph graph) {
    List<Cycle> found = new ArrayList<>();
    Components.each(
        graph,
        (nodes, from, to) -> {
          if (to - from > 1 || graph.stands(nodes[from], nodes[from])) {
            int[] members = Arrays.copyOfRange(nodes, from, to);
            Arrays.sort(members);
            found.add(SmallestCut.of(graph, members));
          }
        });
    found.sort(Comparator.comparing(cycle -> cycle.categories().getFirst()));
    return List.copyOf(found);
  }
}
