package org.handsel.readiness.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Finds the circles of a category graph: its strongly connected components (Tarjan 1972, without
/// recursion), each with the smallest set of links whose removal breaks all of its circles.
public final class Cycles {
  private final CategoryGraph graph;
  private final int[] order;
  private final int[] low;
  private final int[] next;
  private final int[] waiting;
  private final int[] path;
  private int visited;
  private int waitingCount;
  private final List<Cycle> found = new ArrayList<>();

  private Cycles(CategoryGraph graph) {
    this.graph = graph;
    int nodes = graph.categories();
    order = new int[nodes];
    low = new int[nodes];
    next = new int[nodes];
    waiting = new int[nodes];
    path = new int[nodes];
  }

  /// All circles, those with the smallest first category first.
  public static List<Cycle> of(CategoryGraph graph) {
    Cycles search = new Cycles(graph);
    for (int node = 0; node < graph.categories(); node++) {
      if (search.order[node] == 0) {
        search.walk(node);
      }
    }
    search.found.sort(Comparator.comparing(cycle -> cycle.categories().getFirst()));
    return List.copyOf(search.found);
  }

  /// `order` is the time of the first visit from 1, negative once the component is closed.
  private void walk(int root) {
    int depth = 0;
    path[depth++] = root;
    enter(root);
    while (depth > 0) {
      int node = path[depth - 1];
      if (next[node] < graph.parentCount(node)) {
        int parent = graph.parent(node, next[node]++);
        if (order[parent] == 0) {
          enter(parent);
          path[depth++] = parent;
        } else if (order[parent] > 0) {
          low[node] = Math.min(low[node], order[parent]);
        }
      } else {
        depth--;
        if (depth > 0) {
          low[path[depth - 1]] = Math.min(low[path[depth - 1]], low[node]);
        }
        if (low[node] == order[node]) {
          component(node);
        }
      }
    }
  }

  private void enter(int node) {
    order[node] = ++visited;
    low[node] = visited;
    waiting[waitingCount++] = node;
  }

  private void component(int first) {
    int end = waitingCount;
    int node;
    do {
      node = waiting[--waitingCount];
      order[node] = -1;
    } while (node != first);
    int[] members = Arrays.copyOfRange(waiting, waitingCount, end);
    if (members.length > 1 || graph.stands(first, first)) {
      Arrays.sort(members);
      found.add(SmallestCut.of(graph, members));
    }
  }
}
