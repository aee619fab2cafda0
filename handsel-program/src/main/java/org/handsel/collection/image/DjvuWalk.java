package org.handsel.collection.image;

import static java.nio.ByteOrder.BIG_ENDIAN;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Walks the chunks of a DjVu file (DjVu3 specification section 8): a single page, or a bundle of
/// pages with what they share. The size is that of the first page, the number of pages that of the
/// pages which are there.
final class DjvuWalk {
  private static final int MOST_CHUNKS = 1_000_000;
  private static final int BUNDLED = 0x80;
  private static final int FIRST = 16;
  private static final String PAGE = "DJVU";

  private final FileBytes in;
  private @Nullable Shape first;
  private long pages;

  DjvuWalk(FileBytes in) {
    this.in = in;
  }

  Shape shape() throws IOException {
    long end = 12 + in.number(8, 4, BIG_ENDIAN);
    Defect defect = end > in.length() ? Defect.TRUNCATED : null;
    boolean bundle = in.text(12, 4).equals("DJVM");
    if (!bundle) {
      pages = 1;
      first = page(FIRST, Math.min(end, in.length()), defect);
    } else if (in.text(FIRST, 4).equals("DIRM") && (in.at(FIRST + 8) & BUNDLED) == 0) {
      long files = in.number(FIRST + 9, 2, BIG_ENDIAN);
      return new Shape(
          0,
          0,
          Defect.DAMAGED,
          0,
          "it is only the index of a book whose %d parts are files of their own".formatted(files));
    } else {
      defect = bundle(Math.min(end, in.length()), defect);
    }
    Shape shape = first == null ? new Shape(0, 0, defect == null ? Defect.DAMAGED : defect) : first;
    return new Shape(shape.width(), shape.height(), defect == null ? shape.defect() : defect)
        .withPages(pages);
  }

  /// Goes from part to part; what they hold is looked at for the first page only.
  private @Nullable Defect bundle(long end, @Nullable Defect defect) throws IOException {
    long position = FIRST;
    for (int chunks = 0; position + 8 <= end; chunks++) {
      long size = in.number(position + 4, 4, BIG_ENDIAN);
      if (chunks > MOST_CHUNKS) {
        return Defect.DAMAGED;
      }
      if (in.text(position, 4).equals("FORM") && in.text(position + 8, 4).equals(PAGE)) {
        pages++;
        if (first == null) {
          first = page(position + 12, Math.min(end, position + 8 + size), defect);
        }
      }
      position += 8 + size + (size & 1);
    }
    // The byte that pads a last chunk is left out by some writers.
    return defect == null && position > end + 1 ? Defect.TRUNCATED : defect;
  }

  private Shape page(long from, long end, @Nullable Defect defect) throws IOException {
    long position = from;
    for (int chunks = 0; position + 8 <= end && chunks <= MOST_CHUNKS; chunks++) {
      long size = in.number(position + 4, 4, BIG_ENDIAN);
      if (in.text(position, 4).equals("INFO") && size >= 4) {
        return Shape.of(
            in.number(position + 8, 2, BIG_ENDIAN),
            in.number(position + 10, 2, BIG_ENDIAN),
            defect);
      }
      position += 8 + size + (size & 1);
    }
    return new Shape(0, 0, defect == null ? Defect.DAMAGED : defect);
  }
}
