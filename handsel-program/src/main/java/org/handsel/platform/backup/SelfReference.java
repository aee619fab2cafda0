package org.handsel.platform.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A column that refers to another row of its own table: it is filled when all rows are there.
final class SelfReference {
  private final String column;
  private final String key;
  private final int place;
  private final int keyPlace;
  private final List<String[]> held = new ArrayList<>();

  private SelfReference(String column, String key, int place, int keyPlace) {
    this.column = column;
    this.key = key;
    this.place = place;
    this.keyPlace = keyPlace;
  }

  /// @param columns of the rows to come
  static SelfReference of(Connection connection, String table, List<String> columns)
      throws SQLException {
    try (ResultSet keys =
        connection.getMetaData().getImportedKeys(null, connection.getSchema(), table)) {
      while (keys.next()) {
        String column = keys.getString("FKCOLUMN_NAME");
        String key = keys.getString("PKCOLUMN_NAME");
        if (keys.getString("PKTABLE_NAME").equals(table)) {
          return new SelfReference(column, key, columns.indexOf(column), columns.indexOf(key));
        }
      }
    }
    return new SelfReference("", "", -1, -1);
  }

  /// Takes the reference out of a row and keeps it for later.
  void hold(@Nullable Object[] row) {
    if (place >= 0 && row[place] != null) {
      held.add(new String[] {String.valueOf(row[keyPlace]), String.valueOf(row[place])});
      row[place] = null;
    }
  }

  void release(Connection connection, String table) throws SQLException {
    if (held.isEmpty()) {
      return;
    }
    try (PreparedStatement update =
        connection.prepareStatement(
            "update %s set %s = ? where %s = ?".formatted(table, column, key))) {
      for (String[] row : held) {
        update.setString(1, row[1]);
        update.setString(2, row[0]);
        update.addBatch();
      }
      update.executeBatch();
    }
  }
}
