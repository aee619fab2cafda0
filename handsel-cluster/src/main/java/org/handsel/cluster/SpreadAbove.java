package org.handsel.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/// Tells of pairs of categories whether one stands above the other, in a graph that lies on many
/// machines: everything above a category is found step by step, each once.
final class SpreadAbove {
  private static final int CUT_EVERY = 5;

  private final HashPartitioner parts;
  private final UnaryOperator<JavaPairRDD<Long, Long>> cut;

  /// @param cut makes a result stand by itself, so that what it came from can be forgotten
  SpreadAbove(int partitions, UnaryOperator<JavaPairRDD<Long, Long>> cut) {
    parts = new HashPartitioner(partitions);
    this.cut = cut;
  }

  /// @param links child and parent, each once
  /// @param asked lower and upper, each once
  /// @return those of them whose upper one can be reached from the lower one
  JavaRDD<Tuple2<Long, Long>> standing(
      JavaPairRDD<Long, Long> links, JavaPairRDD<Long, Long> asked) {
    JavaPairRDD<Long, Long> parents =
        links.partitionBy(parts).persist(StorageLevel.MEMORY_AND_DISK());
    JavaPairRDD<Tuple2<Long, Long>, Boolean> wanted =
        asked
            .mapToPair(pair -> new Tuple2<>(pair, true))
            .partitionBy(parts)
            .persist(StorageLevel.MEMORY_AND_DISK());
    List<JavaRDD<Tuple2<Long, Long>>> found = new ArrayList<>();
    // Pairs of lower and what was reached from it.
    JavaPairRDD<Tuple2<Long, Long>, Boolean> seen = null;
    JavaPairRDD<Long, Long> fresh =
        stored(asked.keys().distinct().mapToPair(lower -> new Tuple2<>(lower, lower)), 1);
    for (int round = 1; !fresh.isEmpty(); round++) {
      JavaPairRDD<Tuple2<Long, Long>, Boolean> reached =
          fresh
              .mapToPair(Tuple2::swap)
              .join(parents, parts)
              .mapToPair(step -> new Tuple2<>(step._2(), true))
              .reduceByKey(parts, (a, b) -> a);
      JavaPairRDD<Tuple2<Long, Long>, Boolean> unseen =
          seen == null ? reached : reached.subtractByKey(seen, parts);
      fresh = stored(unseen.keys().mapToPair(pair -> pair), round);
      JavaPairRDD<Tuple2<Long, Long>, Boolean> keyed =
          fresh.mapToPair(pair -> new Tuple2<>(pair, true)).partitionBy(parts);
      found.add(wanted.join(keyed, parts).keys().persist(StorageLevel.MEMORY_AND_DISK()));
      seen = seen == null ? keyed : seen.union(keyed);
    }
    return found.stream().reduce(JavaRDD::union).orElseGet(() -> wanted.keys());
  }

  private JavaPairRDD<Long, Long> stored(JavaPairRDD<Long, Long> result, int round) {
    JavaPairRDD<Long, Long> kept = result.persist(StorageLevel.MEMORY_AND_DISK());
    return round % CUT_EVERY == 0 ? cut.apply(kept) : kept;
  }
}
