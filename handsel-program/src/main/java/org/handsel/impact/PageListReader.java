package org.handsel.impact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.handsel.platform.HandselException;
import org.jspecify.annotations.Nullable;

/// Reads a page list, the XLSX that GLAMorousToHTML writes: a row for each page with the files of
/// the collection on it. Columns are told by their headers, in any order, on any sheet, below up to
/// 30 lines of other text; rows are streamed.
final class PageListReader {
  private static final int HEADER_WITHIN = 30;
  private static final int PROBLEMS_TOLD = 1000;

  private final Path file;
  private final UsageTally tally;
  private final List<DataProblem> problems;
  private final Headers headers = Headers.load("page-list-columns.tsv");

  PageListReader(Path file, UsageTally tally, List<DataProblem> problems) {
    this.file = file;
    this.tally = tally;
    this.problems = problems;
  }

  /// Reads all rows of all sheets that have the columns of a page list.
  ///
  /// @throws HandselException when no sheet has them, naming what was found
  void read() {
    List<String> seen = new ArrayList<>();
    int lists = 0;
    try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
      for (Sheet sheet : workbook.getSheets().toList()) {
        lists += read(sheet, seen) ? 1 : 0;
      }
    } catch (HandselException known) {
      throw known;
    } catch (IOException | RuntimeException e) {
      // The reader has no exception of its own for, say, a sheet that is missing.
      throw WorkbookGuard.noWorkbook(file, String.valueOf(e.getMessage()));
    }
    if (lists == 0) {
      throw HandselException.input(
          "%s: another layout: expected a sheet with the columns %s, found %s. Export the list of pages of GLAMorousToHTML, or rename the columns."
              .formatted(
                  file,
                  headers.expected(List.of("project", "title", "files")),
                  seen.isEmpty() ? "no text" : String.join("; ", seen)));
    }
  }

  private boolean read(Sheet sheet, List<String> seen) throws IOException {
    long last = 0;
    try (Stream<Row> stream = sheet.openStream()) {
      Iterator<Row> rows = stream.iterator();
      Optional<Map<String, Integer>> places = header(sheet, rows, seen);
      if (places.isEmpty()) {
        return false;
      }
      try {
        while (rows.hasNext()) {
          Row row = rows.next();
          last = row.getRowNum();
          take(sheet, row, places.get());
        }
      } catch (HandselException known) {
        throw known;
      } catch (RuntimeException damaged) {
        note(
            sheet,
            last,
            "ROWS_UNREADABLE",
            String.valueOf(damaged.getMessage()),
            "the rest of the sheet could not be read; the numbers hold for the rows before",
            true);
      }
      return true;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private Optional<Map<String, Integer>> header(
      Sheet sheet, Iterator<Row> rows, List<String> seen) {
    for (int i = 0; i < HEADER_WITHIN && rows.hasNext(); i++) {
      Row row = rows.next();
      List<String> cells = new ArrayList<>();
      for (int c = 0; c < row.getCellCount(); c++) {
        cells.add(text(row, c));
      }
      Map<String, Integer> places = headers.places(cells);
      boolean page = places.containsKey("title") || places.containsKey("url");
      boolean wiki = places.containsKey("project") || places.containsKey("url");
      if (places.containsKey("files") && page && wiki) {
        return Optional.of(places);
      }
      if (i == 0) {
        String text = String.join(", ", cells);
        seen.add(
            "sheet \"%s\": %s"
                .formatted(
                    sheet.getName(), text.length() > 200 ? text.substring(0, 200) + "…" : text));
      }
    }
    return Optional.empty();
  }

  private void take(Sheet sheet, Row row, Map<String, Integer> places) {
    String url = text(row, places.get("url"));
    String title = PageNames.title(text(row, places.get("title")), url);
    String project = PageNames.project(text(row, places.get("project")), url);
    String list = text(row, places.get("files"));
    if (url.isEmpty() && title.isEmpty() && list.isEmpty()) {
      return;
    }
    long number = row.getRowNum();
    if (title.isEmpty() || project.isEmpty()) {
      note(
          sheet,
          number,
          "PAGE_UNKNOWN",
          url,
          "no page title or project; the row is not counted",
          true);
      return;
    }
    String written = text(row, places.get("count"));
    List<String> files = FileLists.split(list, FileLists.count(written));
    if (files.isEmpty()) {
      note(sheet, number, "NO_FILES", title, "the row names no file; it is not counted", true);
      return;
    }
    if (!written.isEmpty() && FileLists.count(written) != files.size()) {
      note(
          sheet,
          number,
          "COUNT_DIFFERS",
          written,
          "the row says \"%s\" files and lists %d; the list is counted"
              .formatted(written, files.size()),
          false);
    }
    tally.institution(text(row, places.get("institution")));
    tally.languageName(text(row, places.get("language")));
    if (!tally.page(project, title, url, files)) {
      note(
          sheet,
          number,
          "PAGE_TWICE",
          title,
          "the page stands in the list a second time; it is counted once",
          false);
    }
  }

  private void note(Sheet sheet, long row, String code, String raw, String reason, boolean lost) {
    if (problems.size() < PROBLEMS_TOLD || lost && problems.size() < 2 * PROBLEMS_TOLD) {
      problems.add(
          new DataProblem(
              "%s, sheet %s, row %d".formatted(file.getFileName(), sheet.getName(), row),
              code,
              raw,
              reason,
              lost));
    }
  }

  private static String text(Row row, @Nullable Integer place) {
    if (place == null || place >= row.getCellCount()) {
      return "";
    }
    Cell cell = row.getCell(place);
    if (cell == null || cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) {
      return "";
    }
    Object value = cell.getType() == CellType.NUMBER ? cell.getRawValue() : cell.getValue();
    return value == null ? "" : value.toString().strip();
  }
}
