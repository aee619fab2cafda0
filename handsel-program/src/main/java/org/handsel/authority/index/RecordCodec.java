package org.handsel.authority.index;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.handsel.authority.record.NameVariant;
import org.handsel.authority.record.PersonDetails;
import org.handsel.authority.record.PersonDetails.Relation;
import org.handsel.authority.record.PersonRecord;
import org.handsel.authority.record.RecordStatus;
import org.handsel.authority.record.StatedDate;

/// Records as bytes and back: texts with their length before them, numbers seven bits a byte.
final class RecordCodec {
  private static final RecordStatus[] STATUSES = RecordStatus.values();
  private static final NameVariant.Kind[] NAMES = NameVariant.Kind.values();
  private static final StatedDate.Event[] EVENTS = StatedDate.Event.values();
  private static final StatedDate.Kind[] DATES = StatedDate.Kind.values();

  private RecordCodec() {}

  /// Collects the bytes of one record after another. Not safe for threads.
  static final class Out {
    private byte[] bytes = new byte[4096];
    private int size;

    byte[] bytes() {
      return bytes;
    }

    int size() {
      return size;
    }

    void record(PersonRecord record) {
      size = 0;
      text(record.id());
      text(record.name());
      text(record.kind());
      texts(record.variants());
      text(record.birth());
      text(record.death());
      texts(record.countries());
      text(record.birthPlace());
      text(record.deathPlace());
      texts(record.occupations());
      text(record.text());
      PersonDetails details = record.details();
      number(details.status().ordinal());
      text(details.successor());
      texts(details.formerIds());
      text(details.gender());
      number(details.names().size());
      for (NameVariant name : details.names()) {
        text(name.name());
        number(name.kind().ordinal());
      }
      number(details.dates().size());
      for (StatedDate date : details.dates()) {
        number(date.event().ordinal());
        number(date.kind().ordinal());
        text(date.written());
        number(date.from() << 1 ^ date.from() >> 31);
        number(date.to() << 1 ^ date.to() >> 31);
      }
      number(details.relations().size());
      for (Relation relation : details.relations()) {
        text(relation.role());
        text(relation.id());
        text(relation.name());
      }
      number(details.identifiers().size());
      details.identifiers().entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(scheme -> {
            text(scheme.getKey());
            texts(scheme.getValue());
          });
    }

    private void texts(List<String> texts) {
      number(texts.size());
      texts.forEach(this::text);
    }

    private void text(String text) {
      byte[] added = text.getBytes(StandardCharsets.UTF_8);
      number(added.length);
      room(added.length);
      System.arraycopy(added, 0, bytes, size, added.length);
      size += added.length;
    }

    private void number(int number) {
      room(5);
      int rest = number;
      while ((rest & ~0x7f) != 0) {
        bytes[size++] = (byte) (rest & 0x7f | 0x80);
        rest >>>= 7;
      }
      bytes[size++] = (byte) rest;
    }

    private void room(int more) {
      if (size + more > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
      }
    }
  }

  /// Reads a record at a place. Not safe for threads.
  static final class In {
    private final MemorySegment segment;
    private long at;

    In(MemorySegment segment, long at) {
      this.segment = segment;
      this.at = at;
    }

    long at() {
      return at;
    }

    String id() {
      return text();
    }

    PersonRecord record() {
      return new PersonRecord(
          text(), text(), text(), texts(), text(), text(), texts(), text(), text(), texts(), text(),
          details());
    }

    private PersonDetails details() {
      RecordStatus status = STATUSES[number()];
      String successor = text();
      List<String> former = texts();
      String gender = text();
      List<NameVariant> names = new ArrayList<>();
      for (int left = number(); left > 0; left--) {
        names.add(new NameVariant(text(), NAMES[number()]));
      }
      List<StatedDate> dates = new ArrayList<>();
      for (int left = number(); left > 0; left--) {
        dates.add(new StatedDate(EVENTS[number()], DATES[number()], text(), signed(), signed()));
      }
      List<Relation> relations = new ArrayList<>();
      for (int left = number(); left > 0; left--) {
        relations.add(new Relation(text(), text(), text()));
      }
      Map<String, List<String>> identifiers = new LinkedHashMap<>();
      for (int left = number(); left > 0; left--) {
        identifiers.put(text(), texts());
      }
      return new PersonDetails(
          status, successor, former, gender, names, dates, relations, identifiers);
    }

    private int signed() {
      int number = number();
      return number >>> 1 ^ -(number & 1);
    }

    private List<String> texts() {
      int count = number();
      List<String> texts = new ArrayList<>(Math.clamp(count, 0, 64));
      for (int i = 0; i < count; i++) {
        texts.add(text());
      }
      return texts;
    }

    private String text() {
      int length = number();
      Objects.checkFromIndexSize(at, length, segment.byteSize());
      byte[] bytes = new byte[length];
      MemorySegment.copy(segment, ValueLayout.JAVA_BYTE, at, bytes, 0, length);
      at += length;
      return new String(bytes, StandardCharsets.UTF_8);
    }

    private int number() {
      int value = 0;
      int shift = 0;
      byte next;
      do {
        next = segment.get(ValueLayout.JAVA_BYTE, at++);
        value |= (next & 0x7f) << shift;
        shift += 7;
      } while (next < 0);
      return value;
    }
  }
}
