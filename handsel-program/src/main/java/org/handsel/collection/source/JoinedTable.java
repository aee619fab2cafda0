package org.handsel.collection.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.handsel.platform.HandselException;

/// A further table, in memory, whose rows belong to rows of the main table.
final class JoinedTable {
  private static final int SAMPLES = 5;

  private final String name;
  private final String file;
  private final String on;
  private final TableHeader header;
  private final Map<String, Group> groups = new LinkedHashMap<>();

  /// Rows with one key.
  private static final class Group {
    private final List<String[]> rows = new ArrayList<>(1);
    private boolean used;
  }

  private JoinedTable(String name, SourceSpec.Join join, TableHeader header) {
    this.name = name;
    this.file = join.file();
    this.on = join.on();
    this.header = header;
  }

  /// @throws HandselException when the file is no table or has no such key
  static JoinedTable load(Path folder, SourceSpec.Join join, Problems problems) {
    Path path = folder.resolve(join.file());
    try (RecordSource source = Sources.open(path, SourceSpec.RECOGNISE)) {
      if (!(source instanceof TableSource table)) {
        throw HandselException.usage(
            "source.joins: %s is no table: expected CSV, TSV, XLSX, XLS or ODS, found %s."
                .formatted(join.file(), source.description()));
      }
      TableHeader header = table.header();
      if (!header.has(join.key())) {
        throw HandselException.usage(
            "source.joins: no column \"%s\" in %s; columns are: %s."
                .formatted(join.key(), join.file(), String.join(", ", header.names())));
      }
      JoinedTable joined = new JoinedTable(stem(path), join, header);
      int key = header.places(join.key(), header.size())[0];
      TableRow row;
      while ((row = table.next()) != null) {
        joined.groups.computeIfAbsent(row.cell(key), unused -> new Group()).rows.add(row.cells());
      }
      table
          .takeProblems()
          .forEach(problem ->
              problems.add(
                  problem.file(),
                  problem.record(),
                  problem.line(),
                  problem.code(),
                  problem.raw(),
                  problem.reason(),
                  problem.recordLost()));
      return joined;
    }
  }

  private static String stem(Path path) {
    String name = Deliveries.fileName(path);
    int dot = name.indexOf('.', 1);
    return dot < 0 ? name : name.substring(0, dot);
  }

  /// Name of the table: its file without extension.
  String name() {
    return name;
  }

  /// Column of the main table, or of a table joined before this one.
  String on() {
    return on;
  }

  String file() {
    return file;
  }

  TableHeader header() {
    return header;
  }

  /// Rows that belong to any of the keys, marked as having found their record.
  List<String[]> rows(List<SourceRecord.Cell> keys) {
    if (keys.size() == 1) {
      return rows(keys.getFirst().text());
    }
    List<String[]> found = new ArrayList<>();
    keys.stream().map(SourceRecord.Cell::text).distinct().forEach(key -> found.addAll(rows(key)));
    return found;
  }

  private List<String[]> rows(String key) {
    Group group = key.isEmpty() ? null : groups.get(key);
    if (group == null) {
      return List.of();
    }
    group.used = true;
    return group.rows;
  }

  /// Reports the rows that belong to no record, all in one problem.
  void reportOrphans(Problems problems) {
    long rows = 0;
    List<String> samples = new ArrayList<>();
    for (Map.Entry<String, Group> entry : groups.entrySet()) {
      if (!entry.getValue().used) {
        rows += entry.getValue().rows.size();
        if (samples.size() < SAMPLES) {
          samples.add("\"" + Problems.cut(entry.getKey()) + "\"");
        }
      }
    }
    if (rows > 0) {
      problems.add(
          file,
          0,
          0,
          "JOIN_ORPHANS",
          String.join(", ", samples),
          ("%s: %,d rows belong to no record: expected each key in column %s of the main table,"
                  + " found for example %s. They are used nowhere.")
              .formatted(file, rows, on, String.join(", ", samples)),
          false);
    }
  }

  static String cell(String[] row, int place) {
    return place < row.length ? row[place] : "";
  }

  @Override
  public String toString() {
    return name + " " + Arrays.toString(header.names().toArray());
  }
}
