package org.handsel.wiki.markup;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Stretches of a page that do not count, such as comments, in rising order.
final class Skipped {
  private int[] from = new int[64];
  private int[] to = new int[64];
  private int count;

  void clear() {
    count = 0;
  }

  void add(int start, int end) {
    if (count == from.length) {
      from = Arrays.copyOf(from, count * 2);
      to = Arrays.copyOf(to, count * 2);
    }
    from[count] = start;
    to[count] = end;
    count++;
  }

  /// The text between two places without what does not count.
  String text(byte[] page, int start, int end) {
    int next = firstEndingAfter(start);
    if (next == count || from[next] >= end) {
      return new String(page, start, end - start, StandardCharsets.UTF_8);
    }
    byte[] kept = new byte[end - start];
    int length = 0;
    int at = start;
    for (; next < count && from[next] < end; next++) {
      int stop = Math.max(at, from[next]);
      System.arraycopy(page, at, kept, length, stop - at);
      length += stop - at;
      at = Math.min(end, Math.max(at, to[next]));
    }
    System.arraycopy(page, at, kept, length, end - at);
    return new String(kept, 0, length + end - at, StandardCharsets.UTF_8);
  }

  private int firstEndingAfter(int place) {
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (to[middle] > place) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
