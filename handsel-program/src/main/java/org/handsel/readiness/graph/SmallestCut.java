package org.handsel.readiness.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The fewest links of a component whose removal leaves no circle: a minimum feedback arc set.
///
/// Found exactly for components of the size that wikis have: circles that are still whole are
/// collected one by one, and a smallest set of links that meets all collected ones is searched by
/// branch and bound, until it breaks every circle. The search has a budget of steps, not of time,
/// so that it always gives the same answer; when it runs out, the cut of a good ordering (Eades,
/// Lin and Smyth 1993) stands, and is not called the smallest.
final class SmallestCut {
  private static final int BUDGET = 300_000;

  /// Links beyond which no proof is tried: looking for circles would take minutes.
  private static final int LARGEST = 4_000;

  private final int[] members;
  private final int[] from;
  private final int[] to;
  private final int[][] leaving;
  private final List<int[]> circles = new ArrayList<>();
  private BitSet best;
  private int bestSize;
  private int steps;

  private SmallestCut(CategoryGraph graph, int[] members) {
    this.members = members;
    List<int[]> links = new ArrayList<>();
    leaving = new int[members.length][];
    for (int node = 0; node < members.length; node++) {
      List<Integer> out = new ArrayList<>();
      for (int i = 0; i < graph.parentCount(members[node]); i++) {
        int target = Arrays.binarySearch(members, graph.parent(members[node], i));
        if (target >= 0) {
          out.add(links.size());
          links.add(new int[] {node, target});
        }
      }
      leaving[node] = out.stream().mapToInt(Integer::intValue).toArray();
    }
    from = links.stream().mapToInt(link -> link[0]).toArray();
    to = links.stream().mapToInt(link -> link[1]).toArray();
    best = new LinearOrder(from, to, leaving).backward();
    bestSize = best.cardinality();
  }

  /// @param members numbers of one component, rising
  static Cycle of(CategoryGraph graph, int[] members) {
    SmallestCut cut = new SmallestCut(graph, members);
    boolean proven = cut.from.length <= LARGEST && cut.search();
    List<Cycle.Link> links = new ArrayList<>();
    cut.best.stream()
        .forEach(link -> links.add(new Cycle.Link(members[cut.from[link]], members[cut.to[link]])));
    return new Cycle(Arrays.stream(members).boxed().toList(), List.copyOf(links), proven);
  }

  private boolean search() {
    while (true) {
      // No cut that meets the circles collected so far is smaller than this one.
      BitSet candidate = smallestMeeting();
      if (candidate == null) {
        return steps <= BUDGET;
      }
      int[] circle = circle(candidate);
      if (circle.length == 0) {
        best = candidate;
        bestSize = candidate.cardinality();
        return true;
      }
      // Several that share no link bring the bound up faster than one at a time.
      BitSet used = (BitSet) candidate.clone();
      while (circle.length > 0) {
        circles.add(circle);
        for (int link : circle) {
          used.set(link);
        }
        circle = circle(used);
      }
    }
  }

  /// A smallest set of links that meets every collected circle and is smaller than the best cut;
  /// null where there is none or the budget is spent.
  private @Nullable BitSet smallestMeeting() {
    for (int size = bound(new BitSet(), new BitSet()); size < bestSize; size++) {
      BitSet chosen = new BitSet();
      if (meet(chosen, new BitSet(), size)) {
        return chosen;
      }
      if (steps > BUDGET) {
        return null;
      }
    }
    return null;
  }

  private boolean meet(BitSet chosen, BitSet excluded, int left) {
    if (++steps > BUDGET) {
      return false;
    }
    int[] open = mostConstrained(chosen, excluded);
    if (open.length == 0 && circlesMet(chosen)) {
      return true;
    }
    if (left == 0 || open.length == 0 || bound(chosen, excluded) > left) {
      return false;
    }
    BitSet outside = (BitSet) excluded.clone();
    for (int link : open) {
      if (outside.get(link)) {
        continue;
      }
      chosen.set(link);
      if (meet(chosen, outside, left - 1)) {
        return true;
      }
      chosen.clear(link);
      // What was tried is out for the other branches: each set of links is looked at once.
      outside.set(link);
    }
    return false;
  }

  private boolean circlesMet(BitSet chosen) {
    return circles.stream().allMatch(circle -> meets(circle, chosen));
  }

  /// The circle not met yet with the fewest links to choose from; empty where all are met, or where
  /// one cannot be met any more.
  private int[] mostConstrained(BitSet chosen, BitSet excluded) {
    int[] fewest = {};
    int count = Integer.MAX_VALUE;
    for (int[] circle : circles) {
      if (meets(circle, chosen)) {
        continue;
      }
      int open = 0;
      for (int link : circle) {
        open += excluded.get(link) ? 0 : 1;
      }
      if (open == 0) {
        return new int[0];
      }
      if (open < count) {
        count = open;
        fewest = circle;
      }
    }
    return fewest;
  }

  /// Circles without a common link need a cut each.
  private int bound(BitSet chosen, BitSet excluded) {
    BitSet used = new BitSet();
    int apart = 0;
    for (int[] circle : circles) {
      if (!meets(circle, chosen) && !meets(circle, used)) {
        apart++;
        for (int link : circle) {
          if (!excluded.get(link)) {
            used.set(link);
          }
        }
      }
    }
    return apart;
  }

  private static boolean meets(int[] circle, BitSet links) {
    for (int link : circle) {
      if (links.get(link)) {
        return true;
      }
    }
    return false;
  }

  /// Links of a shortest circle that uses none of the given ones; empty where there is none.
  private int[] circle(BitSet without) {
    int[] shortest = {};
    for (int start = 0; start < members.length; start++) {
      int[] circle = circleThrough(start, without, shortest.length);
      if (circle.length > 0) {
        shortest = circle;
        if (shortest.length <= 2) {
          return shortest;
        }
      }
    }
    return shortest;
  }

  private int[] circleThrough(int start, BitSet without, int shorterThan) {
    int[] by = new int[members.length];
    int[] distance = new int[members.length];
    Arrays.fill(by, -1);
    int[] queue = new int[members.length];
    int tail = 0;
    queue[tail++] = start;
    for (int head = 0; head < tail; head++) {
      int node = queue[head];
      if (shorterThan > 0 && distance[node] + 1 >= shorterThan) {
        return new int[0];
      }
      for (int link : leaving[node]) {
        if (without.get(link)) {
          continue;
        }
        if (to[link] == start) {
          return trace(link, start, by);
        }
        if (by[to[link]] < 0) {
          by[to[link]] = link;
          distance[to[link]] = distance[node] + 1;
          queue[tail++] = to[link];
        }
      }
    }
    return new int[0];
  }

  private int[] trace(int last, int start, int[] by) {
    List<Integer> links = new ArrayList<>(List.of(last));
    for (int node = from[last]; node != start; node = from[by[node]]) {
      links.add(by[node]);
    }
    return links.stream().mapToInt(Integer::intValue).sorted().toArray();
  }
}
