package org.handsel.collection.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.handsel.collection.Item;
import org.handsel.collection.source.Delivery.DeliveredFile;
import org.handsel.platform.HandselException;
import org.jspecify.annotations.Nullable;

/// Records that are rows of a table, or of several table files with the same columns.
final class TableSource extends DeliverySource {
  private final List<JoinedTable> joined;
  private final TableHeader header;
  private RowReader rows;
  private HeaderRow table;
  private final String firstFile;
  private String file;
  private long records;
  private boolean ended;

  /// @param first the first table of the delivery, recognised as `format`
  /// @param folder where joined files are looked for
  TableSource(
      Delivery delivery,
      DeliveredFile first,
      Format format,
      SourceSpec given,
      Path folder,
      Problems problems) {
    super(delivery, given, problems);
    file = first.name();
    firstFile = file;
    rows = open(first, format);
    table = table(rows, file);
    header = new TableHeader(table.names());
    aboveNames();
    joined = new ArrayList<>();
    for (SourceSpec.Join join : given.joins()) {
      JoinedTable table = JoinedTable.load(folder, join, problems);
      checkOn(join);
      joined.add(table);
    }
    readAs(rows.label() + ", " + columnsLabel(), rows.resolved(given));
  }

  private void checkOn(SourceSpec.Join join) {
    boolean known =
        header.has(join.on())
            || joined.stream()
                .anyMatch(table ->
                    table.header().has(join.on())
                        || (join.on().startsWith(table.name() + ".")
                            && table.header().has(join.on().substring(table.name().length() + 1))));
    if (!known) {
      throw HandselException.usage(
          "source.joins: no column \"%s\" in %s, needed for %s; columns are: %s."
              .formatted(join.on(), file, join.file(), String.join(", ", header.names())));
    }
  }

  private RowReader open(DeliveredFile table, Format format) {
    try {
      return switch (format) {
        case XLSX -> new XlsxRows(table, given, problems);
        case XLS -> new XlsRows(table, given, problems);
        case ODS -> new OdsRows(table, given, problems);
        default -> new DelimitedRows(table, format, given, problems);
      };
    } catch (IOException broken) {
      throw HandselException.input(
          "%s: cannot be read: %s.".formatted(table.name(), Deliveries.reason(broken)));
    }
  }

  private void aboveNames() {
    if (!table.passed().isEmpty()) {
      problems.add(
          file,
          0,
          1,
          "ROWS_ABOVE_NAMES",
          table.passed(),
          "%s: the names of the columns were found below \"%s\", which is passed over. Take it out if they are others."
              .formatted(file, table.passed()),
          false);
    }
  }

  private static HeaderRow table(RowReader rows, String file) {
    try {
      return new HeaderRow(rows, file);
    } catch (IOException broken) {
      throw HandselException.input(
          "%s: cannot be read: %s.".formatted(file, Deliveries.reason(broken)));
    }
  }

  private String columnsLabel() {
    long repeated = header.repeated();
    return header.size()
        + (header.size() == 1 ? " column" : " columns")
        + (repeated == 0
            ? ""
            : " (%d %s)".formatted(repeated, repeated == 1 ? "name repeats" : "names repeat"));
  }

  TableHeader header() {
    return header;
  }

  List<JoinedTable> joined() {
    return joined;
  }

  @Override
  public @Nullable TableRow next() {
    try {
      while (!ended) {
        RowReader.Row row = table.next();
        if (row != null) {
          records++;
          return record(row);
        }
        nextTable();
      }
      return null;
    } catch (IOException broken) {
      ended = true;
      problems.add(
          file,
          records + 1,
          0,
          "FILE_BROKEN",
          "",
          "%s: the rest cannot be read: %s.".formatted(file, Deliveries.reason(broken)),
          true);
      return null;
    }
  }

  private TableRow record(RowReader.Row row) {
    String[] cells = row.cells();
    if (cells.length != header.size()) {
      cells = completed(cells, row.line());
    }
    return new TableRow(header, cells, new Item.Origin(file, records, row.line()), joined);
  }

  /// Nothing of a row of the wrong length is dropped: missing cells are empty, surplus ones get
  /// columns of their own.
  private String[] completed(String[] cells, long line) {
    int known = cells.length;
    boolean missing = known < header.size();
    if (!missing || !rows.endsMayBeMissing()) {
      String surplus =
          missing
              ? ""
              : " The surplus is in \"%s\" and after.".formatted(header.path(header.size()));
      boolean merged = Arrays.stream(cells).anyMatch(cell -> cell.indexOf('\n') >= 0);
      String swallowed =
          merged
              ? " It runs over several lines: probably a quote is opened and not closed, and the"
                  + " next rows are part of it. If the file has no quoting convention, set"
                  + " source.quote to none."
              : "";
      problems.add(
          file,
          records,
          line,
          missing ? "CELLS_MISSING" : "CELLS_SURPLUS",
          String.join(" | ", cells),
          "%s, line %d: the row has %s cells: expected %d, found %d.%s%s"
              .formatted(
                  file,
                  line,
                  missing ? "too few" : "too many",
                  header.size(),
                  known,
                  surplus,
                  swallowed),
          merged);
    }
    if (!missing) {
      return cells;
    }
    String[] all = Arrays.copyOf(cells, header.size());
    Arrays.fill(all, known, all.length, "");
    return all;
  }

  private void nextTable() throws IOException {
    while (true) {
      DeliveredFile next = delivery.next();
      if (next == null) {
        ended = true;
        joined.forEach(table -> table.reportOrphans(problems));
        return;
      }
      Format format = SourceFiles.format(next, given, problems);
      if (format == null) {
        continue;
      }
      if (!format.isTable()) {
        SourceFiles.passOver(next, "is no table", problems);
        continue;
      }
      if (tryOpen(next, format)) {
        file = next.name();
        aboveNames();
        return;
      }
    }
  }

  /// A table with other columns is another table: it is named, so that it can be joined.
  private boolean tryOpen(DeliveredFile next, Format format) throws IOException {
    try {
      RowReader candidate = open(next, format);
      HeaderRow other = table(candidate, next.name());
      if (new TableHeader(other.names()).names().equals(header.names())) {
        rows.close();
        rows = candidate;
        table = other;
        return true;
      }
      SourceFiles.passOver(
          next, "has other columns than " + firstFile + "; join it under source.joins", problems);
    } catch (HandselException refused) {
      SourceFiles.passOver(next, String.valueOf(refused.getMessage()), problems);
    }
    return false;
  }

  @Override
  public List<String> columns() {
    return header.names();
  }

  @Override
  public List<String> joinedColumns() {
    return joined.stream()
        .flatMap(
            table -> table.header().names().stream().map(column -> table.name() + "." + column))
        .distinct()
        .toList();
  }

  @Override
  void closeOpened() throws IOException {
    rows.close();
  }
}
