package org.handsel.authority.matching;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.handsel.authority.index.RecordStore;
import org.handsel.authority.links.LinkFiles;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.Exit;
import org.handsel.platform.HandselException;
import org.handsel.platform.Progress;
import org.handsel.platform.Tsv;

/// Finds the records of one file that are probably one person, also where names, dates and places
/// are spelled differently, mistaken or missing, and writes them as `groups.tsv`. No labels are
/// needed. The same file gives the same bytes, however many threads there are.
///
/// All records are held in memory, with some kilobytes for each; at most sixteen million.
public final class PersonGroups {
  private static final List<String> HEADER =
      List.of("group", "id", "name", "like", "probability", "evidence");

  private PersonGroups() {}

  /// What to look through.
  ///
  /// @param columns key or column by the name of the persons format
  /// @param out folder for the results
  public record Order(Path file, Map<String, String> columns, Path out) {}

  /// What came of it.
  ///
  /// @param records that were compared
  /// @param groups of two records and more
  /// @param grouped records in groups
  /// @param problems lines that were no records, and ids that repeat
  public record Summary(long records, long groups, long grouped, List<String> problems) {
    public Exit exit() {
      return problems.isEmpty() ? Exit.DONE : Exit.PARTIAL;
    }
  }

  /// @throws HandselException with exit 1 when the file cannot be read or holds nobody, with exit 3
  ///   when the results cannot be written
  public static Summary run(Order order, Progress progress) {
    AuthorityRecords.Taking taking = new AuthorityRecords.Taking();
    List<String> problems =
        new ArrayList<>(RecordStore.read(List.of(order.file), order.columns, taking::add));
    AuthorityRecords file = taking.done();
    progress.total((long) file.records().size() * Grouping.rounds());
    Grouping grouping = Grouping.of(file, progress);
    long[] grouped = new long[1];
    DurableFiles.replace(
        order.out.resolve("groups.tsv"),
        out -> {
          out.write(Tsv.row(HEADER) + "\n");
          int number = 0;
          for (List<Integer> group : grouping.groups()) {
            number++;
            grouped[0] += group.size();
            for (Grouping.Likeness one : grouping.likeness(group)) {
              Entry record = file.records().get(one.record());
              out.write(
                  Tsv.row(
                          List.of(
                              Integer.toString(number),
                              record.id(),
                              record.name(),
                              file.records().id(one.other()),
                              LinkFiles.number(one.probability()),
                              one.reasons().stream()
                                  .map(Reason::words)
                                  .collect(Collectors.joining("; "))))
                      + "\n");
            }
          }
        });
    return new Summary(
        file.records().size(), grouping.groups().size(), grouped[0], List.copyOf(problems));
  }
}
