package org.handsel.collection.image;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Walks the chunks of a WebP (RFC 9649).
final class WebpWalk {
  private final FileBytes in;
  private final MetadataWeight metadata = new MetadataWeight();
  private long width;
  private long height;
  private boolean pixels;

  WebpWalk(FileBytes in) {
    this.in = in;
  }

  Shape shape() throws IOException {
    Defect defect = walk();
    return width > 0 ? Shape.of(width, height, defect) : new Shape(0, 0, defect);
  }

  private @Nullable Defect walk() throws IOException {
    long end = 8 + in.number(4, 4, LITTLE_ENDIAN);
    long position = 12;
    // A last chunk of odd length wants a byte of padding, which some writers leave out.
    while (position + 8 <= Math.min(end, in.length())) {
      long size = in.number(position + 4, 4, LITTLE_ENDIAN);
      chunk(in.text(position, 4), position + 8, size);
      if (metadata.isBomb()) {
        return Defect.METADATA_BOMB;
      }
      position += 8 + size + (size & 1);
      if (position > end + 1) {
        return end > in.length() ? Defect.TRUNCATED : Defect.DAMAGED;
      }
    }
    if (end > in.length()) {
      return Defect.TRUNCATED;
    }
    return pixels && width > 0 ? null : Defect.DAMAGED;
  }

  private void chunk(String type, long position, long size) throws IOException {
    switch (type) {
      case "VP8X" -> size(1 + number24(position + 4), 1 + number24(position + 7));
      case "VP8 " -> {
        pixels = true;
        long start = in.number(position + 3, 3, LITTLE_ENDIAN);
        if (start == 0x2A019D) {
          size(low14(position + 6), low14(position + 8));
        }
      }
      case "VP8L" -> {
        pixels = true;
        long bits = in.number(position + 1, 4, LITTLE_ENDIAN);
        if (in.at(position) == 0x2F && bits >= 0) {
          size(1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF));
        }
      }
      case "ANMF" -> pixels = true;
      case "EXIF", "XMP ", "ICCP" -> metadata.segment(size);
      default -> {}
    }
  }

  /// The first chunk that states a size speaks for the file.
  private void size(long statedWidth, long statedHeight) {
    if (width == 0) {
      width = statedWidth;
      height = statedHeight;
    }
  }

  private long low14(long position) throws IOException {
    return in.number(position, 2, LITTLE_ENDIAN) & 0x3FFF;
  }

  private long number24(long position) throws IOException {
    return in.number(position, 3, LITTLE_ENDIAN);
  }
}
