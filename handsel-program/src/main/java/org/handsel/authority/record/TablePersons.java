package org.handsel.authority.record;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.handsel.authority.record.PersonProblem.Kind;
import org.handsel.platform.HandselException;
import org.jspecify.annotations.Nullable;

/// Reads persons from CSV with a header. Cells are divided by what divides the header: comma,
/// semicolon or tab. A row with more or fewer cells than the header is told and left out, because
/// its cells may stand under names that are not theirs.
final class TablePersons {
  private static final int HEADER = 1 << 15;

  /// Of each of these a column has to be there.
  private static final List<Set<String>> NEEDED =
      List.of(Set.of("id"), Set.of("name", "surname", "given", "variants"));

  private final Path file;
  private final PersonColumns columns;
  private final Problems problems;
  private final List<Place> places = new ArrayList<>();
  private int width;

  /// A column that holds something of the persons format.
  private record Place(String key, int column) {}

  TablePersons(Path file, PersonColumns columns, Problems problems) {
    this.file = file;
    this.columns = columns;
    this.problems = problems;
  }

  void read(BufferedReader in, Taken persons) throws IOException {
    try (CsvReader<CsvRecord> reader = reader(in, separator(in))) {
      Iterator<CsvRecord> rows = reader.iterator();
      CsvRecord header = next(rows, 0);
      if (header == null) {
        return;
      }
      header(header.getFields());
      long line = header.getStartingLineNumber();
      for (CsvRecord row = next(rows, line); row != null; row = next(rows, line)) {
        line = row.getStartingLineNumber();
        if (row.getFieldCount() == width) {
          person(row, persons);
        } else {
          problems.add(
              line,
              Kind.NO_RECORD,
              "expected %d cells as in the header, found %d. Left out; put cells with a comma or line break in quotes."
                  .formatted(width, row.getFieldCount()));
        }
      }
    }
  }

  // FastCSV announces the removal of this tolerance without a replacement; without it one stray
  // quote would end the file.
  @SuppressWarnings("removal")
  private static CsvReader<CsvRecord> reader(BufferedReader in, char separator) {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .skipEmptyLines(true)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowExtraCharsAfterClosingQuote(true)
        .allowUnclosedQuote(false)
        .ofCsvRecord(in);
  }

  private static char separator(BufferedReader in) throws IOException {
    in.mark(HEADER);
    int[] counts = new int[3];
    boolean quoted = false;
    int c = in.read();
    for (int i = 1; i < HEADER && c >= 0 && (quoted || c != '\n'); i++) {
      quoted ^= c == '"';
      int at = quoted ? -1 : ",;\t".indexOf(c);
      if (at >= 0) {
        counts[at]++;
      }
      c = in.read();
    }
    in.reset();
    return counts[1] > Math.max(counts[0], counts[2]) ? ';' : counts[2] > counts[0] ? '\t' : ',';
  }

  /// The next row; null at the end, and where the file cannot be taken apart any further.
  private @Nullable CsvRecord next(Iterator<CsvRecord> rows, long line) throws IOException {
    try {
      return rows.hasNext() ? rows.next() : null;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (CsvParseException e) {
      if (e.getCause() instanceof IOException broken) {
        throw broken;
      }
      problems.add(
          line + 1,
          Kind.TRUNCATED,
          "a quote is opened and never closed. This row and all behind it were not read.");
      return null;
    }
  }

  /// A name of a column that repeats counts where it stands first, and one in another case where no
  /// other has the very name.
  private void header(List<String> written) {
    List<String> names = written.stream().map(String::strip).toList();
    List<String> lower = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    width = names.size();
    columns.each((key, known) -> {
      for (String name : known) {
        int at = names.indexOf(name);
        at = at < 0 ? lower.indexOf(name.toLowerCase(Locale.ROOT)) : at;
        if (at >= 0) {
          places.add(new Place(key, at));
        }
      }
      if (columns.chosen(key) && places.stream().noneMatch(place -> place.key.equals(key))) {
        throw HandselException.usage(
            "%s: expected the column \"%s\" for %s (--columns), found %s."
                .formatted(file, known.getFirst(), key, names));
      }
    });
    if (NEEDED.stream()
        .anyMatch(keys -> places.stream().noneMatch(place -> keys.contains(place.key)))) {
      throw HandselException.input(
          "%s: expected records with an id and a name, found none. The header has %s; say which columns hold them, such as --columns id=NUMBER,name=HEADING."
              .formatted(file, names));
    }
  }

  private void person(CsvRecord row, Taken persons) {
    Map<String, List<String>> cells = new LinkedHashMap<>();
    for (Place place : places) {
      String value = row.getField(place.column);
      if (!value.isBlank()) {
        cells.putIfAbsent(place.key, PersonColumns.split(place.key, value));
      }
    }
    PersonDetails details = PersonColumns.details(cells, List.of(), Map.of());
    persons.take(row.getStartingLineNumber(), columns.person(cells, details));
  }
}
