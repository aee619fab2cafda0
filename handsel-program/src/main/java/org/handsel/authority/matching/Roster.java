package org.handsel.authority.matching;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.handsel.authority.index.IndexFile;
import org.handsel.authority.index.IndexWriter;
import org.handsel.platform.HandselException;

/// Entries packed into bytes, so that ten million fit into memory: each is unpacked when it is
/// looked at. Entries are added by one thread; reading is safe for many once nothing is added any
/// more.
final class Roster {
  /// What 24 bits count.
  private static final int MOST = 1 << 24;

  private static final int CHUNK = 1 << 22;
  private static final Entry.Kind[] KINDS = Entry.Kind.values();
  private static final Entry.Gender[] GENDERS = Entry.Gender.values();
  private static final int LARGEST = 1 << 16;

  private final Lexicon lexicon;
  private final List<byte[]> chunks = new ArrayList<>();
  private long[] starts = new long[1024];
  private int size;
  private byte[] current = new byte[0];
  private int position;

  private final MemorySegment stored;
  private final MemorySegment storedStarts;

  Roster(Lexicon lexicon) {
    this.lexicon = lexicon;
    stored = MemorySegment.NULL;
    storedStarts = MemorySegment.NULL;
  }

  /// The entries of an index.
  Roster(Lexicon lexicon, IndexFile index) {
    this.lexicon = lexicon;
    stored = index.section("roster");
    storedStarts = index.section("roster-starts");
    size = (int) (storedStarts.byteSize() / Long.BYTES) - 1;
  }

  /// Writes all entries in their order.
  void write(IndexWriter writer) {
    long[] places = new long[size + 1];
    writer.section("roster");
    for (int i = 0; i < size; i++) {
      Cursor cursor = new Cursor(i);
      int from = cursor.at;
      cursor.entry(false);
      writer.put(cursor.bytes, from, cursor.at - from);
      places[i + 1] = places[i] + cursor.at - from;
    }
    writer.end("roster");
    writer.section("roster-starts");
    for (long place : places) {
      writer.put(place);
    }
    writer.end("roster-starts");
  }

  int size() {
    return size;
  }

  /// Adds an entry; at most sixteen million.
  ///
  /// @param entry with words of the lexicon
  void add(Entry entry) {
    checkRoom(size + 1L);
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, size + (size >> 1));
    }
    starts[size++] = append(entry);
  }

  /// Beyond sixteen million, numbers of entries would run into what their order goes by.
  ///
  /// @throws HandselException with exit 1 when there are more
  static void checkRoom(long entries) {
    if (entries > MOST) {
      throw HandselException.input(
          "%,d persons or records: expected at most %,d in one run. Link parts of them one after the other."
              .formatted(entries, MOST));
    }
  }

  /// Puts an entry in the place of another.
  void replace(int index, Entry entry) {
    starts[index] = append(entry);
  }

  private long append(Entry entry) {
    if (chunks.isEmpty() || position > CHUNK - LARGEST) {
      current = new byte[CHUNK];
      chunks.add(current);
      position = 0;
    }
    final long start = (long) (chunks.size() - 1) * CHUNK + position;
    text(entry.id(), 4_000);
    text(entry.name(), 8_000);
    number(entry.birth());
    number(entry.death());
    number(entry.activeFrom());
    number(entry.activeTo());
    number(entry.kind().ordinal() * 4 + entry.gender().ordinal());
    numbers(entry.countries());
    numbers(entry.places());
    numbers(entry.occupations());
    number(entry.forms().size());
    number(entry.read());
    for (Form form : entry.forms()) {
      number(form.words().length << 4 | Math.min(15, form.surnames()));
      for (Word word : form.words()) {
        number(word.number);
      }
    }
    return start;
  }

  private void text(String text, int most) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int length = Math.min(bytes.length, most);
    number(length);
    System.arraycopy(bytes, 0, current, position, length);
    position += length;
  }

  private void numbers(int[] numbers) {
    number(numbers.length);
    for (int number : numbers) {
      number(number);
    }
  }

  private void number(int number) {
    int rest = number;
    while ((rest & ~0x7f) != 0) {
      current[position++] = (byte) (rest & 0x7f | 0x80);
      rest >>>= 7;
    }
    current[position++] = (byte) rest;
  }

  Entry get(int index) {
    return new Cursor(index).entry(true);
  }

  /// Without id and name, which no comparison needs.
  Entry compared(int index) {
    return new Cursor(index).entry(false);
  }

  /// Numbers of the entries in an order that does not depend on the one in which they were added,
  /// as far as id, name and dates tell them apart.
  int[] order() {
    return LinkShares.order(keys());
  }

  /// What the order goes by.
  long[] keys() {
    long[] keys = new long[size];
    for (int i = 0; i < size; i++) {
      keys[i] = key(i);
    }
    return keys;
  }

  /// The same for one entry.
  long key(int index) {
    return new Cursor(index).hash();
  }

  String id(int index) {
    return new Cursor(index).text();
  }

  private final class Cursor {
    private final byte[] bytes;
    private int at;

    Cursor(int index) {
      if (chunks.isEmpty()) {
        long from = storedStarts.getAtIndex(IndexFile.LONG, index);
        long to = storedStarts.getAtIndex(IndexFile.LONG, index + 1L);
        bytes = new byte[(int) (to - from)];
        MemorySegment.copy(stored, ValueLayout.JAVA_BYTE, from, bytes, 0, bytes.length);
      } else {
        bytes = chunks.get((int) (starts[index] / CHUNK));
        at = (int) (starts[index] % CHUNK);
      }
    }

    int number() {
      int value = 0;
      int shift = 0;
      byte next;
      do {
        next = bytes[at++];
        value |= (next & 0x7f) << shift;
        shift += 7;
      } while (next < 0);
      return value;
    }

    String text() {
      int length = number();
      String text = new String(bytes, at, length, StandardCharsets.UTF_8);
      at += length;
      return text;
    }

    private String skipped() {
      int length = number();
      at += length;
      return "";
    }

    /// Of id, name and dates.
    long hash() {
      int from = at;
      skipped();
      skipped();
      number();
      number();
      long hash = 0xCBF29CE484222325L;
      for (int i = from; i < at; i++) {
        hash = (hash ^ bytes[i]) * 0x100000001B3L;
      }
      return hash ^ hash >>> 29;
    }

    int[] numbers() {
      int[] numbers = new int[number()];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = number();
      }
      return numbers;
    }

    Entry entry(boolean whole) {
      String id = whole ? text() : skipped();
      String name = whole ? text() : skipped();
      int birth = number();
      int death = number();
      int from = number();
      int to = number();
      int kinds = number();
      int[] countries = numbers();
      int[] places = numbers();
      int[] occupations = numbers();
      Form[] forms = new Form[number()];
      int read = number();
      for (int i = 0; i < forms.length; i++) {
        int shape = number();
        Word[] words = new Word[shape >> 4];
        for (int j = 0; j < words.length; j++) {
          words[j] = lexicon.get(number());
        }
        forms[i] = new Form(words, shape & 15);
      }
      return new Entry(
          id,
          name,
          List.of(forms),
          read,
          birth,
          death,
          from,
          to,
          KINDS[kinds >> 2],
          GENDERS[kinds & 3],
          countries,
          places,
          occupations,
          -1);
    }
  }
}
