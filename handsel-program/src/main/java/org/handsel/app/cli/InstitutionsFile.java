package org.handsel.app.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.handsel.partnership.register.Institution;
import org.handsel.platform.Csv;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import org.handsel.platform.Sheets;
import org.handsel.platform.Tsv;
import org.jspecify.annotations.Nullable;

/// Writes the register to a file that people open elsewhere, the form chosen by its ending.
final class InstitutionsFile {
  private static final List<String> HEADER =
      List.of(
          "id",
          "source",
          "source_id",
          "name",
          "country",
          "type",
          "subtype",
          "city",
          "region",
          "lat",
          "lon",
          "website",
          "altname",
          "income_band",
          "funder_type",
          "note");

  private InstitutionsFile() {}

  static void write(Path file, List<Institution> rows) throws IOException {
    String name = file.getFileName().toString();
    switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "tsv" -> lines(file, rows, false);
      case "csv" -> lines(file, rows, true);
      case "json" -> DurableFiles.replace(file, Json.pretty(rows) + "\n");
      case "xlsx" -> workbook(file, rows);
      default ->
          throw HandselException.usage(
              "--out: expected a name that ends with .tsv, .csv, .xlsx or .json, found \"%s\"."
                  .formatted(file));
    }
  }

  private static void lines(Path file, List<Institution> rows, boolean csv) {
    DurableFiles.replace(
        file,
        out -> {
          out.write(csv ? Csv.row(HEADER) + "\r\n" : Tsv.row(HEADER) + "\n");
          for (Institution one : rows) {
            out.write(csv ? Csv.row(cells(one)) + "\r\n" : Tsv.row(cells(one)) + "\n");
          }
        });
  }

  /// Cells are written as text, which a workbook never runs.
  private static void workbook(Path file, List<Institution> rows) throws IOException {
    Path part = file.toAbsolutePath().resolveSibling(file.getFileName() + ".part");
    try (OutputStream out = Files.newOutputStream(part);
        Workbook workbook = new Workbook(out, "Handsel", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("Institutions");
      List<List<String>> all = new ArrayList<>();
      all.add(HEADER);
      rows.forEach(one -> all.add(cells(one)));
      for (int r = 0; r < all.size(); r++) {
        for (int c = 0; c < HEADER.size(); c++) {
          Sheets.text(sheet, r, c, all.get(r).get(c));
        }
      }
    }
    DurableFiles.move(part, file.toAbsolutePath());
  }

  private static List<String> cells(Institution one) {
    Institution.More more = one.more();
    @Nullable Object[] values = {
      one.id(),
      one.source(),
      one.sourceId(),
      one.name(),
      one.country(),
      one.type(),
      more.subtype(),
      one.city(),
      one.region(),
      one.latitude(),
      one.longitude(),
      one.website(),
      more.altname(),
      more.incomeBand(),
      more.funderType(),
      more.note()
    };
    List<String> cells = new ArrayList<>();
    for (Object value : values) {
      cells.add(value == null ? "" : value.toString());
    }
    return cells;
  }
}
