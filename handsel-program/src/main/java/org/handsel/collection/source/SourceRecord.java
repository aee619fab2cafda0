package org.handsel.collection.source;

import java.util.List;
import net.sf.saxon.s9api.XdmNode;
import org.handsel.collection.Item;

/// One record as the institution delivered it, seen as named cells or as a small XML tree.
///
/// A record belongs to the thread that reads it and is valid until the next one is asked for.
public interface SourceRecord {
  /// Where it stands in the delivery.
  Item.Origin origin();

  /// Whether it is a row of a table; then [#cells] answers.
  boolean isRow();

  /// All cells under a column name, in order; a name that repeats gives each of them, a joined
  /// table's column one for each joined row (also under `TABLE.COLUMN`). Empty for XML records and
  /// unknown columns.
  List<Cell> cells(String column);

  /// The record as a tree. For XML the record element; for a row `<row><column
  /// name="…">text</column>…<joined table="…"><column name="…">…</column></joined></row>`.
  XdmNode node();

  /// A cell and its place.
  ///
  /// @param path column name; a repeated name is followed by `#2`, `#3` …, a joined cell is
  ///   `TABLE[2].COLUMN`
  /// @param text the text as delivered
  record Cell(String path, String text) {}
}
