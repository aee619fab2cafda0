package org.handsel.collection.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Sheet;
import org.handsel.collection.source.Delivery.DeliveredFile;
import org.handsel.platform.HandselException;
import org.jspecify.annotations.Nullable;

/// Rows of a sheet of an XLS workbook (BIFF8). The format ends at 65,536 rows, so the whole
/// workbook is held in memory.
final class XlsRows extends SheetRows {
  private final HSSFWorkbook workbook;
  private final Sheets sheets;
  private final Iterator<org.apache.poi.ss.usermodel.Row> rows;

  XlsRows(DeliveredFile delivered, SourceSpec spec, Problems problems) throws IOException {
    super(Format.XLS, delivered.name(), problems);
    byte[] bytes = Workbooks.whole(delivered.bytes(), file);
    try {
      workbook = new HSSFWorkbook(new ByteArrayInputStream(bytes));
      List<String> names = new ArrayList<>();
      for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
        names.add(workbook.getSheetName(i));
      }
      sheets = Sheets.choose(file, names, spec.sheet(), this::isEmpty);
      rows = workbook.getSheetAt(sheets.chosen()).rowIterator();
    } catch (HandselException refused) {
      throw refused;
    } catch (RuntimeException | IOException broken) {
      // POI throws whatever the damage leads to.
      throw HandselException.input(
          ("%s: the workbook is damaged or of an older kind: expected an XLS file of Excel 97 or"
                  + " later, found: %s. Save it again.")
              .formatted(file, Deliveries.reason(broken)));
    }
  }

  private boolean isEmpty(int place) {
    Sheet sheet = workbook.getSheetAt(place);
    for (org.apache.poi.ss.usermodel.Row row : sheet) {
      if (cells(row).length > 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public @Nullable Row next() {
    while (rows.hasNext()) {
      org.apache.poi.ss.usermodel.Row row = rows.next();
      String[] cells = cells(row);
      if (cells.length > 0) {
        return new Row(cells, row.getRowNum() + 1L);
      }
    }
    return null;
  }

  private String[] cells(org.apache.poi.ss.usermodel.Row row) {
    return cells(
        row.getLastCellNum(),
        i -> {
          Cell cell = row.getCell(i);
          return cell == null ? "" : text(cell, cell.getCellType());
        });
  }

  private String text(Cell cell, CellType type) {
    return switch (type) {
      case FORMULA -> text(cell, cell.getCachedFormulaResultType());
      case STRING -> cell.getRichStringCellValue().getString();
      case BOOLEAN -> cell.getBooleanCellValue() ? "true" : "false";
      case NUMERIC -> number(cell);
      case ERROR -> error(cell);
      case BLANK, _NONE -> "";
    };
  }

  private String number(Cell cell) {
    double value = cell.getNumericCellValue();
    return DateUtil.isCellDateFormatted(cell)
        ? Workbooks.date(value, workbook.getInternalWorkbook().isUsing1904DateWindowing())
        : Workbooks.number(value);
  }

  private String error(Cell cell) {
    String text =
        FormulaError.isValidCode(cell.getErrorCellValue())
            ? FormulaError.forInt(cell.getErrorCellValue()).getString()
            : "#ERROR";
    return error(cell.getRowIndex() + 1L, "cell " + cell.getAddress(), text);
  }

  @Override
  Sheets sheets() {
    return sheets;
  }

  @Override
  public void close() throws IOException {
    workbook.close();
  }
}
