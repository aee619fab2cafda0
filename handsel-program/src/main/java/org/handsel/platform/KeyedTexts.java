package org.handsel.platform;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// Remembers texts by key in scratch files, so that memory does not grow with their number: a
/// million keys take what ten do, and the disk some hundred bytes each.
///
/// A hash table on the disk; keys are compared in full, so the answers are those of a map. The
/// files lie in a folder with room, appear with the first text, and are gone when they are closed
/// or the program ends in whatever way. Used by one thread.
public final class KeyedTexts implements AutoCloseable {
  /// Hash and place of the newest entry, one more than it is, so that 0 is an empty slot.
  private static final int SLOT = 16;

  private static final int FIRST_SLOTS = 1 << 16;
  private static final int GROWTH = 4;

  /// Slots that are read at once; a search hardly ever goes further.
  private static final int TOGETHER = 8;

  /// Place of the earlier entry of the same key, lengths of key and value.
  private static final int HEAD = 16;

  private static final int TAIL = 1 << 16;

  private final Path folder;
  private final String name;
  private final ToLongFunction<String> hashing;
  private @Nullable FileChannel table;
  private @Nullable FileChannel entries;
  private long slots;
  private long used;
  private int tables;

  private final ByteBuffer group = ByteBuffer.allocateDirect(TOGETHER * SLOT);
  private long groupAt = -1;

  /// Entries that are not on the disk yet, and where they begin.
  private final ByteBuffer tail = ByteBuffer.allocateDirect(TAIL);

  private long tailAt;
  private ByteBuffer entry = ByteBuffer.allocateDirect(1 << 10);

  private KeyedTexts(Path folder, String name, ToLongFunction<String> hashing) {
    this.folder = folder;
    this.name = name;
    this.hashing = hashing;
  }

  /// Texts of which there are none yet.
  ///
  /// @param folder where the scratch files lie; created when the first text comes
  /// @param name that no other scratch files there have at the time
  public static KeyedTexts in(Path folder, String name) {
    return new KeyedTexts(folder, name, KeyedTexts::hash);
  }

  /// With a hash function of the caller's, to see what becomes of keys with equal hashes.
  static KeyedTexts in(Path folder, String name, ToLongFunction<String> hashing) {
    return new KeyedTexts(folder, name, hashing);
  }

  /// A set of keys of its own among those here.
  public Register register(String kind) {
    return new Register(this, kind + '\0');
  }

  /// Keys of one kind.
  ///
  /// @param prefix what the keys begin with in the files
  public record Register(KeyedTexts texts, String prefix) {
    /// Gives a key a value unless it has one.
    ///
    /// @return what it had before; null when it is new
    public @Nullable String putIfAbsent(String key, String value) {
      return texts.putIfAbsent(prefix + key, value);
    }

    /// Gives a key one more value.
    public void add(String key, String value) {
      texts.add(prefix + key, value);
    }

    /// All values of a key, in the order in which it got them.
    public List<String> all(String key) {
      return texts.all(prefix + key);
    }

    public boolean contains(String key) {
      return texts.contains(prefix + key);
    }
  }

  private record Found(long slot, long hash, long at) {}

  private record Entry(long earlier, String key, String value) {}

  private @Nullable String putIfAbsent(String key, String value) {
    try {
      Found found = find(key);
      if (found.at >= 0) {
        return entry(found.at).value;
      }
      put(found, append(-1, key, value));
      return null;
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private void add(String key, String value) {
    try {
      Found found = find(key);
      put(found, append(found.at, key, value));
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private List<String> all(String key) {
    if (used == 0) {
      return List.of();
    }
    try {
      List<String> values = new ArrayList<>(1);
      for (long at = find(key).at; at >= 0; ) {
        Entry found = entry(at);
        values.add(found.value);
        at = found.earlier;
      }
      Collections.reverse(values);
      return values;
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private boolean contains(String key) {
    try {
      return used > 0 && find(key).at >= 0;
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private Found find(String key) throws IOException {
    FileChannel in = table;
    if (in == null) {
      in = open(".table");
      table = in;
      slots = FIRST_SLOTS;
    }
    long hash = hashing.applyAsLong(key);
    for (long slot = home(hash); ; slot = next(slot)) {
      int at = look(in, slot);
      long place = group.getLong(at + 8) - 1;
      if (place < 0 || (group.getLong(at) == hash && entry(place).key.equals(key))) {
        return new Found(slot, hash, place);
      }
    }
  }

  /// The upper bits, so that a table that grows is read and written from front to back.
  private long home(long hash) {
    return hash >>> (1 + Long.numberOfLeadingZeros(slots));
  }

  private long next(long slot) {
    return (slot + 1) & (slots - 1);
  }

  /// @return where the slot stands in the group
  private int look(FileChannel in, long slot) throws IOException {
    long first = slot - slot % TOGETHER;
    if (first != groupAt) {
      group.clear();
      fill(in, group, first * SLOT);
      // Beyond the end of the file nothing was written yet.
      while (group.hasRemaining()) {
        group.put((byte) 0);
      }
      groupAt = first;
    }
    return (int) (slot - first) * SLOT;
  }

  private void put(Found found, long at) throws IOException {
    FileChannel out = table;
    if (out == null) {
      throw new IllegalStateException("nothing was looked for");
    }
    put(out, found.slot, found.hash, at);
    if (found.at < 0 && ++used * 10 > slots * 6) {
      grow(out);
    }
  }

  private void put(FileChannel out, long slot, long hash, long at) throws IOException {
    int in = look(out, slot);
    group.putLong(in, hash).putLong(in + 8, at + 1);
    write(out, group.slice(in, SLOT), slot * SLOT);
  }

  private void grow(FileChannel old) throws IOException {
    FileChannel larger = open(".table");
    ByteBuffer some = ByteBuffer.allocateDirect(TAIL);
    long before = slots;
    slots *= GROWTH;
    groupAt = -1;
    for (long at = 0; at < before * SLOT; at += TAIL) {
      some.clear();
      fill(old, some, at);
      some.flip();
      while (some.remaining() >= SLOT) {
        long hash = some.getLong();
        long place = some.getLong() - 1;
        if (place >= 0) {
          long slot = home(hash);
          while (group.getLong(look(larger, slot) + 8) != 0) {
            slot = next(slot);
          }
          put(larger, slot, hash, place);
        }
      }
    }
    old.close();
    table = larger;
  }

  private long append(long earlier, String key, String value) throws IOException {
    int size = HEAD + 2 * (key.length() + value.length());
    if (size > tail.remaining()) {
      flush();
    }
    long at = tailAt + tail.position();
    boolean tooLong = size > TAIL;
    ByteBuffer to = tooLong ? ByteBuffer.allocate(size) : tail;
    to.putLong(earlier).putInt(key.length()).putInt(value.length());
    // Sign by sign: no charset keeps halves of pairs apart.
    put(to, key);
    put(to, value);
    if (tooLong) {
      write(entries(), to.flip(), at);
      tailAt = at + size;
    }
    return at;
  }

  private static void put(ByteBuffer to, String text) {
    to.asCharBuffer().put(text);
    to.position(to.position() + 2 * text.length());
  }

  private void flush() throws IOException {
    int size = tail.position();
    write(entries(), tail.flip(), tailAt);
    tail.clear();
    tailAt += size;
  }

  private Entry entry(long at) throws IOException {
    ByteBuffer in = at >= tailAt ? tail.duplicate().position((int) (at - tailAt)) : onDisk(at);
    long earlier = in.getLong();
    char[] key = new char[in.getInt()];
    char[] value = new char[in.getInt()];
    in.asCharBuffer().get(key).get(value);
    return new Entry(earlier, new String(key), new String(value));
  }

  private ByteBuffer onDisk(long at) throws IOException {
    entry.clear();
    fill(entries(), entry, at);
    entry.flip();
    int size = HEAD + 2 * (entry.getInt(8) + entry.getInt(12));
    if (size > entry.limit()) {
      entry = ByteBuffer.allocateDirect(2 * size);
      fill(entries(), entry, at);
      entry.flip();
    }
    return entry;
  }

  private FileChannel entries() throws IOException {
    FileChannel open = entries;
    if (open == null) {
      open = open(".entries");
      entries = open;
    }
    return open;
  }

  private FileChannel open(String ending) throws IOException {
    Files.createDirectories(folder);
    return FileChannel.open(
        folder.resolve(name + ending + tables++ + ".part"),
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.READ,
        StandardOpenOption.WRITE,
        StandardOpenOption.DELETE_ON_CLOSE);
  }

  /// As much as there is.
  private static void fill(FileChannel in, ByteBuffer into, long at) throws IOException {
    int begin = into.position();
    while (into.hasRemaining() && in.read(into, at + into.position() - begin) >= 0) {}
  }

  private static void write(FileChannel out, ByteBuffer bytes, long at) throws IOException {
    int begin = bytes.position();
    while (bytes.hasRemaining()) {
      out.write(bytes, at + bytes.position() - begin);
    }
  }

  private HandselException failed(IOException e) {
    return HandselException.environment(
        "%s: no scratch files can be kept there (%s). Make room or choose another folder, then run the command again."
            .formatted(folder, DurableFiles.reason(e)),
        e);
  }

  @Override
  public void close() {
    try (FileChannel first = table;
        FileChannel second = entries) {
      table = null;
      entries = null;
    } catch (IOException e) {
      // Nobody needs what was in them.
    }
  }

  /// FNV-1a over the signs with the finishing steps of SplitMix64.
  private static long hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
    return hash ^ (hash >>> 31);
  }
}
