package org.handsel.platform.backup;

import java.util.List;
import java.util.Map;

/// What a backup holds, as `manifest.json` in it says.
///
/// @param format always `handsel-backup`
/// @param version of the format
/// @param madeAt ISO-8601, UTC
/// @param database `sqlite` or `postgresql`: where the rows came from
/// @param scripts scripts of the database by name, each with its checksum
/// @param secrets whether passwords are in it
/// @param left what the workspace has or refers to and the backup has not, in words
public record Manifest(
    String format,
    int version,
    String madeAt,
    String database,
    Map<String, String> scripts,
    boolean secrets,
    List<Table> tables,
    List<Part> files,
    List<String> left) {
  static final String FORMAT = "handsel-backup";
  static final int VERSION = 1;

  public Manifest {
    scripts = Map.copyOf(scripts);
    tables = List.copyOf(tables);
    files = List.copyOf(files);
    left = List.copyOf(left);
  }

  /// A table; its rows are `tables/NAME.jsonl`, a row a line as a JSON array.
  ///
  /// @param columns names in the order of the arrays
  /// @param sha256 of the bytes of the file
  public record Table(String name, List<String> columns, long rows, long bytes, String sha256) {
    public Table {
      columns = List.copyOf(columns);
    }

    String entry() {
      return "tables/" + name + ".jsonl";
    }
  }

  /// A file of the workspace.
  ///
  /// @param path relative to the workspace, with slashes; the file itself is `files/PATH`
  public record Part(String path, long bytes, String sha256) {
    String entry() {
      return "files/" + path;
    }
  }

  public long rows() {
    return tables.stream().mapToLong(Table::rows).sum();
  }
}
