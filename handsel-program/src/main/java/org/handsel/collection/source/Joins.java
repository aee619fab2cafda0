package org.handsel.collection.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.handsel.platform.HandselException;

/// Looks which tables beside a table belong to it: an export of a collection system is often a
/// dozen of them, and which column of one is which column of the other is written nowhere.
///
/// Values decide, names only between equals; a key is a short word with a digit in it. The first
/// rows of each table are read and the values of columns that look like keys kept, so memory stays
/// bounded.
public final class Joins {
  private static final int MOST_TABLES = 60;
  private static final int MOST_ROWS = 50_000;
  private static final int LONGEST_KEY = 40;

  /// A column of the main table with fewer different values says what kind a record is, not which.
  private static final double LEAST_DISTINCT = 0.5;

  /// So many of the records must find a row.
  private static final double LEAST_FOUND = 0.3;

  private Joins() {}

  /// A table that may be joined.
  ///
  /// @param join as the `source` section of a profile has it
  /// @param found records that have a row there
  /// @param records that have a value in the column
  /// @param most rows of one record
  public record Proposal(SourceSpec.Join join, long found, long records, long most) {}

  /// One column: how often each value stands there.
  private static final class Column {
    private final String name;
    private final Map<String, Integer> counts = new HashMap<>();
    private long filled;
    private boolean key = true;

    private Column(String name) {
      this.name = name;
    }

    void add(String value) {
      if (value.isEmpty() || !key) {
        return;
      }
      filled++;
      counts.merge(value, 1, Integer::sum);
      if (value.length() > LONGEST_KEY
          || value.chars().anyMatch(Character::isWhitespace)
          || value.chars().noneMatch(Character::isDigit)) {
        key = false;
        counts.clear();
      }
    }
  }

  /// Proposes joins, at most one for each table beside this one, in the order of their names; none
  /// where the delivery is no single table.
  ///
  /// @throws HandselException when the table itself cannot be read
  public static List<Proposal> propose(Path source, SourceSpec spec) {
    Path folder = source.toAbsolutePath().getParent();
    if (!Files.isRegularFile(source) || folder == null) {
      return List.of();
    }
    List<Column> main = columns(source, spec);
    main.removeIf(column ->
        !column.key
            || column.filled == 0
            || column.counts.size() < 2
            || column.counts.size() < LEAST_DISTINCT * column.filled);
    List<Proposal> proposals = new ArrayList<>();
    if (main.isEmpty()) {
      return proposals;
    }
    for (Path file : beside(source, folder)) {
      best(main, file).ifPresent(proposals::add);
    }
    return proposals;
  }

  private static List<Path> beside(Path source, Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !Deliveries.fileName(file).equals(Deliveries.fileName(source)))
          .filter(file ->
              Deliveries.fileName(file)
                  .toLowerCase(Locale.ROOT)
                  .matches(".*[.](csv|tsv|txt|xlsx|xls|ods)"))
          .sorted()
          .limit(MOST_TABLES)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Column> columns(Path file, SourceSpec spec) {
    try (RecordSource source = Sources.open(file, spec)) {
      Map<String, Column> columns = new LinkedHashMap<>();
      if (source instanceof TableSource table) {
        TableRow row;
        for (int rows = 0; rows < MOST_ROWS && (row = table.next()) != null; rows++) {
          String[] cells = row.cells();
          for (int i = 0; i < cells.length; i++) {
            columns.computeIfAbsent(row.header().path(i), Column::new).add(cells[i].strip());
          }
        }
      }
      return new ArrayList<>(columns.values());
    }
  }

  private static Optional<Proposal> best(List<Column> main, Path file) {
    List<Column> others;
    try {
      others = columns(file, SourceSpec.RECOGNISE);
    } catch (HandselException unreadable) {
      // It may be a note beside the tables.
      return Optional.empty();
    }
    Set<Named> found = new HashSet<>();
    for (Column on : main) {
      for (Column key : others) {
        if (key.key && key.filled > 0) {
          proposal(on, key, Deliveries.fileName(file))
              .ifPresent(one -> found.add(new Named(one, likeness(on.name, key.name))));
        }
      }
    }
    return found.stream()
        .max(
            Comparator.comparingDouble(
                    (Named one) -> (double) one.proposal.found / one.proposal.records)
                .thenComparing(one -> one.likeness)
                .thenComparing(one -> one.proposal.join().on(), Comparator.reverseOrder())
                .thenComparing(one -> one.proposal.join().key(), Comparator.reverseOrder()))
        .map(one -> one.proposal);
  }

  /// @param likeness of the two names
  private record Named(Proposal proposal, int likeness) {}

  private static Optional<Proposal> proposal(Column on, Column key, String file) {
    long found = 0;
    long most = 0;
    int different = 0;
    for (Map.Entry<String, Integer> value : on.counts.entrySet()) {
      Integer rows = key.counts.get(value.getKey());
      if (rows != null) {
        found += value.getValue();
        most = Math.max(most, rows);
        different++;
      }
    }
    return different < 2 || found < LEAST_FOUND * on.filled
        ? Optional.empty()
        : Optional.of(
            new Proposal(new SourceSpec.Join(file, on.name, key.name), found, on.filled, most));
  }

  /// 2 for equal names, 1 where one ends in the other (`PhoObjId` and `ObjId`), 0 otherwise.
  private static int likeness(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    return a.equals(b) ? 2 : a.endsWith(b) || b.endsWith(a) ? 1 : 0;
  }
}
