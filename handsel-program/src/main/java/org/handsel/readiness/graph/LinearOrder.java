package org.handsel.readiness.graph;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Comparator;
import java.util.PriorityQueue;

/// Puts the nodes of a component into a row in which few links point backwards. Source: Eades, Lin
/// and Smyth, A fast and effective heuristic for the feedback arc set problem, 1993.
final class LinearOrder {
  private final int[] from;
  private final int[] to;
  private final int[][] leaving;
  private final int[][] entering;
  private final int[] in;
  private final int[] out;
  private final boolean[] placed;
  private final ArrayDeque<Integer> ends = new ArrayDeque<>();
  private final PriorityQueue<Rank> ranks =
      new PriorityQueue<>(
          Comparator.comparingInt((Rank rank) -> -rank.surplus).thenComparingInt(Rank::node));

  /// A node with the links out that it had more than links in; outdated entries are passed over.
  private record Rank(int node, int surplus) {}

  /// @param leaving links that leave each node
  LinearOrder(int[] from, int[] to, int[][] leaving) {
    int nodes = leaving.length;
    this.from = from;
    this.to = to;
    this.leaving = leaving;
    this.placed = new boolean[nodes];
    this.in = new int[nodes];
    this.out = new int[nodes];
    for (int link = 0; link < from.length; link++) {
      if (from[link] != to[link]) {
        out[from[link]]++;
        in[to[link]]++;
      }
    }
    entering = new int[nodes][];
    for (int node = 0; node < nodes; node++) {
      entering[node] = new int[in[node]];
    }
    int[] filled = new int[nodes];
    for (int link = 0; link < from.length; link++) {
      if (from[link] != to[link]) {
        entering[to[link]][filled[to[link]]++] = link;
      }
    }
  }

  /// The links that point backwards; without them there is no circle.
  BitSet backward() {
    int[] position = positions();
    BitSet backward = new BitSet(from.length);
    for (int link = 0; link < from.length; link++) {
      if (position[from[link]] >= position[to[link]]) {
        backward.set(link);
      }
    }
    return backward;
  }

  private int[] positions() {
    int nodes = leaving.length;
    for (int node = 0; node < nodes; node++) {
      consider(node);
    }
    int[] position = new int[nodes];
    int front = 0;
    int back = nodes - 1;
    while (front <= back) {
      int node = pick();
      position[node] = out[node] == 0 && in[node] > 0 ? back-- : front++;
      place(node);
    }
    return position;
  }

  private void consider(int node) {
    if (in[node] == 0 || out[node] == 0) {
      ends.add(node);
    } else {
      ranks.add(new Rank(node, out[node] - in[node]));
    }
  }

  /// A sink or a source where there is one, else the node with the most links out over links in.
  private int pick() {
    while (!ends.isEmpty()) {
      int node = ends.poll();
      if (!placed[node]) {
        return node;
      }
    }
    while (true) {
      Rank rank = ranks.remove();
      if (!placed[rank.node] && rank.surplus == out[rank.node] - in[rank.node]) {
        return rank.node;
      }
    }
  }

  private void place(int node) {
    placed[node] = true;
    for (int link : leaving[node]) {
      if (!placed[to[link]]) {
        in[to[link]]--;
        consider(to[link]);
      }
    }
    for (int link : entering[node]) {
      if (!placed[from[link]]) {
        out[from[link]]--;
        consider(from[link]);
      }
    }
  }
}
