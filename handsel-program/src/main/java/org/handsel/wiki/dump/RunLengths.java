package org.handsel.wiki.dump;

import java.util.Arrays;

/// Undoes the run lengths with which a bzip2 block begins: four equal bytes are followed by how
/// often the byte stands there besides.
final class RunLengths {
  private RunLengths() {}

  /// Writes the bytes as they were.
  ///
  /// @param target is replaced by a larger one where it does not suffice
  static byte[] undo(byte[] packed, int count, byte[] target, int[] length) {
    byte[] out = target;
    int written = 0;
    int copied = 0;
    int at = 0;
    while (at + 3 < count) {
      // Text hardly has runs: where two neighbours differ, none can begin before the second.
      if (packed[at + 3] != packed[at + 2]) {
        at += 3;
      } else if (packed[at + 2] != packed[at + 1]) {
        at += 2;
      } else if (packed[at + 1] != packed[at]) {
        at++;
      } else {
        int more = at + 4 < count ? packed[at + 4] & 0xff : 0;
        int plain = at + 4 - copied;
        out = room(out, written, plain + more);
        System.arraycopy(packed, copied, out, written, plain);
        written += plain;
        Arrays.fill(out, written, written + more, packed[at]);
        written += more;
        at += 5;
        copied = Math.min(at, count);
      }
    }
    out = room(out, written, count - copied);
    System.arraycopy(packed, copied, out, written, count - copied);
    length[0] = written + count - copied;
    return out;
  }

  private static byte[] room(byte[] out, int written, int more) {
    return written + more <= out.length
        ? out
        : Arrays.copyOf(out, Math.max(written + more, out.length + (out.length >> 1)));
  }
}
