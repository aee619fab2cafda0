package org.handsel.release.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Puts together what happened to a table here and on the wiki since it was published: a change on
/// one side counts, the same change on both counts once, different changes of one cell are a
/// conflict in which the cell stays as it is here. No row is ever lost.
final class TableMerge {
  private static final Pattern QID = Pattern.compile("Q[1-9]\\d*");
  private static final List<String> DECIDING = List.of("qid", "category", "creator");
  private static final Set<String> STATES =
      Set.of(TableRow.MAPPED, TableRow.NOTHING, TableRow.TODO);

  private final TableFile base;
  private final TableFile here;
  private final TableFile wiki;
  private final List<MappingTables.Conflict> conflicts = new ArrayList<>();
  private long taken;

  private TableMerge(TableFile base, TableFile here, TableFile wiki) {
    this.base = base;
    this.here = here;
    this.wiki = wiki;
  }

  /// @param base as it was published
  static MappingTables.Merged of(
      TableFile base, TableFile here, TableFile wiki, List<String> problems) {
    return new TableMerge(base, here, wiki).merge(problems);
  }

  private MappingTables.Merged merge(List<String> problems) {
    Set<String> columns = new LinkedHashSet<>(here.columns());
    columns.addAll(wiki.columns());
    columns.remove("value");
    Map<String, TableRow> rows = new LinkedHashMap<>();
    List<String> removed = new ArrayList<>();
    long added = 0;
    for (TableRow row : here.rows().values()) {
      TableRow theirs = wiki.rows().get(row.value());
      if (theirs == null) {
        if (base.rows().containsKey(row.value())) {
          removed.add(row.value());
        }
        rows.put(row.value(), row);
      } else {
        rows.put(row.value(), merge(row, theirs, columns));
      }
    }
    for (TableRow theirs : wiki.rows().values()) {
      if (!here.rows().containsKey(theirs.value())) {
        rows.put(theirs.value(), settled(theirs, new TableRow(theirs.value(), Map.of())));
        added++;
      }
    }
    List<String> all = new ArrayList<>(List.of("value"));
    all.addAll(columns);
    return new MappingTables.Merged(
        new TableFile(all, rows).sorted(), taken, added, removed, conflicts, problems);
  }

  private TableRow merge(TableRow ours, TableRow theirs, Set<String> columns) {
    TableRow before = base.rows().getOrDefault(ours.value(), new TableRow(ours.value(), Map.of()));
    TableRow merged = ours;
    for (String column : columns) {
      // What is counted and computed here is nobody's opinion; a column that the page does not have
      // says nothing.
      if (column.equals("frequency")
          || TableFile.PROPOSED.contains(column)
          || !wiki.columns().contains(column)) {
        continue;
      }
      String was = cell(before, column);
      String mine = cell(ours, column);
      String other = cell(theirs, column);
      if (other.equals(was) || other.equals(mine)) {
        continue;
      }
      if (!mine.equals(was)) {
        conflicts.add(new MappingTables.Conflict(ours.value(), column, mine, other));
      } else if (column.equals("state") && !STATES.contains(other)) {
        conflicts.add(new MappingTables.Conflict(ours.value(), column, mine, other));
      } else if (column.equals("qid") && !other.isEmpty() && !QID.matcher(other).matches()) {
        conflicts.add(new MappingTables.Conflict(ours.value(), column, mine, other));
      } else {
        merged = merged.with(column, other);
        taken++;
      }
    }
    return settled(merged, ours);
  }

  private static String cell(TableRow row, String column) {
    return column.equals("state") ? row.state() : row.cell(column);
  }

  /// Who fills in what a value is has decided, also without touching the state; who decides without
  /// filling anything in takes the proposal.
  private TableRow settled(TableRow row, TableRow before) {
    boolean says = DECIDING.stream().anyMatch(column -> !row.cell(column).isEmpty());
    boolean said = DECIDING.stream().anyMatch(column -> !before.cell(column).isEmpty());
    if (!STATES.contains(row.state())) {
      conflicts.add(new MappingTables.Conflict(row.value(), "state", TableRow.TODO, row.state()));
      return settled(row.with("state", TableRow.TODO), before);
    }
    if (row.state().equals(TableRow.TODO) && says && !said) {
      return row.with("state", TableRow.MAPPED);
    }
    if (row.state().equals(TableRow.MAPPED)
        && !says
        && QID.matcher(row.cell("proposal")).matches()) {
      return row.with("qid", row.cell("proposal"));
    }
    return row;
  }
}
