package org.handsel.readiness.graph;

/// The strongly connected components of a category graph: categories that can all be reached from
/// each other (Tarjan 1972, without recursion). A component is closed after everything above it, so
/// that its number is larger than theirs.
final class Components {
  /// Takes a component when it is closed.
  interface Taker {
    /// @param members holds the categories from `from` to `to`, in no order; valid during the call
    void component(int[] members, int from, int to);
  }

  private final CategoryGraph graph;
  private final Taker taker;
  private final int[] order;
  private final int[] low;
  private final int[] next;
  private final int[] waiting;
  private final int[] path;
  private int visited;
  private int waitingCount;

  private Components(CategoryGraph graph, Taker taker) {
    this.graph = graph;
    this.taker = taker;
    int nodes = graph.categories();
    order = new int[nodes];
    low = new int[nodes];
    next = new int[nodes];
    waiting = new int[nodes];
    path = new int[nodes];
  }

  /// Hands over every component; most have one category.
  static void each(CategoryGraph graph, Taker taker) {
    Components search = new Components(graph, taker);
    for (int node = 0; node < graph.categories(); node++) {
      if (search.order[node] == 0) {
        search.walk(node);
      }
    }
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
          close(node);
        }
      }
    }
  }

  private void enter(int node) {
    order[node] = ++visited;
    low[node] = visited;
    waiting[waitingCount++] = node;
  }

  private void close(int first) {
    int end = waitingCount;
    int node;
    do {
      node = waiting[--waitingCount];
      order[node] = -1;
    } while (node != first);
    taker.component(waiting, waitingCount, end);
  }
}
