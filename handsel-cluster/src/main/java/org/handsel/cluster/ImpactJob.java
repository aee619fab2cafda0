package org.handsel.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.handsel.impact.MeasureFolder;
import org.handsel.impact.Measurement;
import org.handsel.impact.ViewShares;
import org.handsel.platform.HandselException;
import scala.Tuple2;

/// Joins the use of a collection with the views of all pages in years of files: each file is read
/// by one machine, which keeps the views of the collection's pages.
final class ImpactJob {
  private static final StructType VIEWS =
      new StructType()
          .add("wiki", DataTypes.StringType, false)
          .add("page", DataTypes.StringType, false)
          .add("month", DataTypes.StringType, false)
          .add("views", DataTypes.LongType, false);

  private final Session session;
  private final Store store;
  private final Order order;

  /// @param measured folder of a measurement with its pages
  /// @param views folder with files of views, also in folders below
  /// @param present month in which files from later ones are a mistake
  record Order(
      Path measured, String views, YearMonth from, YearMonth to, YearMonth present, String out) {}

  ImpactJob(Session session, Order order) {
    this.session = session;
    this.order = order;
    store = new Store(session.spark().sparkContext().hadoopConfiguration());
  }

  /// @throws HandselException with exit 1 when there are no files of views, with exit 2 when no
  ///   pages are known
  Measurement run() throws IOException {
    session.doing("looking at the files of views");
    ViewShares joined =
        new ViewShares(
            new MeasureFolder(order.measured).read(), order.from, order.to, order.present);
    if (joined.pages().isEmpty()) {
      throw HandselException.usage(
          "%s: expected a measurement that lists its pages (pages.tsv), found none. Measure with --pages or --wiki first."
              .formatted(order.measured));
    }
    String folder = store.full(order.views);
    if (!store.isFolder(folder)) {
      throw HandselException.usage("%s: no such folder.".formatted(order.views));
    }
    List<ViewShares.Part> parts = joined.parts(store.filesBelow(folder), order.views);
    String out = store.full(order.out);
    String work = Store.child(out, ".work");
    JavaPairRDD<Integer, ViewShares.Share> shares =
        shares(parts, joined.pages(), work).persist(StorageLevel.MEMORY_AND_DISK());
    session.doing("reading views");
    List<Tuple2<Integer, ViewShares.Share>> bare =
        new ArrayList<>(shares.mapValues(ViewShares.Share::bare).collect());
    bare.sort(Comparator.comparingInt(Tuple2::_1));
    bare.forEach(share -> joined.take(share._2()));
    session.doing("adding up views of pages");
    shares
        .values()
        .flatMapToPair(share -> pairs(share.views()))
        .reduceByKey(Long::sum, session.partitions())
        .collect()
        .forEach(page -> joined.views(page._1(), page._2()));
    session.doing("writing");
    parquet(shares, Store.child(out, "parquet"));
    Measurement measurement = joined.measurement(Store.name(folder));
    write(measurement, out);
    shares.unpersist();
    store.delete(work);
    return measurement;
  }

  private JavaPairRDD<Integer, ViewShares.Share> shares(
      List<ViewShares.Part> parts, Set<String> pages, String work) throws IOException {
    List<Tuple2<Integer, ViewShares.Part>> numbered = new ArrayList<>();
    StringBuilder way = new StringBuilder();
    for (ViewShares.Part part : parts) {
      numbered.add(new Tuple2<>(numbered.size(), part));
      way.append(
          "%s|%d|%d\n"
              .formatted(part.place(), store.size(part.place()), store.modified(part.place())));
    }
    // In one order, so that the same pages are the same way.
    new TreeSet<>(pages).forEach(page -> way.append(page).append('\n'));
    Kept kept = Kept.of(work, way.toString());
    Broadcast<Store> everywhere = session.context().broadcast(store);
    Broadcast<Set<String>> wanted = session.context().broadcast(Set.copyOf(pages));
    return session
        .context()
        .parallelize(numbered, Math.clamp(parts.size(), 1, session.partitions()))
        .mapPartitionsToPair(some -> read(some, everywhere.value(), wanted.value(), kept));
  }

  private static Iterator<Tuple2<Integer, ViewShares.Share>> read(
      Iterator<Tuple2<Integer, ViewShares.Part>> parts, Store store, Set<String> pages, Kept kept)
      throws IOException {
    ViewShares.Reader reader = new ViewShares.Reader(pages);
    List<Tuple2<Integer, ViewShares.Share>> shares = new ArrayList<>();
    long attempt = TaskContext.get().taskAttemptId();
    while (parts.hasNext()) {
      Tuple2<Integer, ViewShares.Part> part = parts.next();
      shares.add(
          new Tuple2<>(
              part._1(),
              kept.get(
                  store,
                  "views-%06d".formatted(part._1()),
                  attempt,
                  () -> reader.read(part._2(), () -> store.read(part._2().place())))));
    }
    return shares.iterator();
  }

  private static Iterator<Tuple2<String, Long>> pairs(Map<String, Long> views) {
    return views.entrySet().stream()
        .map(view -> new Tuple2<>(view.getKey(), view.getValue()))
        .iterator();
  }

  private void parquet(JavaPairRDD<Integer, ViewShares.Share> shares, String folder)
      throws IOException {
    String part = folder + ".part";
    store.delete(part);
    session
        .spark()
        .createDataFrame(
            shares
                .values()
                .flatMapToPair(share ->
                    share.views().entrySet().stream()
                        .map(view ->
                            new Tuple2<>(share.month() + "\t" + view.getKey(), view.getValue()))
                        .iterator())
                .reduceByKey(Long::sum, session.partitions())
                .map(view -> {
                  String[] key = view._1().split("\t", 3);
                  return RowFactory.create(key[1], key[2], key[0], view._2());
                }),
            VIEWS)
        .write()
        .parquet(Store.child(part, "views"));
    store.delete(folder);
    store.replace(part, folder);
  }

  private void write(Measurement measurement, String out) throws IOException {
    store.folder(out);
    Path disk = Store.onDisk(out);
    if (disk != null) {
      new MeasureFolder(disk).write(measurement);
      return;
    }
    Path own = Files.createTempDirectory("handsel-measurement");
    try {
      new MeasureFolder(own).write(measurement);
      try (Stream<Path> files = Files.list(own)) {
        // The measures last, so that a folder with them is whole.
        for (Path file :
            files
                .sorted(
                    Comparator.comparing((Path one) -> one.endsWith("measures.json"))
                        .thenComparing(Path::toString))
                .toList()) {
          String target = Store.child(out, file.getFileName().toString());
          try (InputStream in = Files.newInputStream(file);
              OutputStream copy = store.write(target + ".part")) {
            in.transferTo(copy);
          }
          store.replace(target + ".part", target);
        }
      }
    } finally {
      AuditJob.clear(own);
    }
  }
}
