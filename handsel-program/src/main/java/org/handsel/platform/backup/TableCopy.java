package org.handsel.platform.backup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.handsel.platform.Json;
import org.jspecify.annotations.Nullable;

/// Reads one table of a database to lines of JSON and writes them back, on either kind of database.
///
/// Rows stand in the order of their key, compared by code points, so that the same rows give the
/// same bytes wherever they come from.
final class TableCopy {
  private static final int BATCH = 500;

  private final Connection connection;
  private final boolean server;
  private final String table;
  private final WorkspacePaths paths;
  private final List<Column> columns;

  private record Column(String name, Kind kind, boolean path) {}

  private enum Kind {
    TEXT(Types.VARCHAR),
    WHOLE(Types.BIGINT),
    REAL(Types.DOUBLE),
    TRUTH(Types.BOOLEAN);

    private final int type;

    Kind(int type) {
      this.type = type;
    }

    static Kind of(String table, String column, String declared) {
      return switch (declared.toLowerCase(Locale.ROOT)) {
        case "text" -> TEXT;
        case "bigint", "int8", "integer" -> WHOLE;
        case "double precision", "float8", "double", "real" -> REAL;
        case "boolean", "bool" -> TRUTH;
        default ->
            throw new IllegalStateException(
                "%s.%s: backups know no column of type %s".formatted(table, column, declared));
      };
    }
  }

  TableCopy(Connection connection, boolean server, String table, WorkspacePaths paths)
      throws SQLException {
    this.connection = connection;
    this.server = server;
    this.table = table;
    this.paths = paths;
    this.columns = columns();
  }

  List<String> names() {
    return columns.stream().map(Column::name).toList();
  }

  long count() throws SQLException {
    try (PreparedStatement count = connection.prepareStatement("select count(*) from " + table);
        ResultSet rows = count.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /// Writes all rows.
  ///
  /// @return how many
  long write(Writer out) throws SQLException, IOException {
    long count = 0;
    try (PreparedStatement all =
        connection.prepareStatement(
            "select %s from %s order by %s"
                .formatted(String.join(", ", names()), table, String.join(", ", order())))) {
      all.setFetchSize(BATCH);
      try (ResultSet rows = all.executeQuery()) {
        while (rows.next()) {
          out.write(Json.line(row(rows)));
          out.write('\n');
          count++;
        }
      }
    }
    return count;
  }

  private List<@Nullable Object> row(ResultSet rows) throws SQLException {
    List<@Nullable Object> row = new ArrayList<>(columns.size());
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      Object value =
          switch (column.kind()) {
            case TEXT -> {
              String text = rows.getString(i + 1);
              yield column.path() ? paths.leaving(table, column.name(), text) : text;
            }
            case WHOLE -> rows.getLong(i + 1);
            case REAL -> rows.getDouble(i + 1);
            case TRUTH -> rows.getBoolean(i + 1);
          };
      row.add(rows.wasNull() ? null : value);
    }
    return row;
  }

  /// Inserts rows in place of those that a script put there.
  ///
  /// @param given columns of the rows, in the order of their cells
  /// @return how many rows
  long read(BufferedReader in, List<String> given) throws SQLException, IOException {
    List<Column> taken = new ArrayList<>();
    for (String name : given) {
      taken.add(
          columns.stream()
              .filter(column -> column.name().equals(name))
              .findFirst()
              .orElseThrow(
                  () -> new IllegalStateException("%s has no column %s".formatted(table, name))));
    }
    try (PreparedStatement seeds = connection.prepareStatement("delete from " + table)) {
      seeds.executeUpdate();
    }
    SelfReference self = SelfReference.of(connection, table, given);
    long count = 0;
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into %s (%s) values (%s)"
                .formatted(
                    table,
                    String.join(", ", given),
                    String.join(", ", java.util.Collections.nCopies(given.size(), "?"))))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        @Nullable Object[] cells = Json.mapper().readValue(line, Object[].class);
        if (cells.length != taken.size()) {
          throw new IOException(
              "%s, row %d: expected %d cells, found %d"
                  .formatted(table, count + 1, taken.size(), cells.length));
        }
        self.hold(cells);
        for (int i = 0; i < cells.length; i++) {
          set(insert, i + 1, taken.get(i), cells[i]);
        }
        insert.addBatch();
        if (++count % BATCH == 0) {
          insert.executeBatch();
        }
      }
      insert.executeBatch();
    }
    self.release(connection, table);
    return count;
  }

  private void set(PreparedStatement insert, int place, Column column, @Nullable Object value)
      throws SQLException {
    switch (value) {
      case null -> insert.setNull(place, column.kind().type);
      case String text -> {
        String arrived = column.path() ? paths.arriving(text) : text;
        // PostgreSQL takes no NUL in a text; SQLite does.
        insert.setString(place, server ? String.valueOf(arrived).replace('\0', '�') : arrived);
      }
      case Boolean truth -> insert.setBoolean(place, truth);
      case Number number when column.kind() == Kind.REAL ->
          insert.setDouble(place, number.doubleValue());
      case Number number -> insert.setLong(place, number.longValue());
      default ->
          throw new IllegalStateException(
              "%s.%s: expected a text, number or truth value, found %s"
                  .formatted(table, column.name(), value.getClass().getSimpleName()));
    }
  }

  private List<Column> columns() throws SQLException {
    List<Column> found = new ArrayList<>();
    try (PreparedStatement none =
            connection.prepareStatement("select * from " + table + " where 1 = 0");
        ResultSet rows = none.executeQuery()) {
      ResultSetMetaData about = rows.getMetaData();
      for (int i = 1; i <= about.getColumnCount(); i++) {
        String name = about.getColumnName(i);
        found.add(
            new Column(
                name, Kind.of(table, name, about.getColumnTypeName(i)), paths.known(table, name)));
      }
    }
    return found;
  }

  private List<String> order() throws SQLException {
    SortedMap<Integer, String> key = new TreeMap<>();
    Set<String> texts = new HashSet<>();
    columns.stream()
        .filter(column -> column.kind() == Kind.TEXT)
        .forEach(column -> texts.add(column.name()));
    DatabaseMetaData about = connection.getMetaData();
    try (ResultSet rows =
        about.getPrimaryKeys(null, server ? connection.getSchema() : null, table)) {
      while (rows.next()) {
        String name = rows.getString("COLUMN_NAME");
        key.put(
            rows.getInt("KEY_SEQ"),
            server && texts.contains(name) ? name + " collate \"C\"" : name);
      }
    }
    if (key.isEmpty()) {
      throw new IllegalStateException(table + ": a table without a key cannot be kept in order");
    }
    return List.copyOf(key.values());
  }
}
