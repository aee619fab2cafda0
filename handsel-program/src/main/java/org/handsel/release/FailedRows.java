package org.handsel.release;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.handsel.collection.Item;
import org.handsel.collection.ItemsFile;
import org.handsel.collection.mapping.Profiles;
import org.handsel.collection.source.RecordSource;
import org.handsel.collection.source.SourceRecord;
import org.handsel.collection.source.SourceSpec;
import org.handsel.collection.source.Sources;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import org.handsel.platform.Sheets;
import tools.jackson.databind.node.ObjectNode;

/// The records of a release that did not go, in the form in which they came, with the reason: a
/// table's rows with all their cells and one more column, ready to be mended and mapped again by
/// the same profile; of other formats the items, ready to be planned again.
///
/// The cells are the institution's own and stay as they are, so a delimited text is for mending and
/// mapping; `failures.csv` is the one for a spreadsheet.
public final class FailedRows {
  /// The column that is added; when the table has one of this name as its last, it is replaced.
  public static final String REASON = "reason";

  private FailedRows() {}

  /// What was written.
  ///
  /// @param file where
  /// @param records rows or items in it
  /// @param withoutRecord lines of `failures.csv` that belong to no record
  /// @param rows whether they are rows of a table, else items
  public record Written(Path file, int records, int withoutRecord, boolean rows) {}

  /// Writes the failed records.
  ///
  /// @param source the delivery that was mapped
  /// @param out file to write
  /// @throws HandselException with exit 2 when there is no plan, or a plan that does not know its
  ///   items, or the delivery is another one
  public static Written write(Path release, Path source, Path out) {
    ReleaseFolder folder = ReleaseFolder.open(release);
    Map<String, String> reasons = new LinkedHashMap<>();
    int without = 0;
    Outcomes outcomes = new Outcomes(folder.index(), Ledger.read(folder));
    for (List<String> failure : outcomes.notOnWiki()) {
      if (failure.getFirst().isEmpty()) {
        without++;
      } else {
        reasons.merge(
            failure.getFirst(),
            "%s: %s %s".formatted(failure.get(3), failure.get(4), failure.get(5)).strip(),
            (a, b) -> a.contains(b) ? a : a + " / " + b);
      }
    }
    Path items = items(folder);
    Map<Long, String> records = new HashMap<>();
    try (Stream<Item> stream = ItemsFile.read(items)) {
      stream
          .filter(item -> reasons.containsKey(item.id()))
          .forEach(
              item -> records.put(item.origin().record(), reasons.getOrDefault(item.id(), "")));
    }
    SourceSpec spec =
        Profiles.load(
                folder.profile().isEmpty() || !Files.exists(Path.of(folder.profile()))
                    ? folder.mapping()
                    : Path.of(folder.profile()))
            .source();
    try (RecordSource delivery = Sources.open(source, spec)) {
      if (delivery.columns().isEmpty()) {
        int written = items(items, reasons, out);
        return new Written(out, written, without, false);
      }
      List<List<String>> rows = rows(delivery, records);
      int written = rows.size() - 1;
      if (written < records.size()) {
        throw HandselException.usage(
            "%s: expected the delivery of this release with its %,d failed records, found %,d of them. Name the delivery that was mapped."
                .formatted(source, records.size(), written));
      }
      write(out, delivery.resolved(), rows);
      return new Written(out, written, without, true);
    }
  }

  private static Path items(ReleaseFolder folder) {
    Path items = Path.of(folder.items());
    if (folder.items().isEmpty() || !Files.exists(items)) {
      throw HandselException.usage(
          "%s: the items that the release was planned from are not known or gone (\"%s\"). Put them back, or plan the release again."
              .formatted(folder.folder(), folder.items()));
    }
    return items;
  }

  /// The lines of `items.jsonl` as they are, each with its reason.
  private static int items(Path items, Map<String, String> reasons, Path out) {
    Set<String> seen = new HashSet<>();
    DurableFiles.replace(
        out,
        writer -> {
          try (Stream<String> lines = Files.lines(items)) {
            for (String line : (Iterable<String>) lines.filter(text -> !text.isBlank())::iterator) {
              ObjectNode item = (ObjectNode) Json.mapper().readTree(line);
              String id = item.path("id").asString("");
              if (reasons.containsKey(id)) {
                seen.add(id);
                item.put(REASON, reasons.get(id));
                writer.write(Json.line(item) + "\n");
              }
            }
          }
        });
    return seen.size();
  }

  private static List<List<String>> rows(RecordSource delivery, Map<Long, String> records) {
    List<String> columns = new ArrayList<>(delivery.columns());
    boolean replaced = !columns.isEmpty() && columns.getLast().equals(REASON);
    if (replaced) {
      columns.removeLast();
    }
    List<List<String>> rows = new ArrayList<>();
    List<String> header = new ArrayList<>(columns);
    header.add(REASON);
    rows.add(header);
    for (SourceRecord record = delivery.next(); record != null; record = delivery.next()) {
      String reason = records.get(record.origin().record());
      if (reason != null && record.isRow()) {
        List<String> row = cells(record, columns);
        row.add(reason);
        rows.add(row);
      }
    }
    return rows;
  }

  private static void write(Path out, SourceSpec spec, List<List<String>> rows) {
    String format = spec.format() == null ? "csv" : spec.format().toLowerCase(Locale.ROOT);
    if (Set.of("xlsx", "xls", "ods").contains(format)) {
      workbook(out, spec, rows);
    } else {
      delimited(out, spec, rows);
    }
  }

  /// Cells by place: a name may repeat.
  private static List<String> cells(SourceRecord record, List<String> columns) {
    Map<String, Integer> seen = new HashMap<>();
    List<String> row = new ArrayList<>();
    for (String column : columns) {
      int number = seen.merge(column, 1, Integer::sum);
      List<SourceRecord.Cell> cells = record.cells(column);
      row.add(number <= cells.size() ? cells.get(number - 1).text() : "");
    }
    return row;
  }

  private static void delimited(Path out, SourceSpec spec, List<List<String>> rows) {
    String delimiter =
        spec.delimiter() == null ? "," : spec.delimiter().equals("\\t") ? "\t" : spec.delimiter();
    String quote = spec.quote() == null ? "\"" : spec.quote().equals("none") ? "" : spec.quote();
    Charset charset = charset(spec);
    StringBuilder text = new StringBuilder();
    if (charset.name().startsWith("UTF-")) {
      text.append('\uFEFF');
    }
    for (List<String> row : rows) {
      List<String> cells = new ArrayList<>();
      for (String cell : row) {
        cells.add(cell(cell, delimiter, quote));
      }
      text.append(String.join(delimiter, cells)).append("\r\n");
    }
    // A reason may have signs that the delivery's charset lacks; the rest came from that charset.
    DurableFiles.replace(out, text.toString().getBytes(charset));
  }

  private static String cell(String text, String delimiter, String quote) {
    boolean special =
        text.contains(delimiter)
            || text.contains("\n")
            || text.contains("\r")
            || (!quote.isEmpty() && text.contains(quote));
    if (!special) {
      return text;
    }
    return quote.isEmpty()
        ? text.replace(delimiter, " ").replaceAll("[\\r\\n]+", " ")
        : quote + text.replace(quote, quote + quote) + quote;
  }

  private static Charset charset(SourceSpec spec) {
    try {
      return Charset.forName(spec.charset() == null ? "UTF-8" : spec.charset());
    } catch (IllegalArgumentException e) {
      return StandardCharsets.UTF_8;
    }
  }

  private static void workbook(Path out, SourceSpec spec, List<List<String>> rows) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "Handsel", "1.0")) {
      String name = spec.sheet() == null || spec.sheet().matches("\\d+") ? "rows" : spec.sheet();
      Worksheet sheet = workbook.newWorksheet(name);
      for (int r = 0; r < rows.size(); r++) {
        for (int c = 0; c < rows.get(r).size(); c++) {
          Sheets.text(sheet, r, c, rows.get(r).get(c));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    DurableFiles.replace(out, bytes.toByteArray());
  }
}
