package org.handsel.partnership.register;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.handsel.platform.Database;
import org.handsel.platform.History;
import org.handsel.platform.Ids;
import org.handsel.platform.Progress;
import org.handsel.platform.Who;

/// One import of one list: read twice, first for ids that repeat, then for the rows, which are
/// written five hundred at a time. What is interrupted leaves whole rows and is simply run again.
final class Imports {
  private static final int CHUNK = 500;

  private final Database database;
  private final History history;
  private final Clock clock;
  private final Ids ids;
  private final Problems problems = new Problems();
  private final Map<String, Integer> seen = new HashMap<>();
  private final Map<String, String> seenHash = new HashMap<>();
  private final List<Entry> waiting = new ArrayList<>(CHUNK);
  private long rows;
  private long unnamed;
  private long repeatedRows;

  Imports(Database database, History history, Clock clock, Ids ids) {
    this.database = database;
    this.history = history;
    this.clock = clock;
    this.ids = ids;
  }

  ImportSummary run(Who who, Path file, Map<String, String> columns, Progress progress) {
    InstitutionList list = new InstitutionList(file, columns);
    String source = sourceName(file);
    Hashes hashes = new Hashes();
    list.read(
        new Problems(),
        row -> {
          String key = RowReading.key(row, source);
          hashes.add(key == null ? 0 : RowReading.hash(key));
        });
    progress.total(hashes.size);
    RowReading reading = new RowReading(source, hashes.repeated(), problems);
    String run = ids.next();
    database.write(handle ->
        handle.execute(
            "insert into import_run (id, file, started_at) values (?, ?, ?)",
            run,
            file.getFileName().toString(),
            clock.millis()));
    ChunkWriting writing = new ChunkWriting(database, clock, ids, who, run);
    list.read(
        problems,
        row -> {
          take(reading.read(row), row.line());
          if (waiting.size() >= CHUNK) {
            writing.write(waiting);
            progress.step(waiting.size(), "");
            waiting.clear();
          }
        });
    writing.write(waiting);
    progress.step(waiting.size(), "");
    ImportSummary summary =
        new ImportSummary(
            rows,
            writing.added(),
            writing.updated(),
            writing.unchanged() + repeatedRows,
            unnamed,
            reading.recognised(),
            problems.list());
    finish(who, run, file, summary);
    return summary;
  }

  private void finish(Who who, String run, Path file, ImportSummary summary) {
    database.write(handle -> {
      handle.execute("update import_run set finished_at = ? where id = ?", clock.millis(), run);
      Map<String, Object> after = new java.util.LinkedHashMap<>();
      after.put("file", file.getFileName().toString());
      after.put("rows", summary.rows());
      after.put("added", summary.added());
      after.put("updated", summary.updated());
      after.put("unchanged", summary.unchanged());
      after.put("problems", summary.problems().size());
      history.note(handle, who, "institution-import", run, "import", null, after);
    });
  }

  private void take(Entry entry, long line) {
    rows++;
    if (String.valueOf(entry.fields().get("name")).isEmpty()) {
      unnamed++;
    }
    boolean mayRepeat = entry.byName() || entry.sourceId() == null;
    if (!mayRepeat) {
      waiting.add(entry);
      return;
    }
    // The same id and name again: word for word the same row is one, anything else is kept beside.
    int times = seen.merge(entry.identity(), 1, Integer::sum);
    String hash = entry.hash();
    if (times > 1 && seenHash.containsKey(entry.identity() + "\t" + hash)) {
      repeatedRows++;
      return;
    }
    seenHash.put(entry.identity() + "\t" + hash, hash);
    if (times > 1) {
      problems.add(line, "source_id", "repeated-id", String.valueOf(entry.sourceId()));
      waiting.add(entry.again(entry.identity() + "\t#" + times));
    } else {
      waiting.add(entry);
    }
  }

  static String sourceName(Path file) {
    return file.getFileName()
        .toString()
        .replaceFirst("(\\.(tsv|csv|txt|json|ndjson|jsonl|gz))+$", "");
  }

  /// Hashes of all ids of a file: eight bytes a row.
  private static final class Hashes {
    private long[] values = new long[1024];
    private int size;

    void add(long value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, size * 2);
      }
      values[size++] = value;
    }

    long[] repeated() {
      Arrays.sort(values, 0, size);
      long[] found = new long[size];
      int count = 0;
      for (int i = 1; i < size; i++) {
        boolean again = values[i] == values[i - 1] && values[i] != 0;
        if (again && (count == 0 || found[count - 1] != values[i])) {
          found[count++] = values[i];
        }
      }
      return Arrays.copyOf(found, count);
    }
  }
}
