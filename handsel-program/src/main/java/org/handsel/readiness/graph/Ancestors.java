package org.handsel.readiness.graph;

/// Walks from a category to everything above it. Marks are numbered by walk, so that nothing is
/// cleared between walks. Not safe for several threads at a time.
public final class Ancestors {
  private final CategoryGraph graph;
  private final int[] seenIn;
  private final int[] queue;
  private int walk;
  private int found;

  Ancestors(CategoryGraph graph) {
    this.graph = graph;
    this.seenIn = new int[graph.categories()];
    this.queue = new int[graph.categories()];
  }

  /// Goes up from a category; it counts as its own ancestor only where a circle leads back.
  ///
  /// @return how many ancestors it has
  public int from(int category) {
    if (++walk == Integer.MAX_VALUE) {
      java.util.Arrays.fill(seenIn, 0);
      walk = 1;
    }
    found = 0;
    climb(category);
    for (int head = 0; head < found; head++) {
      climb(queue[head]);
    }
    return found;
  }

  private void climb(int category) {
    for (int i = 0; i < graph.parentCount(category); i++) {
      int parent = graph.parent(category, i);
      if (seenIn[parent] != walk) {
        seenIn[parent] = walk;
        queue[found++] = parent;
      }
    }
  }

  /// Whether the last walk met that category.
  public boolean contains(int category) {
    return seenIn[category] == walk;
  }

  /// The ancestors of the last walk, the nearest first.
  public int get(int index) {
    return queue[index];
  }
}
