package org.handsel.authority.index;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;

/// An index on the disk: a header and named sections. It is mapped, not read, so that it opens at
/// once whatever its size, and only what is asked for comes into memory. Numbers are little-endian.
///
/// The header holds a mark, the version of the format, the version of the program, the length of
/// the file and the table of sections. An index of another version is refused: what another version
/// made of names would not fit what this one makes of questions. Safe for threads until closed.
public final class IndexFile implements AutoCloseable {
  /// Grows whenever the same records would give another index.
  static final int FORMAT = 6;

  /// A long of a section.
  public static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG.withOrder(ByteOrder.LITTLE_ENDIAN);

  /// A number of a section.
  public static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT.withOrder(ByteOrder.LITTLE_ENDIAN);

  static final int HEADER = 4096;
  private static final String AGAIN = "Build it again with handsel authority index.";
  private static final byte[] MARK = "HANDSELX".getBytes(StandardCharsets.US_ASCII);
  private static final int VERSION_PLACE = 16;
  private static final int TEXT = 32;
  private static final int LENGTH_PLACE = VERSION_PLACE + TEXT;
  private static final int TABLE = LENGTH_PLACE + 8;
  private static final int ENTRY = TEXT + 16;

  private final Arena arena;
  private final Map<String, MemorySegment> sections;

  private IndexFile(Arena arena, Map<String, MemorySegment> sections) {
    this.arena = arena;
    this.sections = sections;
  }

  /// Whether a file begins as an index does, of whatever version.
  public static boolean isIndex(Path file) {
    try (var in = Files.newInputStream(file)) {
      return java.util.Arrays.equals(in.readNBytes(MARK.length), MARK);
    } catch (IOException e) {
      return false;
    }
  }

  /// Maps an index.
  ///
  /// @throws HandselException with exit 1 when the file is no index, of another version or cut off
  public static IndexFile open(Path file) {
    Arena arena = Arena.ofShared();
    boolean opened = false;
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
      while (header.hasRemaining() && channel.read(header) >= 0) {
        // A header is read whole or the file ends.
      }
      check(file, header, channel.size());
      Map<String, MemorySegment> sections = new LinkedHashMap<>();
      MemorySegment all = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
      int count = header.getInt(TABLE);
      for (int i = 0; i < count; i++) {
        int entry = TABLE + 4 + i * ENTRY;
        sections.put(
            text(header, entry),
            all.asSlice(header.getLong(entry + TEXT), header.getLong(entry + TEXT + 8)));
      }
      opened = true;
      return new IndexFile(arena, Map.copyOf(sections));
    } catch (IndexOutOfBoundsException e) {
      throw damaged(file, "its table of sections");
    } catch (IOException e) {
      throw HandselException.input(
          "%s: cannot be read (%s): expected an index of an authority file. Check the path."
              .formatted(file, DurableFiles.reason(e)));
    } finally {
      if (!opened) {
        arena.close();
      }
    }
  }

  /// What is said where a part of an index holds what no index holds.
  static HandselException damaged(Path file, String part) {
    return HandselException.input("%s: the index is damaged (%s). %s".formatted(file, part, AGAIN));
  }

  private static void check(Path file, ByteBuffer header, long length) {
    byte[] mark = new byte[MARK.length];
    header.get(0, mark);
    String again = AGAIN;
    if (header.position() < HEADER || !java.util.Arrays.equals(mark, MARK)) {
      throw HandselException.input(
          "%s: expected an index of an authority file, found something else. %s"
              .formatted(file, again));
    }
    int format = header.getInt(MARK.length);
    String version = text(header, VERSION_PLACE);
    if (format != FORMAT || !version.equals(program())) {
      throw HandselException.input(
          "%s: expected an index built by Handsel %s (format %d), found one built by %s (format %d). %s"
              .formatted(file, program(), FORMAT, version, format, again));
    }
    long promised = header.getLong(LENGTH_PLACE);
    if (promised != length) {
      throw HandselException.input(
          "%s: expected %,d bytes, found %,d; the index is not whole. %s"
              .formatted(file, promised, length, again));
    }
  }

  private static String text(ByteBuffer header, int place) {
    byte[] bytes = new byte[TEXT];
    header.get(place, bytes);
    int end = 0;
    while (end < TEXT && bytes[end] != 0) {
      end++;
    }
    return new String(bytes, 0, end, StandardCharsets.UTF_8);
  }

  /// Version of this program; `development` where it was not packed.
  static String program() {
    String version = IndexFile.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  /// The bytes of a section; empty where there is none.
  public MemorySegment section(String name) {
    return sections.getOrDefault(name, MemorySegment.NULL);
  }

  /// Unmaps the index; its sections must not be used any more.
  @Override
  public void close() {
    arena.close();
  }

  static ByteBuffer header(Map<String, long[]> sections, long length) {
    ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
    header.put(0, MARK);
    header.putInt(MARK.length, FORMAT);
    put(header, VERSION_PLACE, program());
    header.putLong(LENGTH_PLACE, length);
    header.putInt(TABLE, sections.size());
    int entry = TABLE + 4;
    for (Map.Entry<String, long[]> section : sections.entrySet()) {
      put(header, entry, section.getKey());
      header.putLong(entry + TEXT, section.getValue()[0]);
      header.putLong(entry + TEXT + 8, section.getValue()[1]);
      entry += ENTRY;
    }
    return header;
  }

  private static void put(ByteBuffer header, int place, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    header.put(place, bytes, 0, Math.min(TEXT, bytes.length));
  }
}
