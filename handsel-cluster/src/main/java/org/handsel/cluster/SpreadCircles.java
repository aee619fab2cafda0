package org.handsel.cluster;

import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/// Finds the strongly connected components of a graph that lies on many machines, by iteration.
///
/// In turns: what nothing leads to, or what leads nowhere, is in no circle and is taken off until
/// nothing more can be (most of a category graph goes so); each node takes the largest number that
/// leads to it, until none changes; from each node that kept its own number, those with the same
/// number that lead to it are its component. Source: Orzan, On Distributed Verification and
/// Verified Distribution, 2004.
final class SpreadCircles {
  private static final int CUT_EVERY = 5;

  private final HashPartitioner parts;
  private final UnaryOperator<JavaPairRDD<Long, Long>> cut;

  /// @param cut makes a result stand by itself, so that what it came from can be forgotten
  SpreadCircles(int partitions, UnaryOperator<JavaPairRDD<Long, Long>> cut) {
    parts = new HashPartitioner(partitions);
    this.cut = cut;
  }

  /// Links within components.
  ///
  /// @param trimmed links of which nothing more can be taken off, none from a node to itself
  JavaPairRDD<Long, Long> within(JavaPairRDD<Long, Long> trimmed) {
    JavaPairRDD<Long, Long> found = trimmed.filter(link -> false);
    JavaPairRDD<Long, Long> left = trimmed;
    while (!left.isEmpty()) {
      JavaPairRDD<Long, Long> members = members(left, colours(left));
      found = found.union(same(left, members));
      JavaPairRDD<Long, Long> rest = left.subtractByKey(members, parts);
      left = trimmed(swapped(swapped(rest).subtractByKey(members, parts)));
    }
    return found;
  }

  /// Links between nodes with the same number.
  private JavaPairRDD<Long, Long> same(
      JavaPairRDD<Long, Long> links, JavaPairRDD<Long, Long> numbers) {
    return links
        .join(numbers, parts)
        .mapToPair(one -> new Tuple2<>(one._2()._1(), new Tuple2<>(one._1(), one._2()._2())))
        .join(numbers, parts)
        .filter(one -> one._2()._1()._2().equals(one._2()._2()))
        .mapToPair(one -> new Tuple2<>(one._2()._1()._1(), one._1()));
  }

  private JavaPairRDD<Long, Long> swapped(JavaPairRDD<Long, Long> links) {
    return links.mapToPair(Tuple2::swap).partitionBy(parts);
  }

  private JavaPairRDD<Long, Long> kept(JavaPairRDD<Long, Long> result, int round) {
    JavaPairRDD<Long, Long> stored = result.persist(StorageLevel.MEMORY_AND_DISK());
    return round % CUT_EVERY == 0 ? cut.apply(stored) : stored;
  }

  /// Without what is in no circle.
  ///
  /// @param links child and parent, each once, none from a node to itself
  JavaPairRDD<Long, Long> trimmed(JavaPairRDD<Long, Long> links) {
    JavaPairRDD<Long, Long> left = kept(links.partitionBy(parts), 1);
    long before = left.count();
    for (int round = 1; before > 0; round++) {
      JavaPairRDD<Long, Boolean> entered =
          left.values()
              .mapToPair(parent -> new Tuple2<>(parent, true))
              .reduceByKey(parts, (a, b) -> a);
      JavaPairRDD<Long, Boolean> leaving =
          left.mapValues(parent -> true).reduceByKey(parts, (a, b) -> a);
      JavaPairRDD<Long, Long> children =
          left.join(entered, parts).mapToPair(one -> new Tuple2<>(one._2()._1(), one._1()));
      JavaPairRDD<Long, Long> next =
          kept(
              children
                  .join(leaving, parts)
                  .mapToPair(one -> new Tuple2<>(one._2()._1(), one._1()))
                  .partitionBy(parts),
              round);
      long count = next.count();
      left.unpersist();
      left = next;
      if (count == before) {
        break;
      }
      before = count;
    }
    return left;
  }

  /// For each node the largest number of those that lead to it, itself included.
  private JavaPairRDD<Long, Long> colours(JavaPairRDD<Long, Long> links) {
    JavaPairRDD<Long, Long> colours =
        kept(
            links
                .flatMapToPair(link ->
                    List.of(new Tuple2<>(link._1(), link._1()), new Tuple2<>(link._2(), link._2()))
                        .iterator())
                .reduceByKey(parts, Math::max),
            1);
    for (int round = 1; ; round++) {
      JavaPairRDD<Long, Long> next =
          kept(
              links
                  .join(colours, parts)
                  .mapToPair(Tuple2::_2)
                  .union(colours)
                  .reduceByKey(parts, Math::max),
              round);
      boolean same =
          next.join(colours, parts).values().filter(two -> !two._1().equals(two._2())).isEmpty();
      colours.unpersist();
      colours = next;
      if (same) {
        return colours;
      }
    }
  }

  /// Nodes from which one can go to the node whose number they have, among those with that number.
  private JavaPairRDD<Long, Long> members(
      JavaPairRDD<Long, Long> links, JavaPairRDD<Long, Long> colours) {
    // Parent to child, within one colour.
    JavaPairRDD<Long, Long> down = kept(swapped(same(links, colours)), 1);
    JavaPairRDD<Long, Long> members = kept(colours.filter(one -> one._1().equals(one._2())), 1);
    JavaPairRDD<Long, Long> fresh = members;
    for (int round = 1; !fresh.isEmpty(); round++) {
      fresh =
          kept(
              down.join(fresh, parts)
                  .mapToPair(Tuple2::_2)
                  .reduceByKey(parts, Math::max)
                  .subtractByKey(members, parts),
              round);
      members = kept(members.union(fresh).reduceByKey(parts, Math::max), round);
      members.count();
    }
    return members;
  }
}
