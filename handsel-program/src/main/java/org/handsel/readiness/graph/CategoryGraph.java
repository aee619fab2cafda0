package org.handsel.readiness.graph;

import java.util.Arrays;

/// Categories and the categories that they stand in, as numbers from 0: compressed rows, 4 bytes a
/// category and 4 a link in each direction. Repeated links count once. Immutable; safe for threads.
public final class CategoryGraph {
  private final int[] firstParent;
  private final int[] parents;
  private final int[] firstChild;
  private final int[] children;

  private CategoryGraph(int[] firstParent, int[] parents, int[] firstChild, int[] children) {
    this.firstParent = firstParent;
    this.parents = parents;
    this.firstChild = firstChild;
    this.children = children;
  }

  /// Collects links.
  public static final class Builder {
    private int[] from = new int[1024];
    private int[] to = new int[1024];
    private int count;

    /// Says that a category stands in another.
    public Builder link(int child, int parent) {
      if (count == from.length) {
        from = Arrays.copyOf(from, count + (count >> 1));
        to = Arrays.copyOf(to, count + (count >> 1));
      }
      from[count] = child;
      to[count] = parent;
      count++;
      return this;
    }

    /// @param categories how many there are; every number that was linked lies below
    public CategoryGraph build(int categories) {
      Rows up = Rows.of(categories, from, to, count);
      // Made from the rows upwards, so that repeated links are gone from both.
      int[] child = new int[up.targets.length];
      for (int node = 0; node < categories; node++) {
        Arrays.fill(child, up.first[node], up.first[node + 1], node);
      }
      Rows down = Rows.of(categories, up.targets, child, up.targets.length);
      return new CategoryGraph(up.first, up.targets, down.first, down.targets);
    }
  }

  /// Compressed rows: the targets of node n stand from `first[n]` to `first[n + 1]`, rising.
  private record Rows(int[] first, int[] targets) {
    static Rows of(int nodes, int[] from, int[] to, int count) {
      int[] first = new int[nodes + 1];
      for (int i = 0; i < count; i++) {
        first[from[i] + 1]++;
      }
      for (int i = 0; i < nodes; i++) {
        first[i + 1] += first[i];
      }
      int[] next = Arrays.copyOf(first, nodes);
      int[] targets = new int[count];
      for (int i = 0; i < count; i++) {
        targets[next[from[i]]++] = to[i];
      }
      return withoutRepeats(nodes, first, targets);
    }

    private static Rows withoutRepeats(int nodes, int[] first, int[] targets) {
      int kept = 0;
      int start = 0;
      for (int node = 0; node < nodes; node++) {
        int end = first[node + 1];
        Arrays.sort(targets, start, end);
        int rowStart = kept;
        for (int i = start; i < end; i++) {
          if (kept == rowStart || targets[kept - 1] != targets[i]) {
            targets[kept++] = targets[i];
          }
        }
        first[node] = rowStart;
        start = end;
      }
      first[nodes] = kept;
      return new Rows(first, Arrays.copyOf(targets, kept));
    }
  }

  public int categories() {
    return firstParent.length - 1;
  }

  public int links() {
    return parents.length;
  }

  public int parentCount(int category) {
    return firstParent[category + 1] - firstParent[category];
  }

  public int parent(int category, int index) {
    return parents[firstParent[category] + index];
  }

  public int childCount(int category) {
    return firstChild[category + 1] - firstChild[category];
  }

  public int child(int category, int index) {
    return children[firstChild[category] + index];
  }

  /// Whether a category stands directly in another.
  public boolean stands(int child, int parent) {
    return Arrays.binarySearch(parents, firstParent[child], firstParent[child + 1], parent) >= 0;
  }

  /// Fewest steps down from a root to each category; -1 where no way leads.
  public int[] depths(int root) {
    int[] depths = new int[categories()];
    Arrays.fill(depths, -1);
    int[] queue = new int[categories()];
    int head = 0;
    int tail = 0;
    queue[tail++] = root;
    depths[root] = 0;
    while (head < tail) {
      int node = queue[head++];
      for (int i = firstChild[node]; i < firstChild[node + 1]; i++) {
        if (depths[children[i]] < 0) {
          depths[children[i]] = depths[node] + 1;
          queue[tail++] = children[i];
        }
      }
    }
    return depths;
  }

  /// Tells what stands above what; one for each thread.
  public Above above() {
    return new Above(this);
  }
}
