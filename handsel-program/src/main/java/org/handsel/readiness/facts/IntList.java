package org.handsel.readiness.facts;

import java.util.Arrays;

/// Numbers in a row, in blocks that are never copied when there are more. Not safe for threads
/// while numbers are added.
final class IntList {
  private static final int BITS = 16;
  private static final int MASK = (1 << BITS) - 1;

  private int[][] blocks = {new int[1 << 8]};
  private int size;

  /// The numbers of an array, which is cut into blocks.
  static IntList of(int[] numbers) {
    IntList list = new IntList();
    for (int number : numbers) {
      list.add(number);
    }
    return list;
  }

  void add(int number) {
    int block = size >>> BITS;
    int place = size & MASK;
    if (block == blocks.length) {
      blocks = Arrays.copyOf(blocks, blocks.length + (blocks.length >> 1) + 1);
    }
    if (blocks[block] == null) {
      blocks[block] = new int[1 << BITS];
    } else if (place == blocks[block].length) {
      blocks[block] = Arrays.copyOf(blocks[block], 2 * place);
    }
    blocks[block][place] = number;
    size++;
  }

  int get(int index) {
    return blocks[index >>> BITS][index & MASK];
  }

  int size() {
    return size;
  }
}
