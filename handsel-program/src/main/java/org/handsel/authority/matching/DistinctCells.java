package org.handsel.authority.matching;

import java.io.Serializable;
import java.util.Arrays;

/// The cells of many pairs, each once and in ascending order, so that what follows from a cell is
/// worked out once for all pairs that have it. Immutable.
final class DistinctCells implements Serializable {
  private static final long serialVersionUID = 1L;

  private final long[] cells;
  private final int[] numbers;

  private DistinctCells(long[] cells, int[] numbers) {
    this.cells = cells;
    this.numbers = numbers;
  }

  static DistinctCells of(long[] pairs) {
    long[] found = new long[1 << 10];
    int[] table = new int[1 << 12];
    int[] numbers = new int[pairs.length];
    int size = 0;
    for (int i = 0; i < pairs.length; i++) {
      int slot = slot(pairs[i], table, found);
      if (table[slot] == 0) {
        if (size == found.length) {
          found = Arrays.copyOf(found, size * 2);
          table = new int[table.length * 2];
          for (int number = 0; number < size; number++) {
            table[slot(found[number], table, found)] = number + 1;
          }
          slot = slot(pairs[i], table, found);
        }
        found[size++] = pairs[i];
        table[slot] = size;
      }
      numbers[i] = table[slot] - 1;
    }
    long[] sorted = Arrays.copyOf(found, size);
    Arrays.sort(sorted);
    int[] ranks = new int[size];
    for (int number = 0; number < size; number++) {
      ranks[number] = Arrays.binarySearch(sorted, found[number]);
    }
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = ranks[numbers[i]];
    }
    return new DistinctCells(sorted, numbers);
  }

  /// Where a cell is in the table, or would be.
  private static int slot(long cell, int[] table, long[] found) {
    long mixed = cell * 0x9E3779B97F4A7C15L;
    int slot = (int) (mixed >>> 32) & table.length - 1;
    while (table[slot] != 0 && found[table[slot] - 1] != cell) {
      slot = slot + 1 & table.length - 1;
    }
    return slot;
  }

  int size() {
    return cells.length;
  }

  long cell(int number) {
    return cells[number];
  }

  /// Number of the cell of a pair.
  int number(int pair) {
    return numbers[pair];
  }
}
