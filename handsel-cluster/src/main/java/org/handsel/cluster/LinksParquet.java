package org.handsel.cluster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.broadcast.Broadcast;
import org.handsel.cluster.ParquetTable.Column;
import org.handsel.cluster.ParquetTable.Kind;

/// Writes links as Parquet too.
final class LinksParquet {
  private static final ParquetTable LINKS =
      new ParquetTable(
          "links",
          List.of(
              new Column("person_id", Kind.TEXT),
              new Column("authority_id", Kind.TEXT),
              new Column("probability", Kind.REAL),
              new Column("decision", Kind.TEXT),
              new Column("evidence", Kind.TEXT)),
          null);

  private LinksParquet() {}

  /// @param pieces beginning of the names of files with rows, in their order
  /// @param scratch folder for files that are not finished
  static void write(
      Session session,
      Broadcast<Store> stores,
      String pieces,
      int count,
      String folder,
      String scratch)
      throws IOException {
    List<ParquetTable.Source> sources = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      sources.add(new ParquetTable.Source("", "%s-%06d".formatted(pieces, number)));
    }
    ParquetTable.write(
        session, stores, List.of(new ParquetTable.Rows(LINKS, sources)), folder, scratch);
  }
}
