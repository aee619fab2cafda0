package org.handsel.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.handsel.platform.Tsv;
import org.handsel.readiness.facts.FactsFolder;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/// Writes tables as Parquet too, with the wiki as a further column.
final class FactsParquet {
  private final Session session;
  private final Store store;
  private final Broadcast<Store> stores;

  FactsParquet(Session session, Store store, Broadcast<Store> stores) {
    this.session = session;
    this.store = store;
    this.stores = stores;
  }

  void write(List<FactsJob.Tables> facts, String folder) throws IOException {
    String part = folder + ".part";
    store.delete(part);
    for (String table : FactsJob.tables()) {
      List<Tuple2<String, String>> files = new ArrayList<>();
      for (FactsJob.Tables one : facts) {
        one.shares()
            .forEach(
                share -> files.add(new Tuple2<>(one.wiki(), Store.child(share, table + ".tsv"))));
      }
      write(files, header(table), Store.child(part, table));
    }
    store.delete(folder);
    store.replace(part, folder);
  }

  private static List<String> header(String table) {
    return switch (table) {
      case "pages" -> FactsFolder.PAGES;
      case "categories" -> FactsFolder.CATEGORIES;
      case "templates" -> FactsFolder.TEMPLATES;
      default -> FactsFolder.MARKS;
    };
  }

  private void write(List<Tuple2<String, String>> files, List<String> header, String folder) {
    StructType schema = new StructType().add("wiki", DataTypes.StringType, false);
    for (String column : header) {
      schema =
          schema.add(
              column,
              column.equals("page_id")
                  ? DataTypes.LongType
                  : column.equals("ns") ? DataTypes.IntegerType : DataTypes.StringType,
              false);
    }
    StructType columns = schema;
    Broadcast<Store> everywhere = stores;
    session
        .spark()
        .createDataFrame(
            session
                .context()
                .parallelize(files, Math.min(files.size(), session.partitions()))
                .flatMap(file ->
                    new Lines<>(
                        everywhere.value(), file._2(), line -> row(file._1(), line, columns))),
            schema)
        .write()
        .parquet(folder);
  }

  private static Row row(String wiki, String line, StructType schema) {
    List<String> cells = Tsv.cells(line);
    Object[] values = new Object[cells.size() + 1];
    values[0] = wiki;
    for (int i = 0; i < cells.size(); i++) {
      var type = schema.fields()[i + 1].dataType();
      values[i + 1] =
          type == DataTypes.LongType
              ? (Object) Long.valueOf(cells.get(i))
              : type == DataTypes.IntegerType
                  ? (Object) Integer.valueOf(cells.get(i))
                  : cells.get(i);
    }
    return RowFactory.create(values);
  }

  /// Lines of a file, one after the other; closes it behind the last.
  static final class Lines<T> implements Iterator<T> {
    private final BufferedReader in;
    private final Function<String, T> reading;
    private @Nullable String next;

    Lines(Store store, String file, Function<String, T> reading) throws IOException {
      this.reading = reading;
      in = new BufferedReader(new InputStreamReader(store.read(file), StandardCharsets.UTF_8));
      advance();
    }

    private void advance() {
      try {
        next = in.readLine();
        if (next == null) {
          in.close();
        }
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public T next() {
      String line = next;
      if (line == null) {
        throw new NoSuchElementException();
      }
      advance();
      return reading.apply(line);
    }
  }
}
