package org.handsel.collection.image;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Walks the directories of a TIFF (TIFF 6.0 section 2, BigTIFF, both byte orders) with their
/// sub-directories, and looks whether values, strips and tiles lie within the file.
///
/// The size is that of the first page.
final class TiffWalk {
  private static final int SUBFILE_TYPE = 254;
  private static final long REDUCED = 1;
  private static final long MASK = 4;
  private static final int WIDTH = 256;
  private static final int HEIGHT = 257;
  private static final int SUB_DIRECTORIES = 330;

  /// Layers of an image editor: far above any limit of metadata, and harmless.
  private static final int IMAGE_SOURCE_DATA = 37724;

  /// Where the pixels lie, and the field that says how many bytes there are.
  private static final Map<Integer, Integer> PIXELS = Map.of(273, 279, 324, 325, 513, 514);

  /// Bytes of one value by field type; 0 for types that nobody has defined.
  private static final int[] TYPE_SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};

  /// More than any real file has: what is beyond is a trap.
  private static final long MOST_VALUES = 20_000_000;

  private static final int BATCH = 4096;

  private final FileBytes in;
  private final MetadataWeight metadata = new MetadataWeight();
  private final Deque<Long> waiting = new ArrayDeque<>();
  private final Set<Long> seen = new HashSet<>();
  private final Set<Long> below = new HashSet<>();
  private ByteOrder order = LITTLE_ENDIAN;
  private boolean big;
  private long width;
  private long height;
  private long values;
  private long pages;

  /// One field of a directory.
  ///
  /// @param size bytes of one value
  /// @param count of values
  /// @param position of the first value
  private record Field(int size, long count, long position) {}

  TiffWalk(FileBytes in) {
    this.in = in;
  }

  Shape shape() throws IOException {
    order = in.at(0) == 'M' ? BIG_ENDIAN : LITTLE_ENDIAN;
    big = in.number(2, 2, order) == 43;
    Defect defect = walk();
    Shape shape = width > 0 ? Shape.of(width, height, defect) : new Shape(0, 0, defect);
    return shape.withPages(pages);
  }

  private @Nullable Defect walk() throws IOException {
    long first = number(big ? 8 : 4);
    if (first <= 0) {
      return in.length() < (big ? 16 : 8) ? Defect.TRUNCATED : Defect.DAMAGED;
    }
    waiting.add(first);
    while (!waiting.isEmpty()) {
      long position = waiting.remove();
      // Chains that return to an earlier directory exist; each is looked at once.
      if (!seen.add(position)) {
        continue;
      }
      Defect defect = directory(position);
      if (defect != null) {
        return defect;
      }
    }
    return width > 0 && height > 0 ? null : Defect.DAMAGED;
  }

  private @Nullable Defect directory(long position) throws IOException {
    int entrySize = big ? 20 : 12;
    long entries = in.number(position, big ? 8 : 2, order);
    long first = position + (big ? 8 : 2);
    if (entries < 0 || entries > (in.length() - first) / entrySize) {
      return Defect.TRUNCATED;
    }
    values += entries;
    if (entries == 0 || entries > 0xFFFF || values > MOST_VALUES) {
      return Defect.DAMAGED;
    }
    Map<Integer, Field> fields = new HashMap<>();
    for (long i = 0; i < entries; i++) {
      Defect defect = field(first + i * entrySize, fields);
      if (defect != null) {
        return defect;
      }
    }
    long next = number(first + entries * entrySize);
    if (next != 0) {
      waiting.add(next < 0 ? in.length() : next);
    }
    // Small versions, masks and sub-directories of a page are no pages (TIFF 6.0, NewSubfileType).
    if (!below.contains(position) && (first(fields, SUBFILE_TYPE) & (REDUCED | MASK)) == 0) {
      pages++;
    }
    return content(fields);
  }

  private @Nullable Defect field(long entry, Map<Integer, Field> fields) throws IOException {
    int tag = (int) in.number(entry, 2, order);
    int type = (int) in.number(entry + 2, 2, order);
    long count = number(entry + 4);
    int size = type < TYPE_SIZES.length ? TYPE_SIZES[type] : 0;
    if (size == 0) {
      return null;
    }
    if (count < 0 || count > in.length()) {
      return Defect.TRUNCATED;
    }
    long inline = entry + (big ? 12 : 8);
    long start = count * size <= (big ? 8 : 4) ? inline : number(inline);
    if (start < 0 || start > in.length() - count * size) {
      return Defect.TRUNCATED;
    }
    fields.putIfAbsent(tag, new Field(size, count, start));
    boolean structure =
        tag == IMAGE_SOURCE_DATA || PIXELS.containsKey(tag) || PIXELS.containsValue(tag);
    if (!structure) {
      metadata.bytes(count * size);
    }
    return metadata.isBomb() ? Defect.METADATA_BOMB : null;
  }

  private @Nullable Defect content(Map<Integer, Field> fields) throws IOException {
    if (width == 0) {
      width = first(fields, WIDTH);
      height = first(fields, HEIGHT);
    }
    Field inner = fields.get(SUB_DIRECTORIES);
    if (inner != null && inner.count() <= 0xFFFF) {
      for (long i = 0; i < inner.count(); i++) {
        waiting.add(value(inner, i));
        below.add(value(inner, i));
      }
    }
    for (Map.Entry<Integer, Integer> pair : PIXELS.entrySet()) {
      Field offsets = fields.get(pair.getKey());
      if (offsets != null) {
        Defect defect = pixels(offsets, fields.get(pair.getValue()));
        if (defect != null) {
          return defect;
        }
      }
    }
    return null;
  }

  /// Reads offsets and lengths in turn by the batch, since the two lists may lie far apart.
  private @Nullable Defect pixels(Field offsets, @Nullable Field sizes) throws IOException {
    values += offsets.count();
    if (values > MOST_VALUES) {
      return Defect.DAMAGED;
    }
    long[] starts = new long[(int) Math.min(BATCH, offsets.count())];
    for (long done = 0; done < offsets.count(); done += BATCH) {
      int batch = (int) Math.min(BATCH, offsets.count() - done);
      for (int i = 0; i < batch; i++) {
        starts[i] = value(offsets, done + i);
      }
      for (int i = 0; i < batch; i++) {
        boolean sized = sizes != null && done + i < sizes.count();
        // Without its length (old writers leave it out) a strip still has to begin in the file.
        long size = sized && sizes != null ? value(sizes, done + i) : 1;
        boolean outside = starts[i] < 0 || size < 0 || starts[i] > in.length() - size;
        // A tile without bytes is one that is left blank, wherever it is said to lie.
        if (size != 0 && outside) {
          return Defect.TRUNCATED;
        }
      }
    }
    return null;
  }

  private long first(Map<Integer, Field> fields, int tag) throws IOException {
    Field field = fields.get(tag);
    return field == null || field.count() == 0 ? 0 : value(field, 0);
  }

  private long value(Field field, long index) throws IOException {
    return in.number(field.position() + index * field.size(), field.size(), order);
  }

  /// A count or an offset, as wide as this kind of TIFF has them.
  private long number(long position) throws IOException {
    return in.number(position, big ? 8 : 4, order);
  }
}
