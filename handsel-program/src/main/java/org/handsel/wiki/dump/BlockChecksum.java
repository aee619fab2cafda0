package org.handsel.wiki.dump;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.zip.CRC32;

/// The checksum of bzip2 blocks: CRC-32 that takes the bits of each byte from the heaviest down,
/// where zip takes them the other way round. With bits turned around it is zip's, for which
/// processors have instructions.
final class BlockChecksum {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final int STEP = 1 << 13;

  private final CRC32 crc = new CRC32();
  private final byte[] turned = new byte[STEP];

  int of(byte[] bytes, int length) {
    crc.reset();
    for (int at = 0; at < length; at += STEP) {
      int count = Math.min(STEP, length - at);
      int i = 0;
      for (; i + 8 <= count; i += 8) {
        LONGS.set(turned, i, Long.reverseBytes(Long.reverse((long) LONGS.get(bytes, at + i))));
      }
      for (; i < count; i++) {
        turned[i] = (byte) (Integer.reverse(bytes[at + i]) >>> 24);
      }
      crc.update(turned, 0, count);
    }
    return Integer.reverse((int) crc.getValue());
  }
}
