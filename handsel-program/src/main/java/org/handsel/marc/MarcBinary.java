package org.handsel.marc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.handsel.marc.MarcDamage.Kind;
import org.handsel.marc.MarcRecord.Field;
import org.handsel.marc.MarcRecord.Subfield;
import org.jspecify.annotations.Nullable;

/// Reads MARC 21 in its exchange form (ISO 2709), also where it is damaged.
///
/// The terminator of a record counts more than the length in its leader, the terminators of its
/// fields more than the lengths of its directory. A record whose fields cannot be told apart is
/// left out: a field under a wrong tag would be a wrong name. Source: Library of Congress, MARC 21
/// Specifications for Record Structure, Character Sets, and Exchange Media.
final class MarcBinary implements MarcFiles.Records {
  private static final int LEADER = 24;
  private static final int ENTRY = 12;
  private static final int LONGEST = 1 << 20;
  private static final byte SUBFIELD = 0x1F;
  private static final byte FIELD = 0x1E;
  private static final byte RECORD = 0x1D;

  private final InputStream in;
  private final MarcDamage damage;
  private final MarcText text = new MarcText();
  private byte[] buffer = new byte[1 << 16];
  private int from;
  private int to;
  private boolean ended;
  private long number;

  MarcBinary(InputStream in, MarcDamage damage) {
    this.in = in;
    this.damage = damage;
  }

  @Override
  public @Nullable MarcRecord next() throws IOException {
    while (skipBlanks()) {
      number++;
      int end = end();
      if (end < 0) {
        boolean tooLong = !ended;
        damage.add(
            number,
            tooLong ? Kind.STRUCTURE : Kind.TRUNCATED,
            tooLong
                ? "no end within %,d bytes: expected the terminator of a record. Left out."
                    .formatted(LONGEST)
                : "the file ends within the record (\"%s\"). Left out; fetch the file again."
                    .formatted(beginning()),
            true);
        if (!tooLong) {
          from = to;
          return null;
        }
        from = to;
        continue;
      }
      MarcRecord record = record(from, end);
      from = end + 1;
      if (record != null) {
        return record;
      }
    }
    return null;
  }

  private String beginning() {
    return new String(buffer, from, Math.min(5, to - from), StandardCharsets.ISO_8859_1);
  }

  /// Line breaks and blanks between records are common and harmless, and so is the mark of UTF-8
  /// that some programs put before the first.
  private boolean skipBlanks() throws IOException {
    while (true) {
      if (from == to && !fill()) {
        return false;
      }
      if (number == 0 && to - from >= 3 && marked()) {
        from += 3;
        continue;
      }
      byte b = buffer[from];
      if (b != '\n' && b != '\r' && b != ' ' && b != 0 && b != 0x1A) {
        return true;
      }
      from++;
    }
  }

  private boolean marked() {
    return (buffer[from] & 0xFF) == 0xEF
        && (buffer[from + 1] & 0xFF) == 0xBB
        && (buffer[from + 2] & 0xFF) == 0xBF;
  }

  /// Place of the record's terminator, or -1 where the file or patience ends before it.
  private int end() throws IOException {
    int place = from;
    while (true) {
      while (place < to) {
        if (buffer[place] == RECORD) {
          // Reading on moves what is in the buffer: a place counts from the record's beginning.
          int length = place - from;
          return stray(length) ? claimed() : from + length;
        }
        place++;
      }
      if (place - from > LONGEST) {
        return -1;
      }
      int read = place - from;
      if (!fill()) {
        return -1;
      }
      place = from + read;
    }
  }

  /// Whether a terminator is a slip within the record: the leader's length leads to another one.
  ///
  /// @param found bytes of the record before the terminator
  private boolean stray(int found) throws IOException {
    int length = digits(from, 5);
    if (length <= found + 1 || length > LONGEST) {
      return false;
    }
    while (to - from < length && fill()) {
      // The claimed end has to be seen.
    }
    if (to - from < length || buffer[from + length - 1] != RECORD) {
      return false;
    }
    return !leaderAt(from + found + 1);
  }

  private int claimed() {
    return from + digits(from, 5) - 1;
  }

  private boolean leaderAt(int place) {
    return place + LEADER <= to && digits(place, 5) > 0 && digits(place + 12, 5) > 0;
  }

  /// Reads on; what is not used yet moves to the front.
  private boolean fill() throws IOException {
    if (ended) {
      return false;
    }
    if (from > 0) {
      System.arraycopy(buffer, from, buffer, 0, to - from);
      to -= from;
      from = 0;
    }
    if (to == buffer.length) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    int read = in.read(buffer, to, buffer.length - to);
    if (read < 0) {
      ended = true;
      return false;
    }
    to += read;
    return true;
  }

  private @Nullable MarcRecord record(int start, int end) {
    int length = end - start + 1;
    int base = length < LEADER ? -1 : digits(start + 12, 5);
    if (base < LEADER || base > length) {
      base = length < LEADER ? -1 : firstTerminator(start + LEADER, end) + 1 - start;
      if (base <= LEADER || (base - 1 - LEADER) % ENTRY != 0) {
        damage.add(
            number,
            Kind.NO_RECORD,
            "expected a leader of 24 characters and a directory, found \"%s\". Left out."
                .formatted(
                    new String(buffer, start, Math.min(24, length), StandardCharsets.ISO_8859_1)
                        .replaceAll("\\p{Cntrl}", "?")),
            true);
        return null;
      }
      damage.add(number, Kind.STRUCTURE, "the leader's address of the data was mended.", false);
    }
    int claimed = digits(start, 5);
    if (claimed != length) {
      damage.add(
          number,
          Kind.STRUCTURE,
          "the leader says %s bytes, the record has %d; read up to its terminator."
              .formatted(claimed < 0 ? "nothing of" : claimed, length),
          false);
    }
    String leader = new String(buffer, start, LEADER, StandardCharsets.ISO_8859_1);
    boolean utf8 = leader.charAt(9) == 'a';
    text.begin(utf8);
    List<Field> fields = byDirectory(start, base, end);
    if (fields == null) {
      text.begin(utf8);
      fields = inOrder(start, base, end);
    }
    if (fields == null) {
      damage.add(
          number,
          Kind.NO_RECORD,
          "the directory does not say which field is which. Left out.",
          true);
      return null;
    }
    String found = text.finding();
    if (!found.isEmpty()) {
      damage.add(number, Kind.ENCODING, found, false);
    }
    return new MarcRecord(number, leader, fields);
  }

  private int firstTerminator(int place, int end) {
    int at = place;
    while (at < end && buffer[at] != FIELD) {
      at++;
    }
    return at;
  }

  /// The fields where the directory says; null where it says what is not so.
  private @Nullable List<Field> byDirectory(int start, int base, int end) {
    List<Field> fields = new ArrayList<>();
    int directory = start + LEADER;
    int last = start + base - 1;
    if ((last - directory) % ENTRY != 0 || buffer[last] != FIELD) {
      return null;
    }
    for (int entry = directory; entry < last; entry += ENTRY) {
      int length = digits(entry + 3, 4);
      int offset = digits(entry + 7, 5);
      int begin = start + base + offset;
      if (length < 1
          || offset < 0
          || begin + length > end
          || buffer[begin + length - 1] != FIELD
          || offset > 0 && buffer[begin - 1] != FIELD
          || firstTerminator(begin, end) != begin + length - 1) {
        return null;
      }
      fields.add(field(tag(entry), begin, begin + length - 1));
    }
    return fields;
  }

  /// The fields one after the other under the tags of the directory; null where their numbers
  /// differ.
  private @Nullable List<Field> inOrder(int start, int base, int end) {
    List<int[]> places = new ArrayList<>();
    int begin = start + base;
    while (begin < end) {
      int stop = firstTerminator(begin, end);
      places.add(new int[] {begin, stop});
      begin = stop + 1;
    }
    int directory = start + LEADER;
    int last = start + base - 1;
    if ((last - directory) / ENTRY != places.size() || (last - directory) % ENTRY != 0) {
      return null;
    }
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      String tag = tag(directory + i * ENTRY);
      int[] place = places.get(i);
      boolean control = tag.startsWith("00");
      boolean marked = place[1] - place[0] > 2 && buffer[place[0] + 2] == SUBFIELD;
      if (!tag.matches("[0-9]{3}") || control == marked) {
        return null;
      }
      fields.add(field(tag, place[0], place[1]));
    }
    damage.add(
        number,
        Kind.STRUCTURE,
        "the directory's lengths are wrong; its %d fields were read in their order."
            .formatted(fields.size()),
        false);
    return fields;
  }

  private String tag(int entry) {
    return new String(buffer, entry, 3, StandardCharsets.ISO_8859_1);
  }

  private Field field(String tag, int begin, int end) {
    if (tag.startsWith("00")) {
      return new Field(tag, "", text.decode(buffer, begin, end), List.of());
    }
    List<Subfield> subfields = new ArrayList<>();
    int place = begin;
    while (place < end && buffer[place] != SUBFIELD) {
      place++;
    }
    String indicators =
        new String(buffer, begin, Math.min(2, place - begin), StandardCharsets.ISO_8859_1);
    while (place < end) {
      int stop = place + 1;
      while (stop < end && buffer[stop] != SUBFIELD) {
        stop++;
      }
      if (stop - place > 1) {
        subfields.add(
            new Subfield((char) (buffer[place + 1] & 0xFF), text.decode(buffer, place + 2, stop)));
      }
      place = stop;
    }
    return new Field(tag, indicators, "", subfields);
  }

  private int digits(int place, int count) {
    if (place < 0 || place + count > to) {
      return -1;
    }
    int value = 0;
    for (int i = place; i < place + count; i++) {
      if (buffer[i] < '0' || buffer[i] > '9') {
        return -1;
      }
      value = value * 10 + buffer[i] - '0';
    }
    return value;
  }
}
