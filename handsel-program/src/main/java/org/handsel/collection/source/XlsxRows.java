package org.handsel.collection.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.DateUtil;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.handsel.collection.source.Delivery.DeliveredFile;
import org.handsel.platform.HandselException;
import org.jspecify.annotations.Nullable;

/// Rows of a sheet of an XLSX workbook: the cached values of formulas, numbers without `.0`, dates
/// as ISO 8601. Rows without any text are passed over.
final class XlsxRows implements RowReader {
  private final String file;
  private final Problems problems;
  private final ReadableWorkbook workbook;
  private final Sheets sheets;
  private final Stream<org.dhatim.fastexcel.reader.Row> stream;
  private final Iterator<org.dhatim.fastexcel.reader.Row> rows;
  private long lastLine;

  XlsxRows(DeliveredFile delivered, SourceSpec spec, Problems problems) throws IOException {
    file = delivered.name();
    this.problems = problems;
    byte[] bytes = Workbooks.whole(delivered.bytes(), file);
    Workbooks.check(bytes, file);
    try {
      workbook =
          new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, true));
      List<Sheet> all = workbook.getSheets().toList();
      List<String> names = all.stream().map(Sheet::getName).toList();
      sheets = Sheets.choose(file, names, spec.sheet(), place -> isEmpty(all.get(place)));
      stream = all.get(sheets.chosen()).openStream();
      rows = stream.iterator();
    } catch (HandselException refused) {
      throw refused;
    } catch (RuntimeException | IOException broken) {
      throw broken(broken);
    }
  }

  private static boolean isEmpty(Sheet sheet) {
    try (Stream<org.dhatim.fastexcel.reader.Row> some = sheet.openStream()) {
      return some.noneMatch(row -> row.getFirstNonEmptyCell().isPresent());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private HandselException broken(Exception broken) {
    return HandselException.input(
        "%s: the workbook is damaged: expected an XLSX file, found: %s. Save it again."
            .formatted(file, Deliveries.reason(broken)));
  }

  @Override
  public @Nullable Row next() {
    try {
      while (rows.hasNext()) {
        org.dhatim.fastexcel.reader.Row row = rows.next();
        lastLine = row.getRowNum();
        String[] cells = cells(row);
        if (cells.length > 0) {
          return new Row(cells, lastLine);
        }
      }
    } catch (ExcelReaderException | UncheckedIOException broken) {
      damaged(broken);
    } catch (RuntimeException broken) {
      // The reader has no exception of its own for, say, a shared string that does not exist.
      damaged(broken);
    }
    return null;
  }

  private void damaged(Exception broken) {
    problems.add(
        file,
        0,
        lastLine,
        "ROWS_UNREADABLE",
        "",
        "%s, after row %d: the rest of the sheet could not be read: %s. Save the workbook again."
            .formatted(file, lastLine, Deliveries.reason(broken)),
        true);
  }

  /// Texts up to the last cell that is not blank.
  private String[] cells(org.dhatim.fastexcel.reader.Row row) {
    String[] texts = new String[row.getCellCount()];
    int last = 0;
    for (int i = 0; i < texts.length; i++) {
      Cell cell = row.getCell(i);
      texts[i] = cell == null ? "" : text(cell);
      if (!texts[i].isBlank()) {
        last = i + 1;
      }
    }
    return java.util.Arrays.copyOf(texts, last);
  }

  private String text(Cell cell) {
    CellType type = cell.getType();
    String raw = cell.getRawValue();
    if (type == CellType.EMPTY) {
      return "";
    }
    if (type == CellType.ERROR) {
      return error(cell, raw);
    }
    if (type == CellType.BOOLEAN) {
      return Boolean.TRUE.equals(cell.getValue()) ? "true" : "false";
    }
    if (type == CellType.NUMBER) {
      return number(cell, raw);
    }
    Object value = cell.getValue();
    if (type == CellType.FORMULA && value instanceof java.math.BigDecimal) {
      return number(cell, raw);
    }
    if (value != null) {
      return value.toString();
    }
    return raw == null ? "" : raw;
  }

  private String number(Cell cell, @Nullable String raw) {
    if (raw == null) {
      return "";
    }
    Integer format = cell.getDataFormatId();
    if (format != null && DateUtil.isADateFormat(format, cell.getDataFormatString())) {
      try {
        return Workbooks.date(Double.parseDouble(raw), workbook.isDate1904());
      } catch (NumberFormatException noNumber) {
        return raw;
      }
    }
    return Workbooks.number(raw);
  }

  private String error(Cell cell, @Nullable String raw) {
    String text = raw == null ? "#ERROR" : raw;
    problems.add(
        file,
        0,
        lastLine,
        "CELL_ERROR",
        text,
        "%s, cell %s: the workbook shows an error: expected a value, found \"%s\"."
            .formatted(file, cell.getAddress(), text),
        false);
    return text;
  }

  @Override
  public String label() {
    return Format.XLSX.id().toUpperCase(Locale.ROOT) + ", " + sheets.label();
  }

  @Override
  public SourceSpec resolved(SourceSpec given) {
    return new SourceSpec(
        Format.XLSX.id(), null, null, null, sheets.name(), null, given.namespaces(), given.joins());
  }

  @Override
  public boolean endsMayBeMissing() {
    return true;
  }

  @Override
  public void close() throws IOException {
    stream.close();
    workbook.close();
  }
}
