package org.handsel.app.exports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.handsel.platform.Database;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.handsel.platform.ResourceTable;
import org.handsel.platform.Tsv;
import org.handsel.wiki.text.Wikitext;
import org.jdbi.v3.core.Handle;

/// Writes what a workspace knows as tables that others can open.
///
/// All tables are of one moment. Rows stream: memory does not grow with them. Safe for use by many
/// threads.
public final class Exports {
  private final Database database;
  private final Clock clock;
  private final Map<String, String> open = new LinkedHashMap<>();
  private final Set<String> secret = new HashSet<>();

  public Exports(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
    ResourceTable.read(Exports.class, "public.tsv", "file", "query")
        .rows()
        .forEach(row -> open.put(row.cell(0), row.cell(1)));
    ResourceTable.read(Exports.class, "secret.tsv", "table", "column")
        .rows()
        .forEach(row -> secret.add(row.cell(0) + "." + row.cell(1)));
  }

  /// Where files go, one after the other.
  private interface Place {
    /// The writer is closed before the next is asked for.
    Writer begin(String name) throws IOException;
  }

  /// Writes a folder; it appears whole or not at all.
  ///
  /// @param folder must not exist or be empty
  /// @return rows by file
  public Map<String, Long> write(Profile profile, Path folder) {
    Path target = folder.toAbsolutePath().normalize();
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try {
      if (Files.exists(target)) {
        try (Stream<Path> there = Files.list(target)) {
          if (there.findAny().isPresent()) {
            throw HandselException.usage(
                "%s: the folder is not empty. Name a new one.".formatted(folder));
          }
        }
      }
      remove(part);
      Files.createDirectories(part);
      Map<String, Long> rows =
          write(
              profile, name -> Files.newBufferedWriter(part.resolve(name), StandardCharsets.UTF_8));
      Files.deleteIfExists(target);
      Files.move(part, target);
      return rows;
    } catch (IOException e) {
      throw HandselException.environment(
          "%s: cannot be written (%s). Make room or choose another folder, then run the command again."
              .formatted(folder, DurableFiles.reason(e)),
          e);
    }
  }

  /// Writes a ZIP archive of the same files.
  public Map<String, Long> zip(Profile profile, OutputStream to) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(to, StandardCharsets.UTF_8)) {
      return write(
          profile,
          name -> {
            ZipEntry entry = new ZipEntry(name);
            entry.setTime(clock.millis());
            zip.putNextEntry(entry);
            return new OutputStreamWriter(zip, StandardCharsets.UTF_8) {
              @Override
              public void close() throws IOException {
                flush();
                zip.closeEntry();
              }
            };
          });
    }
  }

  private Map<String, Long> write(Profile profile, Place files) throws IOException {
    return database.readOneMoment(handle -> {
      Map<String, Long> rows = new LinkedHashMap<>();
      Map<String, String> queries = profile == Profile.PUBLIC ? open : whole(handle);
      for (Map.Entry<String, String> query : queries.entrySet()) {
        String name = query.getKey() + ".tsv";
        try (Writer out = new BufferedWriter(files.begin(name))) {
          rows.put(name, table(handle, query.getValue(), out));
        }
      }
      if (profile == Profile.PUBLIC) {
        try (Writer out = new BufferedWriter(files.begin("partnerships.wikitext"))) {
          rows.put("partnerships.wikitext", wikiTable(handle, out));
        }
      }
      try (Writer out = files.begin("README.txt")) {
        out.write(about(profile));
      }
      return rows;
    });
  }

  /// Every table that holds no secrets, without the columns that do.
  private Map<String, String> whole(Handle handle) {
    Map<String, String> queries = new LinkedHashMap<>();
    for (String table : database.tables()) {
      if (!secret.contains(table + ".*")) {
        List<String> columns = new ArrayList<>();
        for (String column : columns(handle, "select * from " + table + " where 1 = 0")) {
          if (!secret.contains(table + "." + column)) {
            columns.add(column);
          }
        }
        queries.put(
            table,
            "select %s from %s order by %s"
                .formatted(String.join(", ", columns), table, columns.getFirst()));
      }
    }
    return queries;
  }

  private static List<String> columns(Handle handle, String query) {
    return handle
        .createQuery(query)
        .scanResultSet((rows, context) -> {
          var about = rows.get().getMetaData();
          List<String> names = new ArrayList<>();
          for (int i = 1; i <= about.getColumnCount(); i++) {
            names.add(about.getColumnLabel(i));
          }
          return names;
        });
  }

  private static long table(Handle handle, String query, Writer out) throws IOException {
    List<String> names = columns(handle, query);
    out.write(Tsv.row(names) + "\n");
    long count = 0;
    try (Stream<List<String>> rows =
        handle
            .createQuery(query)
            .setFetchSize(500)
            .map((row, context) -> {
              List<String> cells = new ArrayList<>(names.size());
              for (int i = 1; i <= names.size(); i++) {
                String cell = row.getString(i);
                cells.add(cell == null ? "" : cell);
              }
              return cells;
            })
            .stream()) {
      for (List<String> row : (Iterable<List<String>>) rows::iterator) {
        out.write(Tsv.row(row) + "\n");
        count++;
      }
    }
    return count;
  }

  /// Released co-operations as a table for a wiki page.
  private static long wikiTable(Handle handle, Writer out) throws IOException {
    out.write("{| class=\"wikitable sortable\"\n! Institution !! Country !! Since\n");
    List<String> lines =
        handle
            .createQuery(
                "select i.name, i.country, p.stage_since from partnership p join institution i on"
                    + " i.id = p.institution where p.stage >= 4 and p.state in ('open', 'done')"
                    + " order by i.name_key, p.id")
            .map((row, context) -> {
              String country = row.getString("country");
              return "|-\n| %s || %s || %s\n"
                  .formatted(
                      Wikitext.escapeParameter(row.getString("name")),
                      country == null ? "" : Wikitext.escapeParameter(country),
                      Wikitext.escapeParameter(row.getString("stage_since")));
            })
            .list();
    for (String line : lines) {
      out.write(line);
    }
    out.write("|}\n");
    return lines.size();
  }

  private String about(Profile profile) {
    String day = LocalDate.now(clock).toString();
    return profile == Profile.PUBLIC
        ? """
        Export of a Handsel workspace for anybody, %s.

        Facts on institutions, on co-operations from their release on, and on what came of them. It holds no personal
        data and nothing of talks. TSV: UTF-8, a header line, \\t \\n \\r \\\\ inside a cell escaped by a backslash.
        """
            .formatted(day)
        : """
        Export of a Handsel workspace for its group, %s. NOT FOR PUBLICATION.

        All that members may see: contacts, talks, notes. It holds personal data: keep it safe, and delete it when it has
        served. TSV: UTF-8, a header line, \\t \\n \\r \\\\ inside a cell escaped by a backslash. To move or keep a workspace
        use handsel backup instead.
        """
            .formatted(day);
  }

  private static void remove(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
