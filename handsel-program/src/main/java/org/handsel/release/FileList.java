package org.handsel.release;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// Names in order, each with its number: a few in memory; of many sorted parts go to scratch files
/// and are merged there, so that memory does not grow with their number. Used by one thread.
final class FileList implements AutoCloseable {
  /// So many names take some megabytes.
  private static final int IN_MEMORY = 50_000;

  private static final int PLACE = 8;

  private final List<String> few;
  private final @Nullable FileChannel names;
  private final @Nullable FileChannel places;
  private final int size;

  private FileList(
      List<String> few, @Nullable FileChannel names, @Nullable FileChannel places, int size) {
    this.few = few;
    this.names = names;
    this.places = places;
    this.size = size;
  }

  int size() {
    return size;
  }

  String get(int number) {
    FileChannel in = names;
    FileChannel where = places;
    if (in == null || where == null) {
      return few.get(number);
    }
    try {
      ByteBuffer ends = bytes(where, (long) number * PLACE, 2 * PLACE);
      long begin = ends.getLong();
      return text(bytes(in, begin, Math.toIntExact(ends.getLong() - begin)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ByteBuffer bytes(FileChannel in, long at, int size) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(size);
    while (bytes.hasRemaining()) {
      if (in.read(bytes, at + bytes.position()) < 0) {
        throw new EOFException("a scratch file ends too early");
      }
    }
    return bytes.flip();
  }

  private static String text(ByteBuffer bytes) {
    return bytes.asCharBuffer().toString();
  }

  @Override
  public void close() {
    try (names;
        places) {
      // Closing is all.
    } catch (IOException e) {
      // Nobody needs what was in them.
    }
  }

  /// Takes names in any order.
  static final class Sorting implements AutoCloseable {
    private final Path scratch;
    private final Comparator<String> order;
    private final int inMemory;
    private final List<FileChannel> parts = new ArrayList<>();
    private List<String> names = new ArrayList<>();
    private int size;

    /// @param scratch folder for files where memory is not enough; created then
    Sorting(Path scratch, Comparator<String> order) {
      this(scratch, order, IN_MEMORY);
    }

    Sorting(Path scratch, Comparator<String> order, int inMemory) {
      this.scratch = scratch;
      this.order = order;
      this.inMemory = inMemory;
    }

    void add(String name) throws IOException {
      if (names.size() == inMemory) {
        part();
      }
      names.add(name);
      size++;
    }

    private void part() throws IOException {
      names.sort(order);
      FileChannel part = open("names-" + parts.size());
      parts.add(part);
      DataOutputStream out = output(part);
      for (String name : names) {
        out.writeInt(name.length());
        out.writeChars(name);
      }
      out.flush();
      names = new ArrayList<>();
    }

    /// All of them, in order. Nothing can be added afterwards.
    FileList sorted() throws IOException {
      if (parts.isEmpty()) {
        names.sort(order);
        return new FileList(List.copyOf(names), null, null, size);
      }
      part();
      FileChannel all = open("names");
      FileChannel places = open("places");
      merge(output(all), output(places));
      return new FileList(List.of(), all, places, size);
    }

    /// The next name of a part.
    private record Next(String name, DataInputStream rest) {}

    private void merge(DataOutputStream all, DataOutputStream places) throws IOException {
      PriorityQueue<Next> next = new PriorityQueue<>(Comparator.comparing(Next::name, order));
      for (FileChannel part : parts) {
        part.position(0);
        offer(next, new DataInputStream(new BufferedInputStream(Channels.newInputStream(part))));
      }
      long at = 0;
      places.writeLong(at);
      for (Next first = next.poll(); first != null; first = next.poll()) {
        all.writeChars(first.name);
        at += 2L * first.name.length();
        places.writeLong(at);
        offer(next, first.rest);
      }
      all.flush();
      places.flush();
    }

    private static void offer(PriorityQueue<Next> next, DataInputStream part) throws IOException {
      int length;
      try {
        length = part.readInt();
      } catch (EOFException over) {
        return;
      }
      next.add(new Next(text(ByteBuffer.wrap(part.readNBytes(2 * length))), part));
    }

    private static DataOutputStream output(FileChannel channel) {
      return new DataOutputStream(
          new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16));
    }

    private FileChannel open(String name) throws IOException {
      Files.createDirectories(scratch);
      return FileChannel.open(
          scratch.resolve(name + ".part"),
          StandardOpenOption.CREATE,
          StandardOpenOption.TRUNCATE_EXISTING,
          StandardOpenOption.READ,
          StandardOpenOption.WRITE,
          StandardOpenOption.DELETE_ON_CLOSE);
    }

    /// Gives the parts back; the sorted list stays.
    @Override
    public void close() throws IOException {
      for (FileChannel part : parts) {
        part.close();
      }
    }
  }
}
