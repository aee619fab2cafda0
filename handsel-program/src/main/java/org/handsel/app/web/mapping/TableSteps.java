package org.handsel.app.web.mapping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import org.handsel.release.tables.TableFile;
import org.handsel.release.tables.TableRow;
import tools.jackson.core.JacksonException;

/// What people decided in a mapping table, step by step, so that each can be taken back:
/// `NAME.steps.jsonl` beside the table. To be used under the lock of the profile.
record TableSteps(Path table) {
  private static final int KEPT = 200;

  /// Cells that people write; counts and proposals change by themselves.
  static final List<String> WRITTEN = List.of("state", "qid", "category", "creator");

  /// A step.
  ///
  /// @param before what people had written of each value
  /// @param after marks of what they wrote instead
  record Step(
      String who, String at, Map<String, Map<String, String>> before, Map<String, String> after) {
    String mark() {
      return ProfileStore.mark(Json.line(this));
    }
  }

  /// A mark of what people write in a row.
  static String mark(TableRow row) {
    return ProfileStore.mark(String.join("\t", written(row).values()));
  }

  private static Map<String, String> written(TableRow row) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (String column : WRITTEN) {
      cells.put(column, column.equals("state") ? row.state() : row.cell(column));
    }
    return cells;
  }

  /// Notes a change that is about to be written.
  ///
  /// @param before the rows as they are
  /// @param after the same rows as they will be
  void keep(String who, Instant at, List<TableRow> before, List<TableRow> after) {
    Map<String, Map<String, String>> were = new LinkedHashMap<>();
    before.forEach(row -> were.put(row.value(), written(row)));
    Map<String, String> marks = new LinkedHashMap<>();
    after.forEach(row -> marks.put(row.value(), mark(row)));
    List<Step> steps = new ArrayList<>(read());
    steps.add(new Step(who, at.toString(), were, marks));
    write(steps.subList(Math.max(0, steps.size() - KEPT), steps.size()));
  }

  /// The step that would be taken back; empty when there is none, or when its values were changed
  /// by other means since.
  Optional<Step> last(TableFile now) {
    List<Step> steps = read();
    return steps.isEmpty()
        ? Optional.empty()
        : Optional.of(steps.getLast()).filter(step -> stands(step, now));
  }

  private static boolean stands(Step step, TableFile now) {
    return step.after().entrySet().stream()
        .allMatch(one -> {
          TableRow row = now.rows().get(one.getKey());
          return row != null && mark(row).equals(one.getValue());
        });
  }

  /// Takes the last step back.
  ///
  /// @param seen its mark as the person saw it
  /// @return the step; empty when it is not the last one any more
  Optional<Step> undo(String seen) {
    TableFile now = TableFile.read(table);
    Optional<Step> last = last(now).filter(step -> step.mark().equals(seen));
    last.ifPresent(step -> {
      Map<String, TableRow> rows = new LinkedHashMap<>(now.rows());
      step.before()
          .forEach((value, cells) ->
              rows.computeIfPresent(
                  value,
                  (key, row) -> {
                    TableRow back = row;
                    for (String column : WRITTEN) {
                      back = back.with(column, cells.getOrDefault(column, ""));
                    }
                    return back;
                  }));
      new TableFile(now.columns(), rows).write(table);
      List<Step> steps = read();
      write(steps.subList(0, steps.size() - 1));
    });
    return last;
  }

  private Path file() {
    String name = String.valueOf(table.getFileName());
    return table.resolveSibling(name.replaceFirst("[.]tsv$", "") + ".steps.jsonl");
  }

  private List<Step> read() {
    List<Step> steps = new ArrayList<>();
    if (!Files.exists(file())) {
      return steps;
    }
    try {
      for (String line : Files.readAllLines(file())) {
        steps.add(Json.mapper().readValue(line, Step.class));
      }
      return steps;
    } catch (IOException | JacksonException unreadable) {
      throw HandselException.environment(
          "%s: cannot be read. Take the file away; only the way back is lost.".formatted(file()),
          unreadable);
    }
  }

  private void write(List<Step> steps) {
    StringBuilder lines = new StringBuilder();
    steps.forEach(step -> lines.append(Json.line(step)).append('\n'));
    DurableFiles.replace(file(), lines.toString());
  }
}
