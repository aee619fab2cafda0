package org.handsel.authority.record;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.handsel.authority.record.PersonProblem.Kind;
import org.handsel.marc.MarcDamage;
import org.handsel.marc.MarcFiles;
import org.handsel.marc.MarcRecord;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;

/// Reads files of persons, plain or packed with gzip or bzip2; what kind of file it is shows in its
/// first bytes: MARC 21 (exchange form or MARCXML), PICA+, BEACON, JSON (lines or array; persons,
/// Wikidata's entities, records of the multilingual entity file), CSV. Which column or key of JSON
/// and CSV holds what is said by names; those of the persons format need no saying. Pure functions,
/// safe for threads.
public final class PersonFiles {
  private static final int HEAD = 1 << 14;

  /// The fields of a BEACON file stand in any order.
  private static final Pattern BEACON =
      Pattern.compile("(?im)^#(?:FORMAT:[^\\S\\n]*BEACON|PREFIX:|TARGET:)");

  /// XML in another encoding than UTF-8.
  private static final Pattern DECLARED =
      Pattern.compile("(?i)^\\s*<\\?xml[^>]*encoding\\s*=\\s*[\"'](?!utf-?8[\"'])");

  private static final Pattern ENTITY = Pattern.compile("\"(?:id|type)\"");

  private PersonFiles() {}

  /// Reads a file. Records of other things than persons, families and bodies are passed over.
  ///
  /// @param columns key or column by the name of the persons format, such as `id` → `gnd`
  /// @param persons takes those that have an id, in the order of the file
  /// @return what is wrong with the file
  /// @throws HandselException with exit 1 when the file cannot be read or a table has no column for
  ///   ids, with exit 2 when a name of the persons format or a column that was named does not exist
  public static List<PersonProblem> read(
      Path file, Map<String, String> columns, Consumer<PersonRecord> persons) {
    PersonColumns known = new PersonColumns(columns);
    try (InputStream in = open(file)) {
      byte[] head = head(in);
      Shape shape = shape(head);
      Problems problems =
          new Problems(
              shape == Shape.JSON_LINES || shape == Shape.TABLE || shape == Shape.BEACON
                  ? "line"
                  : "record");
      Taken taken = (place, person) -> take(place, person, persons, problems);
      LineText lines = new LineText(in);
      switch (shape) {
        case MARC -> exchange(MarcFiles.exchange(in, damage(problems)), marc(taken, problems));
        case MARC_XML -> {
          if (DECLARED.matcher(new String(head, StandardCharsets.ISO_8859_1)).find()) {
            MarcFiles.xml(in, damage(problems), marc(taken, problems));
          } else {
            MarcFiles.xml(text(in, head, lines), damage(problems), marc(taken, problems));
          }
        }
        default -> read(file, text(in, head, lines), shape, known, taken, problems);
      }
      lines.tell(problems);
      return problems.all();
    } catch (IOException e) {
      throw HandselException.input(
          "%s: cannot be read (%s): expected persons as MARC, PICA+, JSON, CSV or BEACON. Check the path."
              .formatted(file, DurableFiles.reason(e)));
    }
  }

  /// Reads a BEACON file as what it is: a list of links.
  ///
  /// @throws HandselException with exit 1 when the file cannot be read
  public static Beacon beacon(Path file) {
    try (InputStream in = open(file)) {
      return Beacon.read(text(in, head(in), new LineText(in)));
    } catch (IOException e) {
      throw HandselException.input(
          "%s: cannot be read (%s): expected a BEACON file. Check the path."
              .formatted(file, DurableFiles.reason(e)));
    }
  }

  /// Whether a file is a BEACON file.
  ///
  /// @throws HandselException with exit 1 when the file cannot be read
  public static boolean isBeacon(Path file) {
    try (InputStream in = open(file)) {
      return shape(head(in)) == Shape.BEACON;
    } catch (IOException e) {
      throw HandselException.input(
          "%s: cannot be read (%s). Check the path.".formatted(file, DurableFiles.reason(e)));
    }
  }

  /// Reads the items of Wikidata that have a page in a wiki.
  ///
  /// @param file entities as JSON, a line each or as an array
  /// @param wiki database name such as `dewiki`
  /// @return what is wrong with the file
  /// @throws HandselException with exit 1 when the file cannot be read or holds something else
  public static List<PersonProblem> items(Path file, String wiki, Consumer<WikidataItem> items) {
    try (InputStream in = open(file)) {
      byte[] head = head(in);
      Shape shape = shape(head);
      if (shape != Shape.JSON_LINES && shape != Shape.JSON_ARRAY) {
        throw HandselException.input(
            "%s: expected entities of Wikidata as JSON, found something else.".formatted(file));
      }
      Problems problems = new Problems(shape == Shape.JSON_LINES ? "line" : "record");
      JsonPersons json = new JsonPersons(new PersonColumns(Map.of()), problems);
      LineText lines = new LineText(in);
      BufferedReader text = text(in, head, lines);
      long[] found = new long[1];
      Consumer<WikidataItem> counting =
          item -> {
            found[0]++;
            items.accept(item);
          };
      if (shape == Shape.JSON_LINES) {
        json.itemLines(text, wiki, counting);
      } else {
        json.items(text, wiki, counting);
      }
      lines.tell(problems);
      List<PersonProblem> all = new ArrayList<>(problems.all());
      if (found[0] == 0) {
        // Else nothing would differ from nothing, as if all were well.
        all.add(
            new PersonProblem(
                0,
                Kind.NO_RECORD,
                "expected items with a page in %s, found none. Is it the file of this wiki?"
                    .formatted(wiki)));
      }
      return List.copyOf(all);
    } catch (IOException e) {
      throw HandselException.input(
          "%s: cannot be read (%s): expected entities of Wikidata as JSON. Check the path."
              .formatted(file, DurableFiles.reason(e)));
    }
  }

  private enum Shape {
    MARC,
    MARC_XML,
    PICA,
    BEACON,
    JSON_LINES,
    JSON_ARRAY,
    TABLE
  }

  private static void read(
      Path file,
      BufferedReader text,
      Shape shape,
      PersonColumns columns,
      Taken taken,
      Problems problems)
      throws IOException {
    switch (shape) {
      case PICA -> new PicaPersons(problems).read(text, taken);
      case BEACON -> beacon(Beacon.read(text), taken);
      case JSON_LINES -> new JsonPersons(columns, problems).lines(text, taken);
      case JSON_ARRAY -> new JsonPersons(columns, problems).array(text, taken);
      default -> new TablePersons(file, columns, problems).read(text, taken);
    }
  }

  private static MarcDamage damage(Problems problems) {
    return (number, kind, message, lost) -> problems.add(number, Kind.of(kind), message);
  }

  private static Consumer<MarcRecord> marc(Taken taken, Problems problems) {
    MarcPersons marc = new MarcPersons();
    return read -> {
      String title = MarcPersons.title(read);
      PersonRecord person = title.isEmpty() ? marc.person(read) : null;
      if (!title.isEmpty()) {
        problems.add(
            read.number(),
            Kind.NO_RECORD,
            "expected an authority record, found that of a work (245 \"%s\"). Left out."
                .formatted(title));
      } else if (person != null) {
        taken.take(read.number(), person);
      }
    };
  }

  private static void exchange(MarcFiles.Records records, Consumer<MarcRecord> taken)
      throws IOException {
    for (MarcRecord record = records.next(); record != null; record = records.next()) {
      taken.accept(record);
    }
  }

  private static void take(
      long place, PersonRecord person, Consumer<PersonRecord> persons, Problems problems) {
    if (person.id().isEmpty()) {
      problems.add(place, Kind.NO_ID, "expected an id, found none. Left out.");
    } else if (person.name().indexOf(MarcFiles.LOST) >= 0) {
      boolean others = !person.variants().isEmpty();
      problems.add(
          place,
          Kind.NO_NAME,
          "the name \"%s\" of %s cannot be read. %s."
              .formatted(
                  person.name(),
                  person.id(),
                  others
                      ? "Kept under its other name \"" + person.variants().getFirst() + "\""
                      : "Left out"));
      if (others) {
        take(place, person.named(person.variants().getFirst()), persons, problems);
      }
    } else {
      for (StatedDate date : person.details().dates()) {
        if (date.kind() == StatedDate.Kind.PLACEHOLDER) {
          problems.add(
              place,
              Kind.DATE,
              "%s: \"%s\" is no date; read as not known.".formatted(person.id(), date.written()));
        }
      }
      persons.accept(person);
    }
  }

  /// A line without a name can be counted, not linked.
  private static void beacon(Beacon beacon, Taken taken) {
    for (Beacon.Link link : beacon.links()) {
      taken.take(link.line(), link.person(link.source()));
    }
  }

  private static Shape shape(byte[] head) {
    String text =
        new String(head, marked16(head) ? StandardCharsets.UTF_16 : StandardCharsets.ISO_8859_1);
    text = text.startsWith("\u00EF\u00BB\u00BF") ? text.substring(3) : text;
    String begins = text.stripLeading();
    if (begins.startsWith("<")) {
      return Shape.MARC_XML;
    }
    if (begins.startsWith("{")) {
      return Shape.JSON_LINES;
    }
    if (begins.startsWith("[")) {
      return objectEachLine(begins) ? Shape.JSON_LINES : Shape.JSON_ARRAY;
    }
    if (begins.startsWith("#") && BEACON.matcher(begins).find()) {
      return Shape.BEACON;
    }
    if (text.indexOf('\u001E') >= 0 && text.indexOf('\u001F') >= 0) {
      boolean pica = text.stripLeading().matches("(?s)\\d{3}[A-Z@][ /\\u001F].*");
      return pica ? Shape.PICA : Shape.MARC;
    }
    return Shape.TABLE;
  }

  /// Whether an array has its bracket on a line alone and an object on the next: so a dump of
  /// Wikidata is written, and a line of it that is broken costs itself only.
  private static boolean objectEachLine(String array) {
    List<String> lines = array.lines().limit(3).toList();
    if (lines.size() < 2 || !lines.getFirst().substring(1).isBlank()) {
      return false;
    }
    String object = lines.get(1).strip();
    boolean whole = lines.size() > 2 || array.endsWith("\n");
    return object.startsWith("{\"")
        && (whole ? object.matches(".*\\},?") : ENTITY.matcher(object).find());
  }

  private static byte[] head(InputStream in) throws IOException {
    in.mark(HEAD);
    byte[] head = in.readNBytes(HEAD);
    in.reset();
    return head;
  }

  /// Text in UTF-8, or line by line in Windows-1252 where the bytes are none; in UTF-16 where a
  /// mark says so.
  private static BufferedReader text(InputStream in, byte[] head, LineText lines)
      throws IOException {
    Reader decoded = marked16(head) ? new InputStreamReader(in, StandardCharsets.UTF_16) : lines;
    BufferedReader text = new BufferedReader(decoded, 1 << 16);
    text.mark(1);
    if (text.read() != '\uFEFF') {
      text.reset();
    }
    return text;
  }

  private static boolean marked16(byte[] head) {
    int first = head.length < 2 ? 0 : (head[0] & 0xFF) << 8 | head[1] & 0xFF;
    return first == 0xFEFF || first == 0xFFFE;
  }

  private static InputStream open(Path file) throws IOException {
    BufferedInputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    raw.mark(4);
    int first = raw.read();
    int second = raw.read();
    int third = raw.read();
    raw.reset();
    if (first == 0x1f && second == 0x8b) {
      return new BufferedInputStream(new GZIPInputStream(raw, 1 << 16), 1 << 16);
    }
    if (first == 'B' && second == 'Z' && third == 'h') {
      return new BufferedInputStream(new BZip2CompressorInputStream(raw, true), 1 << 16);
    }
    return raw;
  }
}
