package org.handsel.collection.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.sf.saxon.s9api.XdmNode;
import org.handsel.collection.Item;
import org.jspecify.annotations.Nullable;

/// A row of a table with the rows joined to it. No tree is built before [#node] is called.
final class TableRow implements SourceRecord {
  private final TableHeader header;
  private final String[] cells;
  private final Item.Origin origin;
  private final List<Joined> joined;
  private @Nullable XdmNode node;

  /// The rows of one joined table that belong to this row.
  record Joined(JoinedTable table, List<String[]> rows) {}

  /// @param cells at least as many as the header has columns
  TableRow(TableHeader header, String[] cells, Item.Origin origin, List<JoinedTable> tables) {
    this.header = header;
    this.cells = cells;
    this.origin = origin;
    if (tables.isEmpty()) {
      joined = List.of();
    } else {
      joined = new ArrayList<>(tables.size());
      for (JoinedTable table : tables) {
        joined.add(new Joined(table, table.rows(cells(table.on()))));
      }
    }
  }

  @Override
  public Item.Origin origin() {
    return origin;
  }

  @Override
  public boolean isRow() {
    return true;
  }

  String cell(int place) {
    return cells[place];
  }

  String[] cells() {
    return cells;
  }

  TableHeader header() {
    return header;
  }

  List<Joined> joined() {
    return joined;
  }

  @Override
  public List<Cell> cells(String column) {
    int[] places = header.places(column, cells.length);
    if (places.length == 1) {
      return List.of(new Cell(header.path(places[0]), cells[places[0]]));
    }
    if (places.length > 1) {
      return Arrays.stream(places).mapToObj(i -> new Cell(header.path(i), cells[i])).toList();
    }
    return joined.isEmpty() ? List.of() : joinedCells(column);
  }

  private List<Cell> joinedCells(String column) {
    List<Cell> found = new ArrayList<>();
    for (Joined join : joined) {
      String table = join.table().name();
      addCells(join, column, found);
      if (column.length() > table.length() + 1
          && column.startsWith(table)
          && column.charAt(table.length()) == '.') {
        addCells(join, column.substring(table.length() + 1), found);
      }
    }
    return found;
  }

  private static void addCells(Joined join, String column, List<Cell> found) {
    TableHeader columns = join.table().header();
    for (int r = 0; r < join.rows().size(); r++) {
      String[] row = join.rows().get(r);
      for (int place : columns.places(column, row.length)) {
        found.add(
            new Cell(
                "%s[%d].%s".formatted(join.table().name(), r + 1, columns.path(place)),
                JoinedTable.cell(row, place)));
      }
    }
  }

  @Override
  public XdmNode node() {
    XdmNode built = node;
    if (built == null) {
      built = RowTree.build(this);
      node = built;
    }
    return built;
  }
}
