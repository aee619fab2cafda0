package org.handsel.collection.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.DateUtil;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.handsel.collection.source.Delivery.DeliveredFile;
import org.handsel.platform.HandselException;
import org.jspecify.annotations.Nullable;

/// Rows of a sheet of an XLSX workbook.
final class XlsxRows extends SheetRows {
  private final ReadableWorkbook workbook;
  private final Sheets sheets;
  private final Stream<org.dhatim.fastexcel.reader.Row> stream;
  private final Iterator<org.dhatim.fastexcel.reader.Row> rows;
  private long lastLine;

  XlsxRows(DeliveredFile delivered, SourceSpec spec, Problems problems) throws IOException {
    super(Format.XLSX, delivered.name(), problems);
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
    } catch (RuntimeException broken) {
      // The reader has no exception of its own for, say, a shared string that does not exist.
      unreadable(lastLine, Deliveries.reason(broken));
    }
    return null;
  }

  private String[] cells(org.dhatim.fastexcel.reader.Row row) {
    return cells(
        row.getCellCount(),
        i -> {
          Cell cell = row.getCell(i);
          return cell == null ? "" : text(cell);
        });
  }

  private String text(Cell cell) {
    CellType type = cell.getType();
    String raw = cell.getRawValue();
    if (type == CellType.EMPTY) {
      return "";
    }
    if (type == CellType.ERROR) {
      return error(lastLine, "cell " + cell.getAddress(), raw == null ? "#ERROR" : raw);
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

  @Override
  Sheets sheets() {
    return sheets;
  }

  @Override
  public void close() throws IOException {
    stream.close();
    workbook.close();
  }
}
