package org.handsel.impact;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.jspecify.annotations.Nullable;

/// Reads key figures of many institutions: CSV with `;`, `,` or tab, UTF-8 with or without
/// byte-order mark (else Windows-1252), numbers of any country. A number that cannot be right is
/// left out and told as a problem; `n/a` and blank are unknown.
final class KeyFigureReader {
  private static final long MOST_BYTES = 64L << 20;
  private static final List<String> WHOLES =
      List.of("files-available", "files-used", "pages", "languages", "usages", "depth");
  private static final List<String> DECIMALS = List.of("reuse-share", "uses-per-file");
  private static final List<String> TEXTS = List.of("category-url", "html-report", "excel-report");
  private static final int HEADER_WITHIN = 20;

  private final Path file;
  private final LocalDate today;
  private final List<DataProblem> problems;
  private final Headers headers = Headers.load("key-figure-columns.tsv");
  private boolean comma;
  private boolean monthFirst;

  KeyFigureReader(Path file, LocalDate today, List<DataProblem> problems) {
    this.file = file;
    this.today = today;
    this.problems = problems;
  }

  List<KeyFigure> read() {
    List<CsvRecord> records = records(text());
    int head = -1;
    Map<String, Integer> places = Map.of();
    for (int i = 0; i < Math.min(HEADER_WITHIN, records.size()) && head < 0; i++) {
      Map<String, Integer> found = headers.places(records.get(i).getFields());
      if (found.containsKey("institution")
          && (found.containsKey("files-used") || found.containsKey("files-available"))) {
        head = i;
        places = found;
      }
    }
    if (head < 0) {
      throw HandselException.input(
          "%s: another layout: expected a header line with the columns %s, found %s. Rename the columns."
              .formatted(
                  file,
                  headers.expected(List.of("institution", "files-available", "files-used")),
                  records.isEmpty() ? "nothing" : clipped(records.getFirst().getFields())));
    }
    List<CsvRecord> rows = records.subList(head + 1, records.size());
    recogniseForms(rows, places);
    List<KeyFigure> figures = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    for (CsvRecord row : rows) {
      if (row.getFields().stream().allMatch(String::isBlank)) {
        continue;
      }
      KeyFigure figure = figure(row, places);
      if (figure != null) {
        String key = figure.institution() + '\t' + figure.category() + '\t' + figure.day();
        Integer before = seen.putIfAbsent(key, figure.line());
        if (before == null) {
          figures.add(figure);
        } else {
          problem(
              figure.line(),
              "ROW_TWICE",
              figure.institution(),
              "the institution stands in line %d with the same category and day; counted once"
                  .formatted(before),
              false);
        }
      }
    }
    return figures;
  }

  private void recogniseForms(List<CsvRecord> rows, Map<String, Integer> places) {
    List<String> decimals = new ArrayList<>();
    List<String> wholes = new ArrayList<>();
    List<String> days = new ArrayList<>();
    for (CsvRecord row : rows) {
      DECIMALS.forEach(column -> decimals.add(cell(row, places, column)));
      WHOLES.forEach(column -> wholes.add(cell(row, places, column)));
      days.add(cell(row, places, "date"));
    }
    comma = WrittenNumbers.commaIsDecimal(decimals, wholes);
    monthFirst = WrittenDays.monthFirst(days);
  }

  private @Nullable KeyFigure figure(CsvRecord row, Map<String, Integer> places) {
    int line = (int) row.getStartingLineNumber();
    String institution = cell(row, places, "institution");
    if (institution.isEmpty()) {
      problem(line, "NO_INSTITUTION", "", "the row names no institution; it is not counted", true);
      return null;
    }
    String written = cell(row, places, "date");
    LocalDate day = written.isEmpty() ? null : WrittenDays.day(written, monthFirst);
    if (!written.isEmpty() && day == null) {
      problem(line, "DAY_UNREADABLE", written, "expected a day such as 04-09-2024", false);
    }
    if (day != null && day.isAfter(today)) {
      problem(
          line,
          "DAY_IN_FUTURE",
          written,
          "the day %s has not come yet; the row is not counted".formatted(day),
          true);
      return null;
    }
    Map<String, Number> values = new LinkedHashMap<>();
    WHOLES.forEach(column -> whole(row, places, column, line, values));
    DECIMALS.forEach(column -> decimal(row, places, column, line, values));
    Map<String, String> texts = new LinkedHashMap<>();
    TEXTS.forEach(column -> texts.put(column, cell(row, places, column)));
    KeyFigure figure =
        new KeyFigure(line, day, institution, cell(row, places, "category"), texts, values);
    checkParts(figure);
    return figure;
  }

  private void whole(
      CsvRecord row,
      Map<String, Integer> places,
      String column,
      int line,
      Map<String, Number> values) {
    String cell = cell(row, places, column);
    if (WrittenNumbers.unknown(cell)) {
      return;
    }
    OptionalLong number = WrittenNumbers.whole(cell);
    if (number.isEmpty()) {
      problem(line, "NUMBER_UNREADABLE", cell, column + ": expected a whole number", true);
    } else if (number.getAsLong() < 0) {
      problem(line, "NUMBER_NEGATIVE", cell, column + ": expected no negative number", true);
    } else if (number.getAsLong() > 1_000_000_000_000L) {
      problem(line, "NUMBER_ABSURD", cell, column + ": expected at most a million millions", true);
    } else {
      values.put(column, number.getAsLong());
    }
  }

  private void decimal(
      CsvRecord row,
      Map<String, Integer> places,
      String column,
      int line,
      Map<String, Number> values) {
    String cell = cell(row, places, column);
    if (WrittenNumbers.unknown(cell)) {
      return;
    }
    OptionalDouble number = WrittenNumbers.decimal(cell, comma);
    if (number.isEmpty()) {
      problem(line, "NUMBER_UNREADABLE", cell, column + ": expected a number", true);
    } else if (number.getAsDouble() < 0) {
      problem(line, "NUMBER_NEGATIVE", cell, column + ": expected no negative number", true);
    } else if (column.equals("reuse-share")) {
      if (number.getAsDouble() > 100.001) {
        problem(line, "NUMBER_ABSURD", cell, column + ": expected at most 100 per cent", true);
      } else {
        values.put(column, Math.round(number.getAsDouble() * 100) / 10_000.0);
      }
    } else {
      values.put(column, number.getAsDouble());
    }
  }

  /// The published share and average are held against their parts; both are kept and the difference
  /// is told.
  private void checkParts(KeyFigure figure) {
    Number available = figure.value("files-available");
    Number used = figure.value("files-used");
    if (available != null && used != null && used.longValue() > available.longValue()) {
      problem(
          figure.line(),
          "MORE_USED_THAN_AVAILABLE",
          used + " of " + available,
          "more files used than available; both are shown as published",
          false);
    }
    differ(figure, "reuse-share", MeasureList.divided(used, available), 0.0001);
    differ(figure, "uses-per-file", MeasureList.divided(figure.value("usages"), used), 0.0051);
  }

  private void differ(
      KeyFigure figure, String measure, @Nullable Double computed, double tolerance) {
    Number published = figure.value(measure);
    if (computed != null
        && published != null
        && Math.abs(published.doubleValue() - computed) > tolerance) {
      problem(
          figure.line(),
          "PARTS_DISAGREE",
          published.toString(),
          "%s of %s: published %s, its parts give %.4f; shown as published"
              .formatted(measure, figure.institution(), published, computed),
          false);
    }
  }

  private static String cell(CsvRecord row, Map<String, Integer> places, String column) {
    Integer place = places.get(column);
    return place == null || place >= row.getFieldCount() ? "" : row.getField(place).strip();
  }

  private List<CsvRecord> records(String text) {
    String head = text.substring(0, Math.min(text.length(), 20_000));
    char separator = ';';
    long most = -1;
    for (char candidate : new char[] {';', '\t', ','}) {
      long count =
          head.lines().limit(5).mapToLong(l -> l.chars().filter(c -> c == candidate).count()).sum();
      if (count > most) {
        most = count;
        separator = candidate;
      }
    }
    try {
      List<CsvRecord> records = new ArrayList<>();
      CsvReader.builder()
          .fieldSeparator(separator)
          .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
          .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
          .allowExtraCharsAfterClosingQuote(true)
          .ofCsvRecord(text)
          .forEach(records::add);
      return records;
    } catch (RuntimeException e) {
      throw HandselException.input(
          "%s: expected a CSV file, found text that is none (%s).".formatted(file, e.getMessage()));
    }
  }

  private String text() {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw HandselException.input(
            "%s: expected key figures of at most %d MB, found more."
                .formatted(file, MOST_BYTES >> 20));
      }
      byte[] bytes = Files.readAllBytes(file);
      String text;
      try {
        text =
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes))
                .toString();
      } catch (CharacterCodingException notUtf8) {
        text = new String(bytes, Charset.forName("windows-1252"));
      }
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (NoSuchFileException e) {
      throw HandselException.usage("%s: no such file.".formatted(file));
    } catch (IOException e) {
      throw HandselException.environment(
          "%s: cannot be read (%s).".formatted(file, DurableFiles.reason(e)), e);
    }
  }

  private void problem(int line, String code, String raw, String reason, boolean lost) {
    problems.add(
        new DataProblem(
            "%s, line %d".formatted(file.getFileName(), line),
            code,
            raw,
            reason + (raw.isEmpty() ? "" : ", found \"" + raw + "\""),
            lost));
  }

  private static String clipped(List<String> header) {
    String text = String.join(", ", header);
    return text.length() > 200 ? text.substring(0, 200) + "…" : text;
  }
}
