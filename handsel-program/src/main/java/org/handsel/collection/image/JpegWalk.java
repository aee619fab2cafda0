package org.handsel.collection.image;

import static java.nio.ByteOrder.BIG_ENDIAN;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Walks the markers of a JPEG (ITU-T T.81 annex B) from SOI through every scan to EOI.
///
/// Segments are stepped over by their length, so that a thumbnail inside EXIF with its own EOI does
/// not count. Bytes after EOI (zeros of cameras, further pictures) are tolerated, and so are stray
/// bytes between segments, which decoders skip.
final class JpegWalk {
  private static final int SOI = 0xD8;
  private static final int EOI = 0xD9;
  private static final int SOS = 0xDA;
  private static final int DNL = 0xDC;
  private static final int COM = 0xFE;

  private final FileBytes in;
  private final MetadataWeight metadata = new MetadataWeight();
  private long width;
  private long height;
  private boolean framed;
  private boolean progressive;

  /// Components (bit by identifier, modulo 64) that the frame announces and no scan has brought.
  private long missing;

  JpegWalk(FileBytes in) {
    this.in = in;
  }

  Shape shape() throws IOException {
    Defect defect = walk();
    return framed ? Shape.of(width, height, defect) : new Shape(0, 0, defect);
  }

  /// Whether a decoder must keep the whole picture in memory; known after [#shape].
  boolean progressive() {
    return progressive;
  }

  private @Nullable Defect walk() throws IOException {
    long position = 2;
    while (true) {
      position = afterMarker(position);
      int marker = in.at(position - 1);
      if (position > in.length()) {
        return Defect.TRUNCATED;
      }
      if (marker == EOI) {
        return !framed ? Defect.DAMAGED : missing != 0 ? Defect.TRUNCATED : null;
      }
      if (marker == SOI || marker == 0x01 || isRestart(marker)) {
        continue;
      }
      long size = in.number(position, 2, BIG_ENDIAN);
      if (size < 0 || position + size > in.length()) {
        return Defect.TRUNCATED;
      }
      if (size < 2 || !segment(marker, position, size)) {
        return Defect.DAMAGED;
      }
      if (metadata.isBomb()) {
        return Defect.METADATA_BOMB;
      }
      position += size;
      if (marker == SOS) {
        position = afterScan(position);
      }
    }
  }

  /// The position behind the next marker; beyond the file when there is none.
  private long afterMarker(long from) throws IOException {
    long position = from;
    while (true) {
      position = in.find(0xFF, position);
      int next = in.at(position + 1);
      if (next < 0) {
        return in.length() + 1;
      }
      if (next != 0xFF && next != 0x00) {
        return position + 2;
      }
      position++;
    }
  }

  /// The position of the first marker behind entropy-coded data, in which FF is followed by 00 or
  /// is a restart marker.
  private long afterScan(long from) throws IOException {
    long position = from;
    while (true) {
      position = in.find(0xFF, position);
      int next = in.at(position + 1);
      if (next < 0) {
        return in.length();
      }
      if (next == 0x00 || isRestart(next)) {
        position += 2;
      } else if (next == 0xFF) {
        position++;
      } else {
        return position;
      }
    }
  }

  private boolean segment(int marker, long position, long size) throws IOException {
    if (isFrame(marker)) {
      return framed || frame(marker, position, size);
    }
    if (marker == SOS) {
      return framed && scan(position, size);
    }
    if (marker == DNL && height == 0) {
      height = Math.max(0, in.number(position + 2, 2, BIG_ENDIAN));
    } else if (marker == COM || (marker >= 0xE0 && marker <= 0xEF)) {
      metadata.segment(size);
    }
    return true;
  }

  private boolean frame(int marker, long position, long size) throws IOException {
    int components = in.at(position + 7);
    if (components <= 0 || size < 8 + 3L * components) {
      return false;
    }
    height = in.number(position + 3, 2, BIG_ENDIAN);
    width = in.number(position + 5, 2, BIG_ENDIAN);
    for (int i = 0; i < components; i++) {
      missing |= 1L << in.at(position + 8 + 3L * i);
    }
    progressive = (marker & 0x03) == 2;
    framed = true;
    return true;
  }

  private boolean scan(long position, long size) throws IOException {
    int components = in.at(position + 2);
    if (components <= 0 || size < 6 + 2L * components) {
      return false;
    }
    for (int i = 0; i < components; i++) {
      missing &= ~(1L << in.at(position + 3 + 2L * i));
    }
    return true;
  }

  /// SOF0–SOF15; C4, C8 and CC are other segments.
  private static boolean isFrame(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  private static boolean isRestart(int marker) {
    return marker >= 0xD0 && marker <= 0xD7;
  }
}
