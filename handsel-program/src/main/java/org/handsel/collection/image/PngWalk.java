package org.handsel.collection.image;

import static java.nio.ByteOrder.BIG_ENDIAN;

import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Walks the chunks of a PNG (W3C, section 5.3) to IEND and checks each checksum.
final class PngWalk {
  private static final int SIGNATURE = 8;
  private static final int FRAME = 12;
  private static final Set<String> METADATA = Set.of("tEXt", "zTXt", "iTXt", "eXIf", "iCCP");

  private final FileBytes in;
  private final MetadataWeight metadata = new MetadataWeight();
  private boolean pixels;

  PngWalk(FileBytes in) {
    this.in = in;
  }

  Shape shape() throws IOException {
    boolean header =
        in.number(SIGNATURE, 4, BIG_ENDIAN) == 13 && in.text(SIGNATURE + 4, 4).equals("IHDR");
    if (!header) {
      return new Shape(
          0, 0, in.length() < SIGNATURE + FRAME + 13 ? Defect.TRUNCATED : Defect.DAMAGED);
    }
    long width = in.number(16, 4, BIG_ENDIAN);
    long height = in.number(20, 4, BIG_ENDIAN);
    if (height < 0) {
      return new Shape(0, 0, Defect.TRUNCATED);
    }
    return Shape.of(width, height, walk());
  }

  private @Nullable Defect walk() throws IOException {
    long position = SIGNATURE;
    while (true) {
      long size = in.number(position, 4, BIG_ENDIAN);
      String type = in.text(position + 4, 4);
      if (size < 0 || type.length() < 4) {
        return Defect.TRUNCATED;
      }
      if (size > Integer.MAX_VALUE || !type.chars().allMatch(PngWalk::isLetter)) {
        return Defect.DAMAGED;
      }
      long end = position + FRAME + size;
      if (end > in.length()) {
        return Defect.TRUNCATED;
      }
      if (METADATA.contains(type)) {
        metadata.segment(size);
        if (metadata.isBomb()) {
          return Defect.METADATA_BOMB;
        }
      }
      if (in.crc32(position + 4, end - 4) != in.number(end - 4, 4, BIG_ENDIAN)) {
        return Defect.DAMAGED;
      }
      pixels |= type.equals("IDAT");
      if (type.equals("IEND")) {
        return pixels ? null : Defect.DAMAGED;
      }
      position = end;
    }
  }

  private static boolean isLetter(int c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }
}
