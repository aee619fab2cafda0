package org.handsel.collection.image;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Walks the blocks of a GIF (GIF89a, appendix A) to the trailer.
final class GifWalk {
  private static final int EXTENSION = 0x21;
  private static final int IMAGE = 0x2C;
  private static final int TRAILER = 0x3B;

  private final FileBytes in;
  private final MetadataWeight metadata = new MetadataWeight();
  private boolean pixels;

  GifWalk(FileBytes in) {
    this.in = in;
  }

  Shape shape() throws IOException {
    if (in.length() < 13) {
      return new Shape(0, 0, Defect.TRUNCATED);
    }
    long width = in.number(6, 2, LITTLE_ENDIAN);
    long height = in.number(8, 2, LITTLE_ENDIAN);
    return Shape.of(width, height, walk(13 + colours(in.at(10))));
  }

  private @Nullable Defect walk(long first) throws IOException {
    long position = first;
    while (position >= 0 && position < in.length()) {
      int block = in.at(position);
      switch (block) {
        case EXTENSION -> position = extension(position);
        case IMAGE -> {
          pixels = true;
          position = afterBlocks(position + 11 + colours(in.at(position + 9)));
        }
        case TRAILER -> {
          return pixels ? null : Defect.DAMAGED;
        }
        // Some encoders leave an extra terminator between blocks; decoders step over it.
        case 0 -> position++;
        default -> {
          return Defect.DAMAGED;
        }
      }
      if (metadata.isBomb()) {
        return Defect.METADATA_BOMB;
      }
    }
    return Defect.TRUNCATED;
  }

  private long extension(long position) throws IOException {
    int label = in.at(position + 1);
    long end = afterBlocks(position + 2);
    if (label == 0xFE) {
      metadata.segment(end - position);
    } else if (label == 0xFF) {
      metadata.bytes(end - position);
    }
    return end;
  }

  /// The position behind a chain of sub-blocks; the length of the file when the chain is cut off.
  private long afterBlocks(long first) throws IOException {
    long position = first;
    int size = in.at(position);
    while (size > 0) {
      position += size + 1L;
      size = in.at(position);
    }
    return size == 0 ? position + 1 : in.length();
  }

  /// Bytes of the table of colours that a packed field announces.
  private static int colours(int packed) {
    return packed > 0 && (packed & 0x80) != 0 ? 3 << ((packed & 0x07) + 1) : 0;
  }
}
