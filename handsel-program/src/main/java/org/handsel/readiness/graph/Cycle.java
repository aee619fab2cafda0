package org.handsel.readiness.graph;

import java.util.List;

/// Categories that can all be reached from each other, and the links to cut so that no circle is
/// left among them.
///
/// @param categories numbers, rising; one alone stands in itself
/// @param cut the links to cut
/// @param smallest whether it was proven that fewer links do not do
public record Cycle(List<Integer> categories, List<Link> cut, boolean smallest) {
  /// A category that stands in another.
  public record Link(int child, int parent) {}
}
