package org.handsel.wiki.dump;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.handsel.platform.HandselException;

/// Reads one SQL file as mysqldump writes them: comments, one `CREATE TABLE`, `INSERT` statements
/// of many rows.
final class SqlReader {
  private final InputStream in;
  private final String table;
  private final List<String> wanted;
  private final SqlTables.RowHandler handler;
  private final BooleanSupplier stopped;

  private final byte[] buffer = new byte[1 << 16];
  private int at;
  private int end;
  private boolean cut;

  SqlReader(
      InputStream in,
      String table,
      List<String> wanted,
      SqlTables.RowHandler handler,
      BooleanSupplier stopped) {
    this.in = in;
    this.table = table;
    this.wanted = wanted;
    this.handler = handler;
    this.stopped = stopped;
  }

  SqlTables.TableReading read(Path file) throws IOException {
    String header = header();
    int definition = header.indexOf("CREATE TABLE `" + table + "`");
    if (definition < 0) {
      throw HandselException.input(
          "%s: expected the definition of the table %s, found none. Fetch the file again."
              .formatted(file, table));
    }
    String body = header.substring(definition);
    List<String> columns = SqlTables.columns(body);
    int[] places = new int[columns.size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = wanted.indexOf(columns.get(i));
    }
    long rows = 0;
    while (statement()) {
      rows += rows(places, file);
      if (stopped.getAsBoolean()) {
        break;
      }
    }
    return new SqlTables.TableReading(SqlTables.database(header), columns, rows, !cut);
  }

  /// Everything up to the end of the table's definition.
  private String header() throws IOException {
    StringBuilder text = new StringBuilder();
    boolean defined = false;
    while (text.length() < SqlTables.longestHeader()) {
      StringBuilder line = new StringBuilder();
      int b = next();
      while (b >= 0 && b != '\n') {
        line.append((char) b);
        b = next();
      }
      text.append(line).append('\n');
      defined |= line.indexOf("CREATE TABLE") >= 0;
      if (b < 0 || defined && line.indexOf(";") >= 0) {
        break;
      }
    }
    return text.toString();
  }

  /// Goes to the values of the next statement that inserts rows.
  private boolean statement() throws IOException {
    byte[] word = "VALUES ".getBytes(StandardCharsets.US_ASCII);
    boolean lineStart = true;
    StringBuilder begins = new StringBuilder();
    while (true) {
      int b = next();
      if (b < 0) {
        return false;
      }
      if (b == '\n') {
        lineStart = true;
        begins.setLength(0);
        continue;
      }
      if (!lineStart) {
        continue;
      }
      begins.append((char) b);
      if (begins.length() >= word.length
          && begins.indexOf("VALUES ", begins.length() - word.length) >= 0
          && begins.indexOf("INSERT INTO `" + table + "`") == 0) {
        return true;
      }
      if (begins.length() == 12 && begins.indexOf("INSERT INTO ") != 0) {
        lineStart = false;
      }
    }
  }

  private long rows(int[] places, Path file) throws IOException {
    SqlCells cells = new SqlCells(wanted.size());
    long rows = 0;
    while (true) {
      int b = next();
      if (b == ',' || b == ' ' || b == '\n') {
        continue;
      }
      if (b != '(') {
        cut |= b < 0;
        return rows;
      }
      cells.clear();
      for (int column = 0; ; column++) {
        if (column >= places.length) {
          throw HandselException.input(
              "%s: a row of %s has more values than the table has columns. Fetch the file again."
                  .formatted(file, table));
        }
        int after = value(cells, places[column]);
        if (after < 0) {
          cut = true;
          return rows;
        }
        if (after == ')') {
          break;
        }
      }
      handler.row(cells);
      rows++;
    }
  }

  /// Reads a value.
  ///
  /// @return the byte behind it: a comma or a closing bracket, or -1 at the end of the file
  private int value(SqlCells cells, int column) throws IOException {
    int b = next();
    boolean kept = column >= 0;
    if (kept) {
      cells.begin(column);
    }
    boolean isNull = b == 'N';
    if (b == '\'') {
      b = next();
      while (b != '\'') {
        if (b == '\\') {
          b = escaped(next());
        }
        if (b < 0) {
          return -1;
        }
        if (kept) {
          cells.add(b);
        }
        b = next();
      }
      b = next();
    } else {
      while (b >= 0 && b != ',' && b != ')') {
        if (kept && !isNull) {
          cells.add(b);
        }
        b = next();
      }
    }
    if (kept) {
      cells.end(column, isNull);
    }
    return b;
  }

  /// Source: MySQL reference manual, string literals.
  private static int escaped(int b) {
    return switch (b) {
      case '0' -> 0;
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'b' -> '\b';
      case 'Z' -> 26;
      default -> b;
    };
  }

  private int next() throws IOException {
    if (at == end) {
      try {
        end = in.read(buffer, 0, buffer.length);
      } catch (EOFException e) {
        cut = true;
        end = -1;
      }
      at = 0;
      if (end <= 0) {
        end = 0;
        return -1;
      }
    }
    return buffer[at++] & 0xff;
  }
}
