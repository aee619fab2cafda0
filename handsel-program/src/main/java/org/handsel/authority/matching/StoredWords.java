package org.handsel.authority.matching;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.handsel.authority.index.IndexFile;
import org.handsel.authority.index.IndexWriter;
import org.jspecify.annotations.Nullable;

/// Words of an index. They are made when they are asked for and then kept, so that a number always
/// gives the same word. Safe for threads.
final class StoredWords {
  private static final int COUNTS = 5;

  private final NameTables tables;
  private final MemorySegment texts;
  private final MemorySegment starts;
  private final MemorySegment counts;
  private final MemorySegment table;
  private final int mask;
  private final AtomicReferenceArray<@Nullable Word> made;

  StoredWords(IndexFile index, NameTables tables) {
    this.tables = tables;
    texts = index.section("words");
    starts = index.section("word-starts");
    counts = index.section("word-counts");
    table = index.section("word-table");
    mask = (int) (table.byteSize() / Integer.BYTES) - 1;
    made = new AtomicReferenceArray<>((int) (starts.byteSize() / Long.BYTES) - 1);
  }

  static void write(Lexicon lexicon, IndexWriter writer) {
    int size = lexicon.size();
    long[] places = new long[size + 1];
    writer.section("words");
    for (int i = 0; i < size; i++) {
      byte[] bytes = lexicon.get(i).text.getBytes(StandardCharsets.UTF_8);
      writer.put(bytes, 0, bytes.length);
      places[i + 1] = places[i] + bytes.length;
    }
    writer.end("words");
    writer.section("word-starts");
    for (long place : places) {
      writer.put(place);
    }
    writer.end("word-starts");
    writer.section("word-counts");
    for (int i = 0; i < size; i++) {
      Word word = lexicon.get(i);
      writer.put(word.records);
      writer.put(word.asSurname);
      writer.put(word.asGiven);
      writer.put(word.men);
      writer.put(word.women);
    }
    writer.put(lexicon.records());
    writer.end("word-counts");
    int[] slots = new int[Math.max(16, Integer.highestOneBit(Math.max(1, size)) * 4)];
    for (int i = 0; i < size; i++) {
      int slot = slot(lexicon.get(i).text, slots.length - 1);
      while (slots[slot] != 0) {
        slot = slot + 1 & slots.length - 1;
      }
      slots[slot] = i + 1;
    }
    writer.section("word-table");
    for (int slot : slots) {
      writer.put(slot);
    }
    writer.end("word-table");
  }

  private static int slot(String text, int mask) {
    int hash = text.hashCode() * 0x9E3779B1;
    return (hash ^ hash >>> 15) & mask;
  }

  int size() {
    return made.length();
  }

  /// Records whose words were counted.
  int records() {
    return counts.getAtIndex(IndexFile.INT, (long) size() * COUNTS);
  }

  @Nullable Word find(String text) {
    int slot = slot(text, mask);
    for (int number = at(slot); number != 0; number = at(slot)) {
      Word word = get(number - 1);
      if (word.text.equals(text)) {
        return word;
      }
      slot = slot + 1 & mask;
    }
    return null;
  }

  private int at(int slot) {
    return table.getAtIndex(IndexFile.INT, slot);
  }

  Word get(int number) {
    Word word = made.get(number);
    if (word != null) {
      return word;
    }
    long from = starts.getAtIndex(IndexFile.LONG, number);
    byte[] bytes = new byte[(int) (starts.getAtIndex(IndexFile.LONG, number + 1L) - from)];
    MemorySegment.copy(texts, ValueLayout.JAVA_BYTE, from, bytes, 0, bytes.length);
    String text = new String(bytes, StandardCharsets.UTF_8);
    Word fresh = new Word(text, number, tables.sameGiven(text));
    long at = (long) number * COUNTS;
    fresh.records = counts.getAtIndex(IndexFile.INT, at);
    fresh.asSurname = counts.getAtIndex(IndexFile.INT, at + 1);
    fresh.asGiven = counts.getAtIndex(IndexFile.INT, at + 2);
    fresh.men = counts.getAtIndex(IndexFile.INT, at + 3);
    fresh.women = counts.getAtIndex(IndexFile.INT, at + 4);
    Word before = made.compareAndExchange(number, null, fresh);
    return before == null ? fresh : before;
  }
}
