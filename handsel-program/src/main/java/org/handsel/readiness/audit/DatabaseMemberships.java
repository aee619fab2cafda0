package org.handsel.readiness.audit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.handsel.readiness.facts.FactsReading;
import org.handsel.wiki.dump.SqlTables;
import org.jspecify.annotations.Nullable;

/// Memberships as the database of a wiki holds them, out of the SQL files beside a dump: with
/// `cl_to` up to 2025, with `cl_target_id` and the table `linktarget` after that.
///
/// @param memberships to read, or null where a table is missing or of another wiki
/// @param problems what is missing and what to do
record DatabaseMemberships(FactsReading.@Nullable Memberships memberships, List<String> problems) {
  private static final List<String> LINKS = List.of("cl_from", "cl_to", "cl_target_id");
  private static final List<String> TARGETS = List.of("lt_id", "lt_namespace", "lt_title");

  /// Looks at the files of a folder.
  ///
  /// @param wiki database name of the dump, or empty
  /// @param inText memberships in wikitext, of which the database has at least about as many
  static DatabaseMemberships find(Path folder, String wiki, long inText, BooleanSupplier stopped) {
    List<String> problems = new ArrayList<>();
    Optional<Path> links = SqlTables.find(folder, "categorylinks");
    if (links.isEmpty()) {
      return missing(
          folder, "categorylinks", "what templates add to categories is unknown", problems);
    }
    long[] rows = new long[2];
    SqlTables.TableReading reading =
        SqlTables.read(
            links.get(),
            "categorylinks",
            LINKS,
            cells -> {
              rows[0]++;
              rows[1] += cells.has(1) || cells.has(2) ? 1 : 0;
            },
            stopped);
    if (foreign(reading, links.get(), wiki, problems)) {
      return new DatabaseMemberships(null, problems);
    }
    if (!reading.whole()) {
      problems.add("%s: the file ends early. Fetch it again.".formatted(links.get()));
      return new DatabaseMemberships(null, problems);
    }
    if (rows[1] * 10 < inText || rows[1] < rows[0] || rows[0] == 0) {
      problems.add(
          "%s: %,d rows give %,d memberships where wikitext alone has %,d: the columns %s are not those of categorylinks. Nothing of it is used."
              .formatted(links.get(), rows[0], rows[1], inText, reading.columns()));
      return new DatabaseMemberships(null, problems);
    }
    if (reading.columns().contains("cl_to")) {
      return new DatabaseMemberships(old(links.get(), stopped), problems);
    }
    Optional<Path> targets = SqlTables.find(folder, "linktarget");
    if (targets.isEmpty()) {
      return missing(
          folder,
          "linktarget",
          "categorylinks names its categories by numbers of that table",
          problems);
    }
    return modern(links.get(), targets.get(), wiki, problems, stopped);
  }

  private static boolean foreign(
      SqlTables.TableReading reading, Path file, String wiki, List<String> problems) {
    if (reading.database().isEmpty() || wiki.isEmpty() || reading.database().equals(wiki)) {
      return false;
    }
    problems.add(
        "%s: the table is of %s, the dump of %s. Give the folder of the same wiki."
            .formatted(file, reading.database(), wiki));
    return true;
  }

  private static DatabaseMemberships missing(
      Path folder, String table, String why, List<String> problems) {
    problems.add(
        "%s: the table %s is missing (a file *-%s.sql.gz); %s. Fetch it from the same dump."
            .formatted(folder, table, table, why));
    return new DatabaseMemberships(null, problems);
  }

  private static FactsReading.Memberships old(Path links, BooleanSupplier stopped) {
    return taker ->
        SqlTables.read(
            links,
            "categorylinks",
            LINKS,
            cells -> taker.membership(cells.number(0), cells.text(1).replace('_', ' ')),
            stopped);
  }

  private static DatabaseMemberships modern(
      Path links, Path targets, String wiki, List<String> problems, BooleanSupplier stopped) {
    Map<Long, String> titles = new HashMap<>();
    SqlTables.TableReading reading =
        SqlTables.read(
            targets,
            "linktarget",
            TARGETS,
            cells -> {
              if (cells.number(1) == 14) {
                titles.put(cells.number(0), cells.text(2).replace('_', ' '));
              }
            },
            stopped);
    if (foreign(reading, targets, wiki, problems)) {
      return new DatabaseMemberships(null, problems);
    }
    long[] lost = new long[2];
    SqlTables.read(
        links,
        "categorylinks",
        LINKS,
        cells -> lost[titles.containsKey(cells.number(2)) ? 1 : 0]++,
        stopped);
    if (!reading.whole() || lost[0] * 100 > lost[1]) {
      problems.add(
          "%s: %,d of %,d memberships name a category that is not in the table. Fetch both tables of the same dump."
              .formatted(targets, lost[0], lost[0] + lost[1]));
      return new DatabaseMemberships(null, problems);
    }
    return new DatabaseMemberships(
        taker ->
            SqlTables.read(
                links,
                "categorylinks",
                LINKS,
                cells -> {
                  String title = titles.get(cells.number(2));
                  if (title != null) {
                    taker.membership(cells.number(0), title);
                  }
                },
                stopped),
        problems);
  }
}
