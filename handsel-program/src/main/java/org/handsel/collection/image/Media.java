package org.handsel.collection.image;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Looks whether the containers of sound and film are whole: that what they announce is there, to
/// the end. Nothing is decoded.
final class Media {
  private static final int OGG_HEADER = 27;
  private static final int LAST_PAGE = 4;
  private static final long EBML_SEGMENT = 0x18538067L;
  private static final int ID3_HEADER = 10;
  private static final int ID3_TAIL = 128;
  private static final int FLAC_HEADER = 4;
  private static final int STREAMINFO = 34;

  private Media() {}

  /// Walks the pages (RFC 3533 section 6): each begins with its mark, and the last one of a stream
  /// says that it is the last.
  static @Nullable Defect ogg(FileBytes in) throws IOException {
    long position = 0;
    int flags = 0;
    while (position < in.length()) {
      int segments = in.at(position + OGG_HEADER - 1);
      if (segments < 0) {
        return Defect.TRUNCATED;
      }
      if (!in.text(position, 4).equals("OggS")) {
        return Defect.DAMAGED;
      }
      flags = in.at(position + 5);
      long size = 0;
      for (int i = 0; i < segments; i++) {
        int lacing = in.at(position + OGG_HEADER + i);
        if (lacing < 0) {
          return Defect.TRUNCATED;
        }
        size += lacing;
      }
      position += OGG_HEADER + segments + size;
    }
    return position > in.length() || (flags & LAST_PAGE) == 0 ? Defect.TRUNCATED : null;
  }

  /// The segment holds everything (Matroska, RFC 9559 section 4); one of unknown size is a live
  /// recording, whose end nobody can tell.
  static @Nullable Defect webm(FileBytes in) throws IOException {
    long position = 0;
    boolean segment = false;
    while (position < in.length()) {
      int first = in.at(position);
      int idSize = Integer.numberOfLeadingZeros(Math.max(1, first)) - 23;
      if (first == 0 || idSize > 4) {
        return Defect.DAMAGED;
      }
      long id = in.number(position, idSize, BIG_ENDIAN);
      int lead = in.at(position + idSize);
      if (id < 0 || lead < 0) {
        return Defect.TRUNCATED;
      }
      int length = Integer.numberOfLeadingZeros(Math.max(1, lead)) - 23;
      if (lead == 0) {
        return Defect.DAMAGED;
      }
      long size = in.number(position + idSize, length, BIG_ENDIAN);
      if (size < 0) {
        return Defect.TRUNCATED;
      }
      long mask = (1L << (7 * length)) - 1;
      segment |= id == EBML_SEGMENT;
      if ((size & mask) == mask) {
        return null;
      }
      position += idSize + length + (size & mask);
    }
    return position > in.length() || !segment ? Defect.TRUNCATED : null;
  }

  /// Chunks of RIFF; recorders that were switched off leave sizes of zero, which players accept and
  /// which are not whole.
  static @Nullable Defect wav(FileBytes in) throws IOException {
    long end = 8 + in.number(4, 4, LITTLE_ENDIAN);
    long position = 12;
    boolean sound = false;
    while (position + 8 <= Math.min(end, in.length())) {
      long size = in.number(position + 4, 4, LITTLE_ENDIAN);
      sound |= in.text(position, 4).equals("data") && size > 0;
      position += 8 + size + (size & 1);
    }
    // The byte that pads a last chunk is left out by some writers.
    return end > in.length() + 1 || position > in.length() + 1
        ? Defect.TRUNCATED
        : sound ? null : Defect.DAMAGED;
  }

  /// Header and as many tracks as it announces.
  static @Nullable Defect midi(FileBytes in) throws IOException {
    long size = in.number(4, 4, BIG_ENDIAN);
    long tracks = in.number(10, 2, BIG_ENDIAN);
    if (size < 0 || tracks < 0) {
      return Defect.TRUNCATED;
    }
    long position = 8 + size;
    for (long found = 0; found < tracks; ) {
      long length = in.number(position + 4, 4, BIG_ENDIAN);
      if (length < 0 || position + 8 + length > in.length()) {
        return Defect.TRUNCATED;
      }
      found += in.text(position, 4).equals("MTrk") ? 1 : 0;
      position += 8 + length;
    }
    return size < 6 || tracks == 0 ? Defect.DAMAGED : null;
  }

  /// Frames one behind the other, to the end or to what stands behind the sound. One that is broken
  /// off by less than a frame cannot be told from padding.
  static @Nullable Defect mp3(FileBytes in) throws IOException {
    long position = 0;
    if (in.text(0, 3).equals("ID3")) {
      long size = 0;
      for (int i = 6; i < ID3_HEADER; i++) {
        int part = in.at(i);
        if (part < 0) {
          return Defect.TRUNCATED;
        }
        size = size << 7 | (part & 0x7F);
      }
      position = ID3_HEADER + size;
      if (position >= in.length()) {
        return Defect.TRUNCATED;
      }
    }
    while (position < in.length() && in.at(position) == 0) {
      position++;
    }
    long frames = 0;
    while (position < in.length()) {
      int size = Mp3Frame.size(in, position);
      if (size <= 0) {
        break;
      }
      frames++;
      position += size;
    }
    if (frames == 0) {
      return Defect.DAMAGED;
    }
    if (position > in.length()) {
      return Defect.TRUNCATED;
    }
    boolean tail =
        position == in.length()
            || in.length() - position <= ID3_TAIL
            || in.text(position, 3).equals("TAG")
            || in.text(position, 8).equals("APETAGEX")
            || in.text(position, 3).equals("ID3");
    return tail ? null : Defect.DAMAGED;
  }

  /// The blocks before the sound, and at least one frame behind them (RFC 9639 sections 8 and 9).
  /// How long the frames are only decoding tells.
  static @Nullable Defect flac(FileBytes in) throws IOException {
    long position = FLAC_HEADER;
    boolean last = false;
    boolean first = true;
    while (!last) {
      int type = in.at(position);
      long size = in.number(position + 1, 3, BIG_ENDIAN);
      if (type < 0 || size < 0) {
        return Defect.TRUNCATED;
      }
      if (first && ((type & 0x7F) != 0 || size != STREAMINFO)) {
        return Defect.DAMAGED;
      }
      first = false;
      last = (type & 0x80) != 0;
      position += 4 + size;
    }
    int sync = (int) in.number(position, 2, BIG_ENDIAN);
    return sync < 0 ? Defect.TRUNCATED : (sync & 0xFFFE) == 0xFFF8 ? null : Defect.DAMAGED;
  }
}
