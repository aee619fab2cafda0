package org.handsel.collection.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A delivery that is being read, record by record, in constant memory. Used by one thread.
public interface RecordSource extends AutoCloseable {
  /// The next record, or null at the end. A damaged record is reported through [#takeProblems] and
  /// skipped; the rest is read.
  @Nullable SourceRecord next();

  /// Column names of a table in their order, repeated names repeated; empty for XML.
  List<String> columns();

  /// Columns of joined tables as `TABLE.COLUMN`; they may also be asked for by their plain name
  /// where the main table has no column of that name.
  default List<String> joinedColumns() {
    return List.of();
  }

  /// Damage met since the last call (broken XML, undecodable bytes, wrong number of cells).
  List<SourceProblem> takeProblems();

  /// How the delivery was read: format, charset, dialect, sheet; one line for people, such as `CSV,
  /// UTF-8 with byte-order mark, delimiter |, no quotes, 27 columns (3 names repeat)`.
  String description();

  /// What was recognised or given, complete, so that it can be written into a profile.
  SourceSpec resolved();

  /// Bytes read so far and bytes in all, for progress; all is -1 when unknown.
  long bytesRead();

  long bytesTotal();

  @Override
  void close();
}
