package org.handsel.cluster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.broadcast.Broadcast;
import org.handsel.readiness.facts.FactsFolder;

/// Writes tables of facts as Parquet too, with the wiki as a further column.
final class FactsParquet {
  private FactsParquet() {}

  /// @param scratch folder for files that are not finished
  static void write(
      Session session,
      Broadcast<Store> stores,
      List<FactsJob.Tables> facts,
      String folder,
      String scratch)
      throws IOException {
    List<ParquetTable.Rows> tables = new ArrayList<>();
    for (String name : FactsJob.tables()) {
      List<ParquetTable.Source> sources = new ArrayList<>();
      for (FactsJob.Tables one : facts) {
        for (String share : one.shares()) {
          sources.add(new ParquetTable.Source(one.wiki(), Store.child(share, name + ".tsv")));
        }
      }
      tables.add(new ParquetTable.Rows(new ParquetTable(name, columns(name), "wiki"), sources));
    }
    ParquetTable.write(session, stores, tables, folder, scratch);
  }

  private static List<ParquetTable.Column> columns(String table) {
    List<String> header =
        switch (table) {
          case "pages" -> FactsFolder.PAGES;
          case "categories" -> FactsFolder.CATEGORIES;
          case "templates" -> FactsFolder.TEMPLATES;
          default -> FactsFolder.MARKS;
        };
    return header.stream().map(name -> new ParquetTable.Column(name, kind(name))).toList();
  }

  private static ParquetTable.Kind kind(String column) {
    return switch (column) {
      case "page_id" -> ParquetTable.Kind.LONG;
      case "ns" -> ParquetTable.Kind.INT;
      default -> ParquetTable.Kind.TEXT;
    };
  }
}
