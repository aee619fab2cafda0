package org.handsel.readiness.graph;

import java.util.Arrays;
import java.util.Random;

/// Tells whether a category stands above another, directly or over others, mostly without a walk.
///
/// The categories of a circle count as one. Each of these gets its level under the uppermost ones
/// and, from two walks of everything above in chance orders, the range of numbers in which
/// everything above it lies: what is above has a smaller level and a range inside of the lower
/// one's (GRAIL: Yildirim, Chaoji, Zaki 2010). Only where that does not exclude it, a search goes
/// up, and only through categories that are not excluded either.
///
/// Some 45 bytes a category. Not safe for several threads at a time.
public final class Above {
  private static final int WALKS = 2;

  /// Cells of a component's label: its level, then two for each walk, the end of its range first.
  private static final int CELLS = 1 + 2 * WALKS;

  private final int[] componentOf;
  private final boolean[] circle;
  private final CategoryGraph condensed;
  private final int[] labels;
  private final int[] seenIn;
  private final int[] waiting;
  private int walk;

  Above(CategoryGraph graph) {
    componentOf = new int[graph.categories()];
    int[] components = {0};
    boolean[] several = new boolean[graph.categories()];
    Components.each(
        graph,
        (members, from, to) -> {
          int component = components[0]++;
          several[component] = to - from > 1 || graph.stands(members[from], members[from]);
          for (int i = from; i < to; i++) {
            componentOf[members[i]] = component;
          }
        });
    circle = Arrays.copyOf(several, components[0]);
    condensed = condensed(graph, components[0]);
    labels = new int[components[0] * CELLS];
    seenIn = new int[components[0]];
    waiting = new int[components[0]];
    levels();
    for (int i = 0; i < WALKS; i++) {
      ranges(1 + 2 * i, new Random(i));
    }
  }

  private CategoryGraph condensed(CategoryGraph graph, int components) {
    CategoryGraph.Builder builder = new CategoryGraph.Builder();
    for (int child = 0; child < graph.categories(); child++) {
      for (int i = 0; i < graph.parentCount(child); i++) {
        int parent = componentOf[graph.parent(child, i)];
        if (parent != componentOf[child]) {
          builder.link(componentOf[child], parent);
        }
      }
    }
    return builder.build(components);
  }

  /// Parents have smaller numbers, so that one pass does.
  private void levels() {
    for (int node = 0; node < condensed.categories(); node++) {
      int level = 0;
      for (int i = 0; i < condensed.parentCount(node); i++) {
        level = Math.max(level, 1 + labels[condensed.parent(node, i) * CELLS]);
      }
      labels[node * CELLS] = level;
    }
  }

  /// Numbers everything when a walk upwards leaves it; what is above was left before.
  private void ranges(int cell, Random chance) {
    int nodes = condensed.categories();
    int[] roots = shuffled(nodes, chance);
    int[] next = new int[nodes];
    int[] turn = new int[nodes];
    int left = 0;
    for (int root : roots) {
      if (turn[root] != 0) {
        continue;
      }
      int depth = 0;
      waiting[depth++] = root;
      turn[root] = 1 + chance.nextInt(1 << 16);
      while (depth > 0) {
        int node = waiting[depth - 1];
        int parents = condensed.parentCount(node);
        if (next[node] < parents) {
          // Another order in each walk: the parents from a chance place on.
          int parent = condensed.parent(node, (next[node]++ + turn[node]) % parents);
          if (turn[parent] == 0) {
            turn[parent] = 1 + chance.nextInt(1 << 16);
            waiting[depth++] = parent;
          }
        } else {
          depth--;
          left++;
          int first = left;
          for (int i = 0; i < parents; i++) {
            first = Math.min(first, labels[condensed.parent(node, i) * CELLS + cell + 1]);
          }
          labels[node * CELLS + cell] = left;
          labels[node * CELLS + cell + 1] = first;
        }
      }
    }
  }

  private static int[] shuffled(int count, Random chance) {
    int[] numbers = new int[count];
    for (int i = 0; i < count; i++) {
      int other = chance.nextInt(i + 1);
      numbers[i] = numbers[other];
      numbers[other] = i;
    }
    return numbers;
  }

  /// Whether one can go up from a category to another; to itself only where it is in a circle.
  public boolean stands(int upper, int lower) {
    int from = componentOf[lower];
    int to = componentOf[upper];
    return from == to ? circle[from] : possible(to, from) && climb(from, to);
  }

  private boolean possible(int upper, int lower) {
    int up = upper * CELLS;
    int low = lower * CELLS;
    if (labels[up] >= labels[low]) {
      return false;
    }
    for (int cell = 1; cell < CELLS; cell += 2) {
      if (labels[up + cell] > labels[low + cell]
          || labels[up + cell + 1] < labels[low + cell + 1]) {
        return false;
      }
    }
    return true;
  }

  private boolean climb(int from, int to) {
    if (++walk == Integer.MAX_VALUE) {
      Arrays.fill(seenIn, 0);
      walk = 1;
    }
    int depth = 0;
    waiting[depth++] = from;
    while (depth > 0) {
      int node = waiting[--depth];
      for (int i = 0; i < condensed.parentCount(node); i++) {
        int parent = condensed.parent(node, i);
        if (parent == to) {
          return true;
        }
        if (seenIn[parent] != walk && possible(to, parent)) {
          seenIn[parent] = walk;
          waiting[depth++] = parent;
        }
      }
    }
    return false;
  }
}
