package org.handsel.wiki.markup;

import java.util.Arrays;

/// Open runs of braces and brackets, the innermost on top, each with the places of its pipes and of
/// the first equals sign behind each pipe. Arrays that are used again for every page.
final class BraceStack {
  private byte[] kinds = new byte[64];
  private int[] starts = new int[64];
  private int[] counts = new int[64];
  private int[] firstPipes = new int[64];
  private int depth;

  private int[] pipes = new int[256];
  private int[] equals = new int[256];
  private int pipeCount;

  void clear() {
    depth = 0;
    pipeCount = 0;
  }

  int depth() {
    return depth;
  }

  /// Opens a run of `{` or `[`.
  void push(byte kind, int start, int count) {
    if (depth == kinds.length) {
      kinds = Arrays.copyOf(kinds, depth * 2);
      starts = Arrays.copyOf(starts, depth * 2);
      counts = Arrays.copyOf(counts, depth * 2);
      firstPipes = Arrays.copyOf(firstPipes, depth * 2);
    }
    kinds[depth] = kind;
    starts[depth] = start;
    counts[depth] = count;
    firstPipes[depth] = pipeCount;
    depth++;
  }

  void drop() {
    depth--;
    pipeCount = firstPipes[depth];
  }

  void dropTo(int wanted) {
    while (depth > wanted) {
      drop();
    }
  }

  /// Takes the innermost braces of the top run away; what they held stays as its content.
  void shorten(int by) {
    counts[depth - 1] -= by;
    pipeCount = firstPipes[depth - 1];
  }

  byte kind() {
    return kinds[depth - 1];
  }

  byte kind(int at) {
    return kinds[at];
  }

  int count() {
    return counts[depth - 1];
  }

  /// Where the content of the top run begins.
  int content() {
    return content(depth - 1);
  }

  int content(int at) {
    return starts[at] + counts[at];
  }

  void pipe(int place) {
    if (pipeCount == pipes.length) {
      pipes = Arrays.copyOf(pipes, pipeCount * 2);
      equals = Arrays.copyOf(equals, pipeCount * 2);
    }
    pipes[pipeCount] = place;
    equals[pipeCount] = -1;
    pipeCount++;
  }

  /// Notes an equals sign; only the first behind a pipe parts a name from a value.
  void equalsSign(int place) {
    if (pipeCount > firstPipes[depth - 1] && equals[pipeCount - 1] < 0) {
      equals[pipeCount - 1] = place;
    }
  }

  int pipes() {
    return pipeCount - firstPipes[depth - 1];
  }

  int pipeAt(int index) {
    return pipes[firstPipes[depth - 1] + index];
  }

  int equalsAt(int index) {
    return equals[firstPipes[depth - 1] + index];
  }
}
