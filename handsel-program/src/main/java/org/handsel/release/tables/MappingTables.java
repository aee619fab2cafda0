package org.handsel.release.tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.handsel.collection.Item;
import org.handsel.collection.Value;
import org.handsel.collection.mapping.Mapper;
import org.handsel.collection.mapping.MappingProfile;
import org.handsel.collection.mapping.Profiles;
import org.handsel.collection.source.RecordSource;
import org.handsel.collection.source.SourceRecord;
import org.handsel.collection.source.Sources;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.handsel.platform.Progress;
import org.handsel.platform.Tsv;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Fills the mapping tables of a profile, publishes them for volunteers and takes back what those
/// wrote. A table's state when it was published lies beside it as `NAME.published.tsv`.
///
/// Not for use by several threads on the same tables.
public final class MappingTables {
  private static final int STEP = 256;

  private MappingTables() {}

  /// What filling did to a table.
  ///
  /// @param table as the profile names it
  /// @param values different values of the delivery
  /// @param added rows that were not there before
  /// @param proposed rows that have a proposal nobody has decided on
  /// @param states rows by state
  public record Filled(
      String table, long values, long added, long proposed, Map<String, Long> states) {}

  /// A cell that was changed differently here and on the wiki, or to something that cannot stand
  /// there; it stays as it is here.
  public record Conflict(String value, String column, String here, String wiki) {}

  /// What merging led to.
  ///
  /// @param table put together
  /// @param taken cells that volunteers changed
  /// @param added rows that volunteers added
  /// @param removed values whose rows volunteers took away; they stay here
  /// @param conflicts for a person to decide
  /// @param problems rows of the page that could not be read
  public record Merged(
      TableFile table,
      long taken,
      long added,
      List<String> removed,
      List<Conflict> conflicts,
      List<String> problems) {
    public Merged {
      removed = List.copyOf(removed);
      conflicts = List.copyOf(conflicts);
      problems = List.copyOf(problems);
    }
  }

  /// Counts the values of a delivery and brings the profile's tables up to date: new values are
  /// added as `todo`, frequencies are counted anew, nothing that people wrote changes. Tables that
  /// do not exist yet are made.
  ///
  /// @param known tables of earlier releases, whose decisions are proposed
  /// @throws HandselException as mapping does
  public static List<Filled> fill(
      Path source, Path profile, Suggester suggester, List<Path> known, Progress progress) {
    Path folder = folder(profile);
    makeMissing(profile, folder);
    MappingProfile loaded = Profiles.load(profile);
    if (loaded.mapped().isEmpty()) {
      throw HandselException.usage(
          "%s: no mapping tables: expected a section such as mapped: {creator: people.tsv}."
              .formatted(profile));
    }
    Map<String, Map<String, Count>> counts = count(source, loaded, progress);
    Map<String, TableRow> decided = decided(known);
    List<Filled> filled = new ArrayList<>();
    for (String name : new LinkedHashSet<>(loaded.mapped().values())) {
      Path file = folder.resolve(name);
      TableFile before = TableFile.read(file);
      Map<String, Count> values = counts.getOrDefault(name, Map.of());
      TableFile after = filled(before, values, suggester, decided);
      after.write(file);
      filled.add(
          new Filled(
              name,
              values.size(),
              after.rows().size() - before.rows().size(),
              after.rows().values().stream()
                  .filter(
                      row -> row.state().equals(TableRow.TODO) && !row.cell("proposal").isEmpty())
                  .count(),
              after.states()));
    }
    return filled;
  }

  private static final class Count {
    private final String field;
    private long count;

    private Count(String field) {
      this.field = field;
    }
  }

  private static Map<String, Map<String, Count>> count(
      Path source, MappingProfile profile, Progress progress) {
    Map<String, Map<String, Count>> counts = new LinkedHashMap<>();
    Mapper mapper = Mapper.of(profile);
    try (RecordSource records = Sources.open(source, profile.source())) {
      mapper.check(records, String.valueOf(source.getFileName()));
      long number = 0;
      for (SourceRecord record = records.next(); record != null; record = records.next()) {
        Item item = mapper.map(record).item();
        if (item != null) {
          profile
              .mapped()
              .forEach((field, table) -> {
                for (Value value : item.values(field)) {
                  counts
                      .computeIfAbsent(table, key -> new LinkedHashMap<>())
                      .computeIfAbsent(TableFile.key(value.value()), key -> new Count(field))
                      .count++;
                }
              });
        }
        if (++number % STEP == 0) {
          progress.step(STEP, record.origin().file());
        }
      }
    }
    return counts;
  }

  private static TableFile filled(
      TableFile before,
      Map<String, Count> values,
      Suggester suggester,
      Map<String, TableRow> decided) {
    Map<String, TableRow> rows = new LinkedHashMap<>();
    before.rows().forEach((value, row) -> rows.put(value, row.with("frequency", "0")));
    values.forEach((value, count) -> {
      TableRow row = rows.getOrDefault(value, new TableRow(value, Map.of("state", TableRow.TODO)));
      row = row.with("frequency", String.valueOf(count.count));
      if (row.state().equals(TableRow.TODO) && row.cell("proposal").isEmpty()) {
        row = proposed(row, count.field, suggester, decided);
      }
      rows.put(value, row);
    });
    List<String> columns = new ArrayList<>(before.columns());
    if (rows.values().stream().anyMatch(row -> !row.cell("proposal").isEmpty())) {
      columns.addAll(TableFile.PROPOSED);
    }
    return new TableFile(columns, rows).sorted();
  }

  private static TableRow proposed(
      TableRow row, String field, Suggester suggester, Map<String, TableRow> decided) {
    TableRow earlier = decided.get(row.value());
    if (earlier != null) {
      return row.with("proposal", earlier.cell("qid"))
          .with("proposed name", earlier.value())
          .with("probability", "1.00")
          .with("reason", "decided so in an earlier release");
    }
    Optional<Suggester.Suggestion> suggestion = suggester.suggest(field, row.value());
    return suggestion.map(one -> proposed(row, one)).orElse(row);
  }

  private static TableRow proposed(TableRow row, Suggester.Suggestion one) {
    return row.with("proposal", one.id())
        .with("proposed name", one.name())
        .with("probability", String.format(Locale.ROOT, "%.2f", one.probability()))
        .with("reason", one.reason());
  }

  /// Asks for proposals for all values of a table on which nobody has decided. Nothing is written,
  /// so that people may go on meanwhile.
  ///
  /// @param field of the profile whose values the table explains
  public static Map<String, Suggester.Suggestion> suggestions(
      Path table, String field, Suggester suggester) {
    Map<String, Suggester.Suggestion> found = new LinkedHashMap<>();
    for (TableRow row : TableFile.read(table).rows().values()) {
      if (row.state().equals(TableRow.TODO)) {
        suggester.suggest(field, row.value()).ifPresent(one -> found.put(row.value(), one));
      }
    }
    return found;
  }

  /// Writes proposals beside the values that are still open, in the place of earlier ones. What
  /// people wrote stays.
  ///
  /// @return how many rows have one now that had none, or another
  public static long propose(Path table, Map<String, Suggester.Suggestion> found) {
    TableFile before = TableFile.read(table);
    Map<String, TableRow> rows = new LinkedHashMap<>(before.rows());
    long changed = 0;
    for (Map.Entry<String, Suggester.Suggestion> one : found.entrySet()) {
      TableRow row = rows.get(one.getKey());
      if (row != null && row.state().equals(TableRow.TODO)) {
        TableRow with = proposed(row, one.getValue());
        changed += with.equals(row) ? 0 : 1;
        rows.put(one.getKey(), with);
      }
    }
    if (changed > 0) {
      List<String> columns = new ArrayList<>(before.columns());
      columns.addAll(TableFile.PROPOSED);
      new TableFile(columns, rows).write(table);
    }
    return changed;
  }

  private static Map<String, TableRow> decided(List<Path> known) {
    Map<String, TableRow> decided = new LinkedHashMap<>();
    for (Path file : known) {
      TableFile.read(file).rows().values().stream()
          .filter(row -> row.state().equals(TableRow.MAPPED) && !row.cell("qid").isEmpty())
          .forEach(row -> decided.putIfAbsent(row.value(), row));
    }
    return decided;
  }

  /// The page of a table for a wiki: the table of an earlier page is replaced, what stands around
  /// it stays. The state that is published is remembered for [#merge].
  ///
  /// @param page the page as it is now; empty when there is none
  /// @param most rows at most, the most frequent ones
  /// @throws HandselException with exit 2 when volunteers changed the page since the last merge
  public static String publish(Path table, String page, int most) {
    TableFile now = TableFile.read(table).sorted();
    Path memory = memory(table);
    if (Files.exists(memory) && page.contains("{|")) {
      List<String> ignored = new ArrayList<>();
      TableFile there = WikiTable.read(page, ignored);
      TableFile then = TableFile.read(memory);
      if (!there.rows().equals(then.rows())) {
        throw HandselException.usage(
            "%s: people changed the page since the table was published. Take their work in first: handsel collection tables merge %s"
                .formatted(table, table));
      }
    }
    String text = WikiTable.into(page, WikiTable.write(now, most));
    WikiTable.read(text, new ArrayList<>()).write(memory);
    return text;
  }

  /// Takes what volunteers wrote on a page into the table. Conflicts are written to
  /// `NAME.conflicts.tsv` beside it.
  ///
  /// @throws HandselException with exit 2 when the page holds no table
  public static Merged merge(Path table, String page) {
    List<String> problems = new ArrayList<>();
    TableFile wiki = WikiTable.read(page, problems);
    TableFile here = TableFile.read(table);
    Path memory = memory(table);
    TableFile base = Files.exists(memory) ? TableFile.read(memory) : TableFile.empty();
    Merged merged = TableMerge.of(base, here, wiki, problems);
    merged.table().write(table);
    wiki.write(memory);
    conflicts(table, merged.conflicts());
    return merged;
  }

  private static void conflicts(Path table, List<Conflict> conflicts) {
    Path file = beside(table, "conflicts");
    if (conflicts.isEmpty()) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw HandselException.environment(
            "%s: cannot be removed (%s).".formatted(file, DurableFiles.reason(e)), e);
      }
      return;
    }
    StringBuilder out = new StringBuilder("value\tcolumn\there\twiki\n");
    for (Conflict one : conflicts) {
      out.append(Tsv.row(List.of(one.value(), one.column(), one.here(), one.wiki()))).append('\n');
    }
    DurableFiles.replace(file, out.toString());
  }

  private static Path memory(Path table) {
    return beside(table, "published");
  }

  private static Path beside(Path table, String word) {
    String name = String.valueOf(table.getFileName());
    String stem = name.endsWith(".tsv") ? name.substring(0, name.length() - 4) : name;
    return table.resolveSibling(stem + "." + word + ".tsv");
  }

  private static Path folder(Path profile) {
    Path folder = profile.toAbsolutePath().getParent();
    return folder == null ? Path.of(".") : folder;
  }

  /// A profile with a table that does not exist is refused elsewhere; here it is the usual
  /// beginning.
  private static void makeMissing(Path profile, Path folder) {
    Set<String> tables = new LinkedHashSet<>();
    try {
      Object root =
          new Load(LoadSettings.builder().build()).loadFromString(Files.readString(profile));
      if (root instanceof Map<?, ?> map && map.get("mapped") instanceof Map<?, ?> mapped) {
        mapped.values().forEach(name -> tables.add(String.valueOf(name)));
      }
      for (String table : tables) {
        Path file = folder.resolve(table);
        if (!Files.exists(file)) {
          Path parent = file.getParent();
          if (parent != null) {
            Files.createDirectories(parent);
          }
          TableFile.empty().write(file);
        }
      }
    } catch (YamlEngineException e) {
      // Loading the profile says so, with line and advice.
      return;
    } catch (IOException e) {
      throw HandselException.usage(
          "%s: cannot be read (%s).".formatted(profile, DurableFiles.reason(e)));
    }
  }
}
