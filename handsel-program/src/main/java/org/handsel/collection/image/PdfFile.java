package org.handsel.collection.image;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.handsel.collection.image.PdfTokens.Budget;
import org.handsel.collection.image.PdfTokens.Name;
import org.handsel.collection.image.PdfTokens.Ref;
import org.handsel.collection.image.PdfTokens.Word;
import org.jspecify.annotations.Nullable;

/// Finds objects of a PDF by number (ISO 32000-1 section 7.5): by its cross-reference tables and
/// streams, newest first, or, where those are wrong, by looking through the whole file as every
/// reader does. Objects in object streams are found too; of an encrypted file only those that stand
/// outside of them.
///
/// What a file says of itself is never trusted with memory or time: streams are unpacked up to a
/// limit, everything read counts against a [Budget]. For one thread.
final class PdfFile {
  private static final int TAIL = 2048;
  private static final int MOST_SECTIONS = 4096;
  private static final int MOST_OBJECTS = 4_000_000;
  private static final int KEPT_STREAMS = 4;
  private static final int TABLE_LINE = 20;
  private static final int IN_USE = 17;

  private final FileBytes in;
  private final Budget budget;
  private final PdfStreams streams;

  /// Before the mark of the file; positions count from it.
  private final long base;

  private final List<Section> sections = new ArrayList<>();

  /// Of a file that was looked through: where each object begins, or, below zero, in which object
  /// stream it stands.
  private final Map<Long, Long> places = new HashMap<>();

  private final Map<Long, Map<Long, Object>> unpacked =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Map<Long, Object>> eldest) {
          return size() > KEPT_STREAMS;
        }
      };
  private final Set<Long> unpacking = new HashSet<>();
  private @Nullable Object root;

  /// Part of a cross-reference.
  ///
  /// @param position of the first line in the file; -1 when the rows came in a stream
  private record Section(long first, long count, long position, byte[] rows, int[] widths) {}

  private PdfFile(FileBytes in, Budget budget) throws IOException {
    this.in = in;
    this.budget = budget;
    this.base = Math.max(0, in.text(0, 1024).indexOf("%PDF-"));
    this.streams = new PdfStreams(in, budget);
  }

  /// By its cross-reference.
  static PdfFile open(FileBytes in, Budget budget) throws IOException, PdfFault {
    PdfFile file = new PdfFile(in, budget);
    long tail = Math.max(0, in.length() - TAIL);
    int mark = in.text(tail, TAIL).lastIndexOf("startxref");
    if (mark < 0) {
      throw new PdfFault("no startxref");
    }
    Set<Long> seen = new HashSet<>();
    List<Long> waiting = new ArrayList<>();
    waiting.add(file.tokens(tail + mark + "startxref".length()).number());
    while (!waiting.isEmpty()) {
      long position = waiting.removeFirst();
      if (seen.add(position)) {
        if (seen.size() > MOST_SECTIONS) {
          throw new PdfFault("too many cross-references");
        }
        Map<?, ?> trailer = file.section(file.base + position);
        if (file.root == null) {
          file.root = trailer.get("Root");
        }
        for (String key : List.of("XRefStm", "Prev")) {
          if (trailer.get(key) instanceof Long next) {
            waiting.add(next);
          }
        }
      }
    }
    return file;
  }

  /// By looking through it.
  static PdfFile lookThrough(FileBytes in, Budget budget) throws IOException, PdfFault {
    PdfFile file = new PdfFile(in, budget);
    file.lookThrough();
    return file;
  }

  /// The catalogue; null where none is named.
  @Nullable Object root() throws IOException, PdfFault {
    return resolved(root);
  }

  /// What a value is, or what it refers to.
  @Nullable Object resolved(@Nullable Object value) throws IOException, PdfFault {
    Object now = value;
    for (int i = 0; now instanceof Ref ref; i++) {
      if (i > 16) {
        throw new PdfFault("references in a circle");
      }
      now = object(ref.number());
    }
    return now;
  }

  private PdfTokens tokens(long position) {
    return new PdfTokens(in::at, position, budget);
  }

  private @Nullable Object object(long number) throws IOException, PdfFault {
    Long place = places.get(number);
    if (place != null) {
      return place >= 0 ? direct(place, number) : unpacked(-place).get(number);
    }
    for (Section section : sections) {
      long row = number - section.first();
      if (row < 0 || row >= section.count()) {
        continue;
      }
      if (section.position() >= 0) {
        long line = section.position() + row * TABLE_LINE;
        int kind = in.at(line + IN_USE);
        if (kind == 'n') {
          return direct(base + tokens(line).number(), number);
        }
        if (kind != 'f') {
          throw new PdfFault("a line of the cross-reference is none");
        }
      } else {
        long[] fields = fields(section, (int) row);
        if (fields[0] == 1) {
          return direct(base + fields[1], number);
        }
        if (fields[0] == 2) {
          return unpacked(fields[1]).get(number);
        }
      }
    }
    return null;
  }

  private static long[] fields(Section section, int row) {
    int[] widths = section.widths();
    int width = Arrays.stream(widths).sum();
    long[] fields = new long[widths.length];
    int at = row * width;
    for (int i = 0; i < widths.length; i++) {
      for (int j = 0; j < widths[i]; j++) {
        fields[i] = (fields[i] << 8) | (section.rows()[at++] & 0xFF);
      }
    }
    if (widths[0] == 0) {
      fields[0] = 1;
    }
    return fields;
  }

  private @Nullable Object direct(long position, long number) throws IOException, PdfFault {
    PdfTokens tokens = tokens(position);
    if (tokens.number() != number) {
      throw new PdfFault("another object stands where one should");
    }
    tokens.number();
    if (!new Word("obj").equals(tokens.next())) {
      throw new PdfFault("no object stands where one should");
    }
    return tokens.next();
  }

  /// The objects of an object stream by number.
  private Map<Long, Object> unpacked(long stream) throws IOException, PdfFault {
    Map<Long, Object> objects = unpacked.get(stream);
    if (objects != null) {
      return objects;
    }
    if (!unpacking.add(stream)) {
      throw new PdfFault("an object stream stands in itself");
    }
    Long place = places.isEmpty() ? place(stream) : places.get(stream);
    if (place == null || place < 0) {
      throw new PdfFault("an object stream is missing");
    }
    byte[] bytes = stream(place);
    Map<?, ?> head = dictionary(direct(place, stream));
    if (!(resolved(head.get("N")) instanceof Long count)
        || !(resolved(head.get("First")) instanceof Long first)
        || count < 0
        || count > bytes.length) {
      throw new PdfFault("an object stream does not say what it holds");
    }
    objects = new HashMap<>();
    PdfTokens index = new PdfTokens(PdfTokens.Bytes.of(bytes), 0, budget);
    for (long i = 0; i < count; i++) {
      long number = index.number();
      long offset = first + index.number();
      Object object = new PdfTokens(PdfTokens.Bytes.of(bytes), offset, budget).next();
      if (object != null) {
        objects.put(number, object);
      }
    }
    unpacking.remove(stream);
    unpacked.put(stream, objects);
    return objects;
  }

  /// Where an object begins that must not stand in an object stream.
  private @Nullable Long place(long number) throws IOException, PdfFault {
    for (Section section : sections) {
      long row = number - section.first();
      if (row < 0 || row >= section.count()) {
        continue;
      }
      if (section.position() >= 0) {
        long line = section.position() + row * TABLE_LINE;
        if (in.at(line + IN_USE) == 'n') {
          return base + tokens(line).number();
        }
      } else {
        long[] fields = fields(section, (int) row);
        if (fields[0] == 1) {
          return base + fields[1];
        }
      }
    }
    return null;
  }

  private static Map<?, ?> dictionary(@Nullable Object value) throws PdfFault {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw new PdfFault("expected a dictionary");
  }

  /// The unpacked bytes of the stream object at a position.
  private byte[] stream(long position) throws IOException, PdfFault {
    PdfTokens tokens = tokens(position);
    tokens.number();
    tokens.number();
    tokens.next();
    Map<?, ?> head = dictionary(tokens.next());
    if (!new Word("stream").equals(tokens.next())) {
      throw new PdfFault("expected a stream");
    }
    long start = tokens.position();
    start += in.at(start) == '\r' ? 1 : 0;
    start += in.at(start) == '\n' ? 1 : 0;
    Object filter = resolved(head.get("Filter"));
    Object parameters = resolved(head.get("DecodeParms"));
    if (filter instanceof List<?> list) {
      if (list.size() > 1) {
        throw new PdfFault("a stream that is packed twice");
      }
      filter = list.isEmpty() ? null : resolved(list.getFirst());
    }
    if (parameters instanceof List<?> list) {
      parameters = list.isEmpty() ? null : resolved(list.getFirst());
    }
    if (!(resolved(head.get("Length")) instanceof Long length)) {
      throw new PdfFault("a stream without its length");
    }
    if (filter == null) {
      return streams.plain(start, length);
    }
    if (!new Name("FlateDecode").equals(filter)) {
      throw new PdfFault("a stream that is packed in a rare way");
    }
    return streams.inflated(start, parameters instanceof Map<?, ?> map ? map : Map.of());
  }

  /// Takes up the cross-reference at a position, and gives its trailer.
  private Map<?, ?> section(long position) throws IOException, PdfFault {
    PdfTokens tokens = tokens(position);
    if (!new Word("xref").equals(tokens.next())) {
      return streamSection(position);
    }
    while (true) {
      Object first = tokens.next();
      if (new Word("trailer").equals(first)) {
        return dictionary(tokens.next());
      }
      long count = tokens.number();
      if (!(first instanceof Long number) || count < 0 || count > MOST_OBJECTS) {
        throw new PdfFault("a cross-reference that is none");
      }
      long line = tokens.position();
      while (PdfTokens.isBlank(in.at(line))) {
        line++;
        budget.take(1);
      }
      if (count > 0) {
        add(new Section(number, count, line, new byte[0], new int[0]));
      }
      tokens = tokens(line + count * TABLE_LINE);
    }
  }

  private void add(Section section) throws PdfFault {
    if (sections.size() >= MOST_SECTIONS) {
      throw new PdfFault("too many parts of cross-references");
    }
    sections.add(section);
  }

  private Map<?, ?> streamSection(long position) throws IOException, PdfFault {
    PdfTokens tokens = tokens(position);
    tokens.number();
    tokens.number();
    if (!new Word("obj").equals(tokens.next())) {
      throw new PdfFault("no cross-reference where one should be");
    }
    Map<?, ?> head = dictionary(tokens.next());
    if (!(head.get("W") instanceof List<?> list) || list.size() < 3) {
      throw new PdfFault("a cross-reference that is none");
    }
    int[] widths = new int[list.size()];
    int width = 0;
    for (int i = 0; i < widths.length; i++) {
      if (!(list.get(i) instanceof Long one) || one < 0 || one > 8) {
        throw new PdfFault("a cross-reference that is none");
      }
      widths[i] = (int) (long) one;
      width += widths[i];
    }
    byte[] rows = stream(position);
    List<?> index =
        head.get("Index") instanceof List<?> given
            ? given
            : List.of(0L, head.get("Size") instanceof Long size ? size : 0L);
    int at = 0;
    for (int i = 0; i + 1 < index.size() && width > 0; i += 2) {
      if (!(index.get(i) instanceof Long first) || !(index.get(i + 1) instanceof Long count)) {
        throw new PdfFault("a cross-reference that is none");
      }
      long there = Math.clamp(count, 0, (rows.length - at) / width);
      int end = at + (int) there * width;
      add(new Section(first, there, -1, Arrays.copyOfRange(rows, at, end), widths));
      at = end;
    }
    return head;
  }

  /// Takes every "12 0 obj" of the file for the beginning of an object, of several with one number
  /// the last.
  private void lookThrough() throws IOException, PdfFault {
    List<Long> packed = new ArrayList<>();
    List<Long> heads = new ArrayList<>();
    Long current = null;
    for (long position = 0; position < in.length(); position++) {
      switch (in.at(position)) {
        case 'o' -> {
          if (in.at(position + 1) == 'b' && in.at(position + 2) == 'j') {
            long start = header(position);
            if (start >= 0) {
              current = tokens(start).number();
              if (places.size() >= MOST_OBJECTS) {
                throw new PdfFault("too many objects");
              }
              places.put(current, start);
            }
          }
        }
        case '/' -> {
          String name = "OCX".indexOf(in.at(position + 1)) < 0 ? "" : in.text(position, 8);
          if (current != null && name.startsWith("/ObjStm")) {
            packed.add(current);
          } else if (current != null && name.equals("/Catalog")) {
            root = new Ref(current);
          } else if (current != null && name.startsWith("/XRef")) {
            heads.add(places.get(current));
          }
        }
        case 't' -> {
          if (in.at(position + 1) == 'r' && in.text(position, 7).equals("trailer")) {
            trailer(position + 7);
          }
        }
        default -> {}
      }
    }
    for (Long head : heads) {
      PdfTokens tokens = tokens(head);
      tokens.number();
      tokens.number();
      tokens.next();
      if (root == null && tokens.next() instanceof Map<?, ?> map) {
        root = map.get("Root");
      }
    }
    for (Long stream : packed) {
      for (Long number : unpacked(stream).keySet()) {
        places.putIfAbsent(number, -stream);
      }
    }
  }

  private void trailer(long position) throws IOException {
    try {
      if (tokens(position).next() instanceof Map<?, ?> trailer
          && trailer.get("Root") instanceof Ref ref) {
        root = ref;
      }
    } catch (PdfFault wrong) {
      // A word of some text; the next one may be the trailer.
      return;
    }
  }

  /// Where "12 0 obj" begins whose "obj" is known; -1 when it is none.
  private long header(long obj) throws IOException {
    long position = obj - 1;
    for (int part = 0; part < 2; part++) {
      long blanks = position;
      while (PdfTokens.isBlank(in.at(position)) && blanks - position < 8) {
        position--;
      }
      long digits = position;
      while (in.at(position) >= '0' && in.at(position) <= '9' && digits - position < 10) {
        position--;
      }
      if (blanks == digits || digits == position) {
        return -1;
      }
    }
    return position + 1;
  }
}
