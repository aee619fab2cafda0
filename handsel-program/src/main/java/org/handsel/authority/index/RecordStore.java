package org.handsel.authority.index;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.handsel.authority.identifier.Identifier;
import org.handsel.authority.identifier.Identifiers;
import org.handsel.authority.record.PersonFiles;
import org.handsel.authority.record.PersonProblem;
import org.handsel.authority.record.PersonRecord;
import org.handsel.authority.record.RecordStatus;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;

/// All records of an authority file, also those that no link may lead to, found by their ids and
/// the ids that they had before. They lie in an index on the disk; of a file that is no index one
/// is made for the time of use. Safe for threads until closed.
public final class RecordStore implements AutoCloseable {
  private static final int LOOKED_AT = 500;

  /// Schemes that authority files name their records by; those that any number fits come last.
  private static final List<String> SCHEMES =
      List.of("gnd", "lccn", "wikidata", "ulan", "sudoc", "bnf", "viaf");

  /// Those without a check digit, whose form any number has.
  private static final List<String> UNCHECKED = List.of("viaf");

  private final IndexFile index;
  private final boolean temporary;
  private final Path file;
  private final MemorySegment records;
  private final MemorySegment starts;
  private final MemorySegment ids;
  private final List<String> problems;

  private RecordStore(IndexFile index, Path file, boolean temporary, List<String> problems) {
    this.index = index;
    this.file = file;
    this.temporary = temporary;
    this.problems = problems;
    records = index.section("records");
    starts = index.section("record-starts");
    ids = index.section("record-ids");
  }

  /// Opens an index, or reads a file of records into one of its own.
  ///
  /// @throws HandselException with exit 1 when there is nothing to read
  public static RecordStore open(Path file) {
    if (IndexFile.isIndex(file)) {
      return new RecordStore(IndexFile.open(file), file, false, List.of());
    }
    try {
      Path own = Files.createTempFile("handsel-records", ".index");
      try {
        List<String> problems = new ArrayList<>();
        try (IndexWriter writer = new IndexWriter(own)) {
          Building building = new Building(writer);
          problems.addAll(read(List.of(file), building::add));
          building.end();
          writer.finish();
        }
        return new RecordStore(IndexFile.open(own), own, true, List.copyOf(problems));
      } catch (RuntimeException e) {
        Files.deleteIfExists(own);
        throw e;
      }
    } catch (IOException e) {
      throw HandselException.environment(
          "%s: no room for its records (%s).".formatted(file, DurableFiles.reason(e)), e);
    }
  }

  /// Reads authority files one after the other, each id once: a record whose id was there before is
  /// named and left out.
  ///
  /// @param taker takes all records, also unusable ones; which those are says their status
  /// @return what is wrong with the files and keeps records out
  /// @throws HandselException with exit 1 when a file cannot be read or none holds a record
  public static List<String> read(List<Path> files, Consumer<PersonRecord> taker) {
    return read(files, Map.of(), taker);
  }

  /// Reads authority files whose columns or keys have names of their own.
  ///
  /// @param columns key or column by the name of the persons format
  /// @see #read(List, Consumer)
  public static List<String> read(
      List<Path> files, Map<String, String> columns, Consumer<PersonRecord> taker) {
    List<String> problems = new ArrayList<>();
    LongSet seen = new LongSet();
    long[] repeated = new long[1];
    long[] nameless = new long[1];
    for (Path file : files) {
      List<PersonProblem> found =
          PersonFiles.read(
              file,
              columns,
              record -> {
                if (record.name().isBlank()
                    && record.variants().isEmpty()
                    && record.details().status() == RecordStatus.USABLE) {
                  if (nameless[0]++ < SHOWN) {
                    problems.add("%s: %s has no name. Left out.".formatted(file, record.id()));
                  }
                } else if (seen.add(hash(record.id()))) {
                  taker.accept(record);
                } else if (repeated[0]++ < SHOWN) {
                  problems.add(
                      "%s: the id %s stands on a second record (\"%s\"). The first one counts."
                          .formatted(file, record.id(), record.name()));
                }
              });
      for (PersonProblem problem : found) {
        if (!problem.kind().harmless()) {
          problems.add("%s, %s".formatted(file, problem.message()));
        }
      }
    }
    if (repeated[0] > SHOWN) {
      problems.add("%,d records repeat an id in all.".formatted(repeated[0]));
    }
    if (nameless[0] > SHOWN) {
      problems.add("%,d records have no name in all.".formatted(nameless[0]));
    }
    if (seen.size() == 0) {
      throw HandselException.input(
          "%s: expected records with an id and a name, found none.%s"
              .formatted(files.getFirst(), problems.isEmpty() ? "" : " " + problems.getFirst()));
    }
    return problems;
  }

  private static final int SHOWN = 20;

  /// What kept records out, where the file is no index.
  public List<String> problems() {
    return problems;
  }

  public long size() {
    return starts.byteSize() / Long.BYTES;
  }

  /// The record with an id, or the one that it was joined with: then the ids differ.
  public Optional<PersonRecord> find(String id) {
    long key = hash(id) & HASH;
    long low = 0;
    long high = ids.byteSize() / Long.BYTES;
    while (low < high) {
      long middle = (low + high) >>> 1;
      if (Long.compareUnsigned(ids.getAtIndex(IndexFile.LONG, middle), key) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    PersonRecord former = null;
    for (long at = low; at < ids.byteSize() / Long.BYTES; at++) {
      long entry = ids.getAtIndex(IndexFile.LONG, at);
      if ((entry & HASH) != key) {
        break;
      }
      PersonRecord record = get(entry & ~HASH);
      if (record.id().equals(id)) {
        return Optional.of(record);
      }
      if (record.details().formerIds().contains(id)) {
        former = record;
      }
    }
    return Optional.ofNullable(former);
  }

  /// The record of a number, from 0, in the order of the file.
  ///
  /// @throws HandselException with exit 1 where the index is damaged
  public PersonRecord get(long number) {
    long start = starts.getAtIndex(IndexFile.LONG, number);
    try {
      return new RecordCodec.In(records, start).record();
    } catch (IndexOutOfBoundsException e) {
      throw IndexFile.damaged(file, "record %,d".formatted(number + 1));
    }
  }

  /// Hands over all records in the order of their file.
  public void each(Consumer<PersonRecord> taker) {
    first(size(), taker);
  }

  /// The scheme of which most ids are, such as `gnd`; empty where fewer than half are of one that
  /// is known.
  public String scheme() {
    Identifiers identifiers = Identifiers.load();
    Map<String, Integer> counts = new LinkedHashMap<>();
    Map<String, Integer> fitting = new LinkedHashMap<>();
    SCHEMES.forEach(scheme -> counts.put(scheme, 0));
    first(
        LOOKED_AT,
        record -> {
          for (String one : SCHEMES) {
            boolean own =
                record.details().identifiers().getOrDefault(one, List.of()).contains(record.id());
            Identifier judged = identifiers.judge(one, record.id());
            boolean digit = !UNCHECKED.contains(one) && judged.valid();
            boolean form = judged.state() != Identifier.State.MALFORMED;
            fitting.merge(one, own || form ? 1 : 0, Integer::sum);
            counts.merge(one, own ? SCHEMES.size() * 2 : digit ? 2 : form ? 1 : 0, Integer::sum);
          }
        });
    String best = "";
    int most = 0;
    for (Map.Entry<String, Integer> count : counts.entrySet()) {
      boolean half = fitting.getOrDefault(count.getKey(), 0) * 2 >= Math.min(LOOKED_AT, size());
      if (half && count.getValue() > most) {
        most = count.getValue();
        best = count.getKey();
      }
    }
    return best;
  }

  /// Hands over so many records from the beginning of the file.
  public void first(long count, Consumer<PersonRecord> taker) {
    for (long number = 0; number < Math.min(count, size()); number++) {
      taker.accept(get(number));
    }
  }

  /// The record that a link to this one should lead to: itself, or where a chain of successors
  /// ends; empty where it ends nowhere or in a circle.
  public Optional<PersonRecord> successor(PersonRecord record) {
    PersonRecord at = record;
    for (int step = 0; step < 10; step++) {
      if (at.details().status() != RecordStatus.REDIRECTED) {
        return at.details().status() == RecordStatus.DELETED ? Optional.empty() : Optional.of(at);
      }
      Optional<PersonRecord> next = find(at.details().successor());
      if (next.isEmpty()) {
        return next;
      }
      at = next.get();
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    index.close();
    if (temporary) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        // The system removes what is temporary.
      }
    }
  }

  /// Upper half of an entry: of the hash; the lower half is the number of the record.
  private static final long HASH = 0xFFFFFFFFL << 32;

  private static long hash(String id) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < id.length(); i++) {
      hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ hash >>> 32) * 0xD6E8FEB86659FD93L;
    return hash ^ hash >>> 32;
  }

  /// Writes the sections of a store. Not safe for threads.
  public static final class Building {
    private final IndexWriter writer;
    private final RecordCodec.Out out = new RecordCodec.Out();
    private final LongList places = new LongList();
    private final LongList numbers = new LongList();
    private long at;

    /// Begins the sections; nothing else is written until they end.
    public Building(IndexWriter writer) {
      this.writer = writer;
      writer.section("records");
    }

    public void add(PersonRecord record) {
      out.record(record);
      writer.put(out.bytes(), 0, out.size());
      long number = places.size();
      places.add(at);
      at += out.size();
      numbers.add(hash(record.id()) & HASH | number);
      for (String former : record.details().formerIds()) {
        numbers.add(hash(former) & HASH | number);
      }
    }

    public void end() {
      writer.end("records");
      writer.section("record-starts");
      for (int i = 0; i < places.size(); i++) {
        writer.put(places.get(i));
      }
      writer.end("record-starts");
      writer.section("record-ids");
      numbers.sortUnsigned();
      for (int i = 0; i < numbers.size(); i++) {
        writer.put(numbers.get(i));
      }
      writer.end("record-ids");
    }
  }
}
