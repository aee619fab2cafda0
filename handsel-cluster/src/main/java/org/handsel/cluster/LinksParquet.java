package org.handsel.cluster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.handsel.platform.Tsv;

/// Writes links as Parquet too.
final class LinksParquet {
  private static final StructType SCHEMA =
      new StructType()
          .add("person_id", DataTypes.StringType, false)
          .add("authority_id", DataTypes.StringType, false)
          .add("probability", DataTypes.DoubleType, false)
          .add("decision", DataTypes.StringType, false)
          .add("evidence", DataTypes.StringType, false);

  private final Session session;
  private final Broadcast<Store> stores;
  private final String pieces;

  /// @param pieces beginning of the names of files with rows
  LinksParquet(Session session, Broadcast<Store> stores, String pieces) {
    this.session = session;
    this.stores = stores;
    this.pieces = pieces;
  }

  void write(int chunks, String folder) throws IOException {
    List<String> files = new ArrayList<>();
    for (int number = 0; number < chunks; number++) {
      files.add("%s-%06d".formatted(pieces, number));
    }
    Store store = stores.value();
    Broadcast<Store> everywhere = stores;
    store.delete(folder + ".part");
    session
        .spark()
        .createDataFrame(
            session
                .context()
                .parallelize(files, Math.min(files.size(), session.partitions()))
                .flatMap(
                    file -> new FactsParquet.Lines<>(everywhere.value(), file, LinksParquet::row)),
            SCHEMA)
        .write()
        .parquet(Store.child(folder + ".part", "links"));
    store.delete(folder);
    store.replace(folder + ".part", folder);
  }

  private static Row row(String line) {
    List<String> cells = Tsv.cells(line);
    return RowFactory.create(
        cells.get(0), cells.get(1), Double.valueOf(cells.get(2)), cells.get(3), cells.get(4));
  }
}
