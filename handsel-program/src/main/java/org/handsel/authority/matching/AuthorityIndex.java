package org.handsel.authority.matching;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.handsel.authority.index.IndexWriter;
import org.handsel.authority.index.RecordStore;
import org.handsel.platform.Exit;
import org.handsel.platform.Progress;

/// Builds an index of authority files on the disk, for linking and for questions. The same files
/// give the same bytes, and links found by the index are those found by the files.
public final class AuthorityIndex {
  private AuthorityIndex() {}

  /// What was built.
  ///
  /// @param records in all, also those that no link may lead to
  /// @param linkable records that links may lead to
  /// @param problems what kept records out
  public record Summary(long records, long linkable, List<String> problems) {
    public Exit exit() {
      return problems.isEmpty() ? Exit.DONE : Exit.PARTIAL;
    }
  }

  /// @param files one after the other; of an id that repeats the first record counts
  /// @throws org.handsel.platform.HandselException with exit 1 when a file cannot be read or none
  ///   holds a record, with exit 3 when the index cannot be written
  public static Summary build(List<Path> files, Path index, Progress progress) {
    return build(files, Map.of(), index, progress);
  }

  /// Builds an index of files whose columns or keys have names of their own.
  ///
  /// @param columns key or column by the name of the persons format
  /// @see #build(List, Path, Progress)
  public static Summary build(
      List<Path> files, Map<String, String> columns, Path index, Progress progress) {
    List<String> problems = new ArrayList<>();
    try (IndexWriter writer = new IndexWriter(index)) {
      RecordStore.Building store = new RecordStore.Building(writer);
      AuthorityRecords.Taking taking = new AuthorityRecords.Taking();
      long[] all = new long[1];
      problems.addAll(
          RecordStore.read(
              files,
              columns,
              record -> {
                store.add(record);
                taking.add(record);
                all[0]++;
                progress.step(1, "");
              }));
      store.end();
      AuthorityRecords records = taking.done();
      records.records().write(writer);
      StoredWords.write(records.lexicon(), writer);
      records.candidates().write(writer);
      Linker.chance(records).write(writer);
      writer.finish();
      return new Summary(all[0], records.records().size(), List.copyOf(problems));
    }
  }
}
