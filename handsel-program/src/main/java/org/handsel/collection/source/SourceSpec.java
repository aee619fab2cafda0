package org.handsel.collection.source;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How a delivery is to be read: the `source` section of a mapping profile. What is null is
/// recognised from the content.
///
/// @param format csv, tsv, xlsx, xls, xml …; null to recognise it
/// @param charset name of the character set
/// @param delimiter character between cells; `\t` for a tab
/// @param quote quote character, or `none` where the file has no quoting convention
/// @param sheet name or number (from 1) of the sheet in a workbook
/// @param record name of the element that holds one record, with a prefix of `namespaces` or
///   without (any namespace)
/// @param namespaces prefixes for `record`, paths and XPath
/// @param joins further tables whose rows belong to a row of the main one
public record SourceSpec(
    @Nullable String format,
    @Nullable String charset,
    @Nullable String delimiter,
    @Nullable String quote,
    @Nullable String sheet,
    @Nullable String record,
    Map<String, String> namespaces,
    List<Join> joins) {

  /// Everything recognised.
  public static final SourceSpec RECOGNISE =
      new SourceSpec(null, null, null, null, null, null, Map.of(), List.of());

  public SourceSpec {
    namespaces = Map.copyOf(namespaces);
    joins = List.copyOf(joins);
  }

  /// The same with tables joined.
  public SourceSpec joining(List<Join> tables) {
    return new SourceSpec(format, charset, delimiter, quote, sheet, record, namespaces, tables);
  }

  /// A table whose rows belong to the rows of the main table.
  ///
  /// @param file path relative to the source's folder
  /// @param on column of the main table
  /// @param key column of this table that equals it
  public record Join(String file, String on, String key) {}
}
