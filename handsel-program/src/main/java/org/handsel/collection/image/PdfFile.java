package org.handsel.collection.image;

import java.io.IOException;
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

/// Reads objects of a PDF by number (ISO 32000-1 section 7.5), where a [PdfIndex] says that they
/// stand; those in object streams too. Of an encrypted file only those that stand outside of them.
///
/// What a file says of itself is never trusted with memory or time: streams are unpacked up to a
/// limit, everything read counts against a [Budget]. For one thread.
final class PdfFile {
  private static final int KEPT_STREAMS = 4;

  private final FileBytes in;
  private final Budget budget;
  private final PdfStreams streams;

  /// Before the mark of the file; positions count from it.
  private final long base;

  private final Map<Long, Map<Long, Object>> unpacked =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Map<Long, Object>> eldest) {
          return size() > KEPT_STREAMS;
        }
      };
  private final Set<Long> unpacking = new HashSet<>();
  private @Nullable PdfIndex index;

  private PdfFile(FileBytes in, Budget budget) throws IOException {
    this.in = in;
    this.budget = budget;
    this.base = Math.max(0, in.text(0, 1024).indexOf("%PDF-"));
    this.streams = new PdfStreams(in, budget);
  }

  /// By its cross-reference.
  static PdfFile open(FileBytes in, Budget budget) throws IOException, PdfFault {
    PdfFile file = new PdfFile(in, budget);
    PdfReferences references = new PdfReferences(file);
    file.index = references;
    references.read();
    return file;
  }

  /// By looking through it.
  static PdfFile lookThrough(FileBytes in, Budget budget) throws IOException, PdfFault {
    PdfFile file = new PdfFile(in, budget);
    PdfSearch search = new PdfSearch(file);
    file.index = search;
    search.read();
    return file;
  }

  FileBytes bytes() {
    return in;
  }

  Budget budget() {
    return budget;
  }

  long base() {
    return base;
  }

  /// The catalogue; null where none is named.
  @Nullable Object root() throws IOException, PdfFault {
    return index == null ? null : resolved(index.root());
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

  PdfTokens tokens(long position) {
    return new PdfTokens(in::at, position, budget);
  }

  private PdfIndex.@Nullable Place place(long number) throws IOException, PdfFault {
    return index == null ? null : index.place(number);
  }

  private @Nullable Object object(long number) throws IOException, PdfFault {
    PdfIndex.Place place = place(number);
    if (place == null) {
      return null;
    }
    return place.stream() >= 0
        ? unpacked(place.stream()).get(number)
        : direct(place.position(), number);
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
  Map<Long, Object> unpacked(long stream) throws IOException, PdfFault {
    Map<Long, Object> objects = unpacked.get(stream);
    if (objects != null) {
      return objects;
    }
    if (!unpacking.add(stream)) {
      throw new PdfFault("an object stream stands in itself");
    }
    PdfIndex.Place place = place(stream);
    if (place == null || place.stream() >= 0) {
      throw new PdfFault("an object stream is missing");
    }
    byte[] bytes = stream(place.position());
    Map<?, ?> head = dictionary(direct(place.position(), stream));
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

  static Map<?, ?> dictionary(@Nullable Object value) throws PdfFault {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw new PdfFault("expected a dictionary");
  }

  /// The unpacked bytes of the stream object at a position.
  byte[] stream(long position) throws IOException, PdfFault {
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
}
