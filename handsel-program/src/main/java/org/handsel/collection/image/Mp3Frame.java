package org.handsel.collection.image;

import java.io.IOException;

/// The header of a frame of MPEG audio layer III (ISO/IEC 11172-3 section 2.4.2.3; 13818-3 for the
/// lower sampling rates).
final class Mp3Frame {
  /// kbit/s by index of MPEG-1 and of MPEG-2; 0 where no frame has this index.
  private static final int[] RATES_1 = {
    0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0
  };

  private static final int[] RATES_2 = {
    0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0
  };

  private static final int[] SAMPLES_PER_SECOND = {44_100, 48_000, 32_000};

  private Mp3Frame() {}

  /// Bytes of the frame at a position; 0 when there is none.
  static int size(FileBytes in, long position) throws IOException {
    int version = in.at(position + 1) >> 3;
    int rates = in.at(position + 2);
    boolean layer3 = in.at(position) == 0xFF && (in.at(position + 1) & 0xE6) == 0xE2;
    if (!layer3 || rates < 0 || (rates >> 2 & 3) == 3 || (version & 3) == 1) {
      return 0;
    }
    boolean first = (version & 3) == 3;
    int bitRate = 1000 * (first ? RATES_1 : RATES_2)[rates >> 4];
    int sampling = SAMPLES_PER_SECOND[rates >> 2 & 3] >> (first ? 0 : (version & 3) == 2 ? 1 : 2);
    int padding = rates >> 1 & 1;
    return bitRate == 0 ? 0 : (first ? 144 : 72) * bitRate / sampling + padding;
  }
}
