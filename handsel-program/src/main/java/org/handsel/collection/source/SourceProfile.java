package org.handsel.collection.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.handsel.platform.Progress;

/// What a delivery holds, seen once from beginning to end in bounded memory: its fields with fill,
/// distinct values and samples, and what may serve as the id of a record.
///
/// @param description how the delivery was read, for people
/// @param source the same as the `source` section of a mapping profile
/// @param records how many records could be read
/// @param fields all fields that have a value, in the order of the delivery
/// @param idCandidates paths of fields that are unique over the delivery, the most likely id first
/// @param problems damage met, the first of it when there is much
public record SourceProfile(
    String description,
    SourceSpec source,
    long records,
    List<FieldProfile> fields,
    List<String> idCandidates,
    List<SourceProblem> problems) {

  private static final int PROBLEMS = 1000;
  private static final Pattern ADDRESS = Pattern.compile("(?i)^(https?://|www\\.)\\S+$");

  /// A text of that length is a description that happens to be unique.
  private static final int LONGEST_ID = 120;

  public SourceProfile {
    fields = List.copyOf(fields);
    idCandidates = List.copyOf(idCandidates);
    problems = List.copyOf(problems);
  }

  /// Reads a delivery to its end; the caller closes it.
  public static SourceProfile of(RecordSource source) {
    return of(source, Progress.NONE);
  }

  /// The same with progress in bytes.
  public static SourceProfile of(RecordSource source, Progress progress) {
    Map<String, FieldCounter> columns = new LinkedHashMap<>();
    PathCounters paths = new PathCounters();
    List<SourceProblem> problems = new ArrayList<>();
    long records = 0;
    long bytes = 0;
    progress.total(source.bytesTotal());
    SourceRecord next;
    while ((next = source.next()) != null) {
      records++;
      if (next instanceof TableRow row) {
        count(row, records, columns);
      } else {
        paths.add(records, next.node().getUnderlyingNode());
      }
      if (records % 256 == 0) {
        take(source, problems);
        progress.step(source.bytesRead() - bytes, "");
        bytes = source.bytesRead();
      }
    }
    take(source, problems);
    progress.step(source.bytesRead() - bytes, "");
    List<FieldProfile> fields = new ArrayList<>();
    for (FieldCounter counter : columns.values()) {
      fields.add(counter.result(records));
    }
    fields.addAll(paths.results(records));
    return new SourceProfile(
        source.description(), source.resolved(), records, fields, candidates(fields), problems);
  }

  private static void take(RecordSource source, List<SourceProblem> problems) {
    for (SourceProblem problem : source.takeProblems()) {
      if (problems.size() < PROBLEMS) {
        problems.add(problem);
      }
    }
  }

  private static void count(TableRow row, long record, Map<String, FieldCounter> columns) {
    String[] cells = row.cells();
    for (int i = 0; i < cells.length; i++) {
      counter(columns, row.header().path(i)).add(record, cells[i]);
    }
    for (TableRow.Joined joined : row.joined()) {
      String table = joined.table().name() + ".";
      for (String[] joinedCells : joined.rows()) {
        for (int i = 0; i < joinedCells.length; i++) {
          counter(columns, table + joined.table().header().path(i)).add(record, joinedCells[i]);
        }
      }
    }
  }

  private static FieldCounter counter(Map<String, FieldCounter> columns, String path) {
    FieldCounter known = columns.get(path);
    if (known == null) {
      known = new FieldCounter(path);
      columns.put(path, known);
    }
    return known;
  }

  /// Names that ids have come first, in the order of `field-names.tsv`; then numbers and codes,
  /// then addresses.
  private static List<String> candidates(List<FieldProfile> fields) {
    return fields.stream()
        .filter(field -> field.unique() && field.longest() <= 2 * LONGEST_ID)
        .sorted(
            Comparator.comparingInt(SourceProfile::kind)
                .thenComparingInt(field -> FieldNames.rank("id", field))
                .thenComparingLong(field -> field.path().chars().filter(c -> c == '/').count())
                // Of equals the first of the delivery: a table begins with its own number.
                .thenComparingInt(FieldProfile::longest))
        .map(FieldProfile::path)
        .toList();
  }

  private static int kind(FieldProfile field) {
    boolean address = field.samples().stream().anyMatch(s -> ADDRESS.matcher(s).matches());
    if (address || field.longest() > LONGEST_ID) {
      return 3;
    }
    boolean named = FieldNames.rank("id", field) < FieldNames.NONE;
    boolean numbers =
        field.samples().stream().allMatch(s -> s.chars().anyMatch(Character::isDigit));
    return named ? 0 : field.isAttribute() || !numbers || FieldEvidence.pictures(field) ? 2 : 1;
  }
}
