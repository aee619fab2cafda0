package org.handsel.cluster;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.Optional;
import org.handsel.platform.Tsv;
import scala.Tuple2;

/// The categories of a wiki as a graph that lies on many machines. A category is a number: its
/// first membership's place in the facts, or behind them the place of its page; so that numbers are
/// in the order of those that one machine gives.
///
/// @param pages articles and categories by their ids
/// @param memberships of pages by their ids, with their places
/// @param numbers of categories by their names
/// @param links of a category to one that it stands in, each once
/// @param categoryPages id of the page of each category that has one
record SpreadGraph(
    JavaPairRDD<Long, Page> pages,
    JavaPairRDD<Long, Membership> memberships,
    JavaPairRDD<String, Long> numbers,
    JavaPairRDD<Long, Long> links,
    JavaPairRDD<String, Long> categoryPages) {
  private static final int CATEGORY = 14;

  /// Numbers of categories that nothing stands in begin here.
  private static final long PAGES = 1L << 48;

  /// A page.
  ///
  /// @param place in the order of the facts
  /// @param title with the namespace
  record Page(long place, long id, int namespace, String title, boolean redirect)
      implements Serializable {
    boolean article() {
      return namespace == 0 && !redirect;
    }

    boolean category() {
      return namespace == CATEGORY;
    }

    String bare() {
      return title.substring(title.indexOf(':') + 1);
    }

    /// Of two pages with one title the first is the one that links lead to.
    Page first(Page other) {
      return place < other.place ? this : other;
    }
  }

  /// That a page stands in a category.
  ///
  /// @param place in the order of the facts
  record Membership(long place, String category) implements Serializable {}

  /// @param folder of the facts of one wiki
  static SpreadGraph of(JavaSparkContext context, String folder, int partitions) {
    HashPartitioner parts = new HashPartitioner(partitions);
    JavaPairRDD<Long, Page> pages =
        rows(context, folder, "pages", partitions)
            .mapToPair(row -> {
              List<String> cells = row._1();
              Page page =
                  new Page(
                      row._2(),
                      Long.parseLong(cells.get(0)),
                      Integer.parseInt(cells.get(1)),
                      cells.get(2),
                      !cells.get(3).isEmpty());
              return new Tuple2<>(page.id(), page);
            })
            .filter(page -> page._2().article() || page._2().category())
            .partitionBy(parts)
            .cache();
    JavaPairRDD<Long, Membership> memberships =
        rows(context, folder, "categories", partitions)
            .mapToPair(row ->
                new Tuple2<>(
                    Long.parseLong(row._1().get(0)), new Membership(row._2(), row._1().get(2))))
            .partitionBy(parts)
            .cache();
    JavaPairRDD<String, Page> categories =
        pages
            .values()
            .filter(Page::category)
            .mapToPair(page -> new Tuple2<>(page.bare(), page))
            .reduceByKey(parts, Page::first)
            .cache();
    JavaPairRDD<String, Long> numbers =
        memberships
            .mapToPair(one -> new Tuple2<>(one._2().category(), one._2().place()))
            .union(categories.mapValues(page -> PAGES + page.place()))
            .reduceByKey(parts, Math::min)
            .cache();
    JavaPairRDD<Long, String> names =
        categories.mapToPair(page -> new Tuple2<>(page._2().id(), page._1()));
    JavaPairRDD<Long, Long> links =
        names
            .join(memberships, parts)
            .values()
            .mapToPair(link -> new Tuple2<>(link._1(), link._2().category()))
            .join(numbers, parts)
            .mapToPair(link -> new Tuple2<>(link._2()._1(), link._2()._2()))
            .join(numbers, parts)
            .mapToPair(link -> link._2())
            .distinct(partitions)
            .cache();
    return new SpreadGraph(pages, memberships, numbers, links, categories.mapValues(Page::id));
  }

  private static JavaRDD<Tuple2<List<String>, Long>> rows(
      JavaSparkContext context, String folder, String table, int partitions) {
    return context
        .textFile(Store.child(folder, table + ".tsv"), partitions)
        .zipWithIndex()
        .filter(line -> line._2() > 0)
        .map(line -> new Tuple2<>(Tsv.cells(line._1()), line._2()));
  }

  /// Names of categories by their numbers.
  JavaPairRDD<Long, String> names() {
    return numbers.mapToPair(Tuple2::swap);
  }

  /// Value of what may be missing, or null.
  static <T> @org.jspecify.annotations.Nullable T orNull(Optional<T> value) {
    return value.isPresent() ? value.get() : null;
  }
}
