package org.handsel.collection.source;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The rows of one table file, header included.
interface RowReader extends Closeable {
  /// The next row that is not blank, or null at the end.
  @Nullable Row next() throws IOException;

  /// How the file is read, such as `CSV, UTF-8, delimiter comma, quotes "`.
  String label();

  /// What was given, completed by what was recognised.
  SourceSpec resolved(SourceSpec given);

  /// Whether a row may have fewer cells than the header without anything being wrong: workbooks do
  /// not store empty cells at the end.
  boolean endsMayBeMissing();

  /// @param cells texts in the order of the columns
  /// @param line line or row number in the file, from 1
  record Row(String[] cells, long line) {}
}
