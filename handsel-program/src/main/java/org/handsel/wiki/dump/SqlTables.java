package org.handsel.wiki.dump;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;

/// Reads the tables of a wiki's database out of the SQL files that stand beside a dump.
///
/// Columns are known by their names in `CREATE TABLE`, never by their place, so that a table whose
/// layout has changed cannot be misread in silence. Values are bytes: sort keys are no text. Pure
/// functions, safe for threads.
public final class SqlTables {
  private static final Pattern DATABASE = Pattern.compile("Database: (\\w+)");
  private static final Pattern COLUMN = Pattern.compile("^\\s*`(\\w+)`\\s.*");
  private static final int LONGEST_HEADER = 100_000;

  private SqlTables() {}

  /// Takes a row.
  public interface RowHandler {
    /// @param cells values of the wanted columns in their order, null where the column is missing
    ///   or its value is NULL; valid until the next row
    void row(SqlCells cells);
  }

  /// What was read of a table.
  ///
  /// @param database name that the file gives; empty where it gives none
  /// @param columns of the table as its definition has them
  /// @param rows that were handed over
  /// @param whole whether the file was read to its end
  public record TableReading(String database, List<String> columns, long rows, boolean whole) {}

  /// The file of a table in a folder: `WIKI-DATE-TABLE.sql`, packed with gzip or not.
  public static Optional<Path> find(Path folder, String table) {
    Pattern name = Pattern.compile("(?:.*-)?" + table + "\\.sql(?:\\.gz)?");
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> name.matcher(file.getFileName().toString()).matches())
          .sorted(java.util.Comparator.reverseOrder())
          .findFirst();
    } catch (IOException e) {
      throw HandselException.input(
          "%s: expected a folder of SQL files (%s). Check the path."
              .formatted(folder, DurableFiles.reason(e)));
    }
  }

  /// Reads a table.
  ///
  /// @param columns that are wanted
  /// @throws HandselException with exit 1 when the file holds no such table
  public static TableReading read(
      Path file, String table, List<String> columns, RowHandler handler, BooleanSupplier stopped) {
    try (InputStream in = open(file)) {
      return new SqlReader(in, table, columns, handler, stopped).read(file);
    } catch (IOException e) {
      throw HandselException.input(
          "%s: reading failed (%s). Fetch the file again.".formatted(file, DurableFiles.reason(e)));
    }
  }

  private static InputStream open(Path file) throws IOException {
    PushbackInputStream in =
        new PushbackInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16), 2);
    byte[] begins = in.readNBytes(2);
    in.unread(begins);
    boolean gzip = begins.length == 2 && (begins[0] & 0xff) == 0x1f && (begins[1] & 0xff) == 0x8b;
    return gzip ? new GZIPInputStream(in, 1 << 16) : in;
  }

  /// Columns of a definition, in their order.
  static List<String> columns(String definition) {
    List<String> columns = new ArrayList<>();
    for (String line : definition.split("\n")) {
      Matcher column = COLUMN.matcher(line);
      if (column.matches()) {
        columns.add(column.group(1));
      }
    }
    return columns;
  }

  static String database(String header) {
    Matcher database = DATABASE.matcher(header);
    return database.find() ? database.group(1) : "";
  }

  static int longestHeader() {
    return LONGEST_HEADER;
  }

  static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }
}
