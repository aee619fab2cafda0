package org.handsel.impact;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.handsel.impact.Measurement.ListTable;
import org.handsel.platform.Csv;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.Sheets;

/// The report as tables: a sheet or a CSV file for the measures with their definitions, each list,
/// corrections, expectations and what was wrong. No cell can become a formula.
final class ReportTables {
  /// A sheet of XLSX holds 1,048,576 rows.
  private static final int MOST_ROWS = 1_000_000;

  private final Measurement measured;
  private final PartnerNotes notes;
  private final Texts texts;
  private final MeasureWords words = MeasureWords.load();

  ReportTables(Measurement measured, PartnerNotes notes, Texts texts) {
    this.measured = measured;
    this.notes = notes;
    this.texts = texts;
  }

  private Map<String, ListTable> all() {
    Map<String, ListTable> all = new LinkedHashMap<>();
    all.put("measures", measures());
    for (String name : List.of("institutions", "months", "files", "pages", "wikis", "suspects")) {
      ListTable list = measured.lists().get(name);
      if (list != null) {
        all.put(name, list);
      }
    }
    all.put(
        "corrections",
        new ListTable(
            named("record", "field", "old", "new", "evidence", "state"),
            notes.corrections().stream()
                .map(one ->
                    List.of(
                        one.record(),
                        one.field(),
                        one.before(),
                        one.after(),
                        one.evidence(),
                        one.state()))
                .toList()));
    all.put(
        "promises",
        new ListTable(
            named("promised", "target", "reached", "by"),
            notes.promises().stream()
                .map(one ->
                    List.of(
                        one.text(),
                        Objects.toString(one.target(), ""),
                        Objects.toString(one.reached(), ""),
                        Objects.toString(one.dueOn(), "")))
                .toList()));
    all.put("next", new ListTable(named("next"), notes.next().stream().map(List::of).toList()));
    all.put(
        "problems",
        new ListTable(
            List.of("place", "code", "found", "reason"),
            measured.problems().stream()
                .map(one -> List.of(one.place(), one.code(), one.raw(), one.reason()))
                .toList()));
    return all;
  }

  private List<String> named(String... keys) {
    List<String> names = new ArrayList<>();
    for (String key : keys) {
      names.add(texts.of(key));
    }
    return names;
  }

  private ListTable measures() {
    List<String> header =
        new ArrayList<>(
            named(
                "institution",
                "measure",
                "value",
                "previous",
                "definition",
                "source",
                "day",
                "parameters",
                "gaps"));
    List<List<String>> rows = new ArrayList<>();
    for (Measure one : measured.measures()) {
      if (!words.has(one.measure())) {
        continue;
      }
      MeasureWords.Words word = words.of(one.measure());
      boolean whole = !one.parameters().containsKey("institution");
      Number before =
          notes.previous() == null || !whole ? null : notes.previous().values().get(one.measure());
      rows.add(
          List.of(
              Objects.toString(one.parameters().get("institution"), measured.about().collection()),
              word.name(texts.language()),
              one.value() == null ? texts.of("unknown") : one.value().toString(),
              before == null ? "" : before.toString(),
              word.definition(texts.language()),
              one.source(),
              Objects.toString(one.asOf(), texts.of("unknown")),
              one.parameters().entrySet().stream()
                  .filter(entry -> entry.getValue() != null)
                  .map(entry -> entry.getKey() + ": " + entry.getValue())
                  .collect(Collectors.joining("; ")),
              String.join("; ", one.gaps())));
    }
    return new ListTable(header, rows);
  }

  byte[] workbook() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "Handsel", "1.0")) {
      for (Map.Entry<String, ListTable> entry : all().entrySet()) {
        sheet(workbook.newWorksheet(sheetName(entry.getKey())), entry.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private String sheetName(String table) {
    String name = texts.orElse(table.equals("measures") ? "numbers" : table, table);
    return name.length() > 31 ? name.substring(0, 31) : name;
  }

  private void sheet(Worksheet sheet, ListTable table) throws IOException {
    for (int c = 0; c < table.header().size(); c++) {
      Sheets.text(sheet, 0, c, texts.orElse(table.header().get(c), table.header().get(c)));
      sheet.style(0, c).bold().fillColor("F1EEE6").set();
      sheet.width(c, c == 0 ? 42 : table.header().size() < 5 ? 34 : 22);
    }
    sheet.freezePane(0, 1);
    int r = 1;
    for (List<String> row : table.rows()) {
      for (int c = 0; c < row.size(); c++) {
        Sheets.value(sheet, r, c, row.get(c));
      }
      if (r++ >= MOST_ROWS) {
        break;
      }
      if (r % 1000 == 0) {
        sheet.flush();
      }
    }
    sheet.finish();
  }

  /// Writes `report.csv` with the measures and `report-LIST.csv` for each list.
  List<Path> csv(Path folder) {
    List<Path> written = new ArrayList<>();
    for (Map.Entry<String, ListTable> entry : all().entrySet()) {
      Path file =
          folder.resolve(
              entry.getKey().equals("measures")
                  ? "report.csv"
                  : "report-" + entry.getKey() + ".csv");
      DurableFiles.replace(
          file,
          out -> {
            out.write(
                Csv.row(entry.getValue().header().stream().map(h -> texts.orElse(h, h)).toList())
                    + "\r\n");
            for (List<String> row : entry.getValue().rows()) {
              out.write(Csv.row(row) + "\r\n");
            }
          });
      written.add(file);
    }
    return written;
  }
}
