package org.handsel.cluster;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.handsel.platform.Tsv;
import org.handsel.readiness.audit.GraphFindings;
import org.handsel.readiness.graph.CategoryGraph;
import org.handsel.readiness.graph.Cycle;
import org.handsel.readiness.graph.Cycles;
import org.handsel.wiki.profile.WikiProfile;
import scala.Tuple2;

/// Audits the category graph of one wiki (C1 circles, C6 over-categorisation) where no machine
/// holds it: pages, memberships and links lie on all machines, the driver holds the links of
/// circles. The findings are those of the program's own audits, line by line.
final class SpreadAudit {
  /// Links that are left when nothing more can be taken off, and that the driver then looks at by
  /// itself: 16 bytes each.
  static final long MOST_HERE = 1_000_000;

  private final Session session;
  private final Store store;
  private final WikiProfile profile;
  private final String facts;
  private final String work;
  private final long mostHere;

  /// @param facts folder of the facts of one wiki
  /// @param work folder for what is under way, which all machines reach
  /// @param mostHere links of what may hold circles that the driver looks at by itself
  SpreadAudit(
      Session session, Store store, WikiProfile profile, String facts, String work, long mostHere) {
    this.session = session;
    this.store = store;
    this.profile = profile;
    this.facts = facts;
    this.work = work;
    this.mostHere = mostHere;
  }

  /// How many findings there are of each audit.
  record Counts(long circles, long below) {}

  /// A page that stands in a category and another above it.
  ///
  /// @param lower place of the category among those of the page
  private record Pair(
      long page, int lower, int upper, long id, String title, String category, String ancestor)
      implements Serializable {}

  /// An article with its categories, each once, in their order.
  private record Article(SpreadGraph.Page page, long[] numbers, String[] names)
      implements Serializable {}

  /// @param out file for the findings, a line each
  Counts write(String out) throws IOException {
    session.context().setCheckpointDir(Store.child(work, "checkpoints"));
    session.doing("reading the category graph");
    SpreadGraph graph = SpreadGraph.of(session.context(), facts, session.partitions());
    String prefix = prefix(graph);
    long circles = 0;
    long below = 0;
    try (OutputStream lines = store.write(out + ".part")) {
      for (String line : circles(graph, prefix)) {
        put(lines, line);
        circles++;
      }
      for (Iterator<String> all = below(graph, prefix).toLocalIterator(); all.hasNext(); below++) {
        put(lines, all.next());
      }
    }
    store.replace(out + ".part", out);
    return new Counts(circles, below);
  }

  private static void put(OutputStream out, String line) throws IOException {
    out.write(line.getBytes(StandardCharsets.UTF_8));
    out.write('\n');
  }

  private static String prefix(SpreadGraph graph) {
    JavaRDD<SpreadGraph.Page> categories =
        graph.pages().values().filter(SpreadGraph.Page::category);
    if (categories.isEmpty()) {
      return "Category:";
    }
    String title = categories.reduce(SpreadGraph.Page::first).title();
    return title.substring(0, title.indexOf(':') + 1);
  }

  private JavaPairRDD<Long, Long> cut(JavaPairRDD<Long, Long> result) {
    result.checkpoint();
    result.count();
    return result;
  }

  private List<String> circles(SpreadGraph graph, String prefix) {
    session.doing("looking for circles");
    List<Tuple2<Long, Long>> links =
        new ArrayList<>(graph.links().filter(link -> link._1().equals(link._2())).collect());
    SpreadCircles circles = new SpreadCircles(session.partitions(), this::cut);
    JavaPairRDD<Long, Long> left =
        circles.trimmed(graph.links().filter(link -> !link._1().equals(link._2())));
    links.addAll((left.count() <= mostHere ? left : circles.within(left)).collect());
    TreeSet<Long> nodes = new TreeSet<>();
    links.forEach(link -> nodes.addAll(List.of(link._1(), link._2())));
    long[] numbers = nodes.stream().mapToLong(Long::longValue).toArray();
    CategoryGraph.Builder builder = new CategoryGraph.Builder();
    for (Tuple2<Long, Long> link : links) {
      builder.link(
          Arrays.binarySearch(numbers, link._1()), Arrays.binarySearch(numbers, link._2()));
    }
    List<Cycle> found = Cycles.of(builder.build(numbers.length));
    Broadcast<Set<Long>> wanted =
        session
            .context()
            .broadcast(
                new HashSet<>(
                    found.stream()
                        .flatMap(cycle -> cycle.categories().stream())
                        .map(category -> numbers[category])
                        .toList()));
    Map<Long, String> names =
        new HashMap<>(
            graph.names().filter(name -> wanted.value().contains(name._1())).collectAsMap());
    Broadcast<Set<String>> named = session.context().broadcast(new HashSet<>(names.values()));
    Map<String, Long> pages =
        new HashMap<>(
            graph.categoryPages().filter(page -> named.value().contains(page._1())).collectAsMap());
    GraphFindings words = new GraphFindings(profile.language(), prefix);
    List<String> lines = new ArrayList<>();
    for (Cycle cycle : found) {
      List<String> component =
          cycle.categories().stream()
              .map(category -> names.getOrDefault(numbers[category], ""))
              .toList();
      List<List<String>> cut =
          cycle.cut().stream()
              .map(link ->
                  List.of(
                      names.getOrDefault(numbers[link.child()], ""),
                      names.getOrDefault(numbers[link.parent()], "")))
              .toList();
      lines.add(words.circle(pages.get(component.getFirst()), component, cut, cycle.smallest()));
    }
    return lines;
  }

  private JavaRDD<String> below(SpreadGraph graph, String prefix) {
    session.doing("looking at what stands above");
    JavaRDD<Article> articles = articles(graph).cache();
    JavaPairRDD<Long, Long> asked =
        articles
            .flatMapToPair(article -> {
              List<Tuple2<Long, Long>> pairs = new ArrayList<>();
              for (long lower : article.numbers) {
                for (long upper : article.numbers) {
                  if (lower != upper) {
                    pairs.add(new Tuple2<>(lower, upper));
                  }
                }
              }
              return pairs.iterator();
            })
            .distinct(session.partitions())
            .mapToPair(pair -> pair);
    JavaPairRDD<Tuple2<Long, Long>, Boolean> standing =
        new SpreadAbove(session.partitions(), this::cut)
            .standing(graph.links(), asked)
            .mapToPair(pair -> new Tuple2<>(pair, true));
    JavaPairRDD<Tuple2<Long, Long>, Boolean> direct =
        graph.links().mapToPair(link -> new Tuple2<>(link, true));
    Broadcast<Set<String>> hidden =
        session.context().broadcast(pagesWith(graph, "marks", Set.of("hidden")));
    Broadcast<Set<String>> nonDiffusing =
        session.context().broadcast(pagesWith(graph, "templates", profile.nonDiffusing()));
    String language = profile.language();
    return articles
        .flatMapToPair(SpreadAudit::pairs)
        .filter(pair ->
            !hidden.value().contains(pair._2().category)
                && !nonDiffusing.value().contains(pair._2().category)
                && !pair._2().category.equals(pair._2().title)
                && !hidden.value().contains(pair._2().ancestor))
        .join(standing, session.partitions())
        .mapValues(Tuple2::_1)
        .leftOuterJoin(direct, session.partitions())
        .values()
        .map(pair -> new Tuple2<>(pair._1(), pair._2().isPresent()))
        .sortBy(
            pair -> "%016x%08x%08x".formatted(pair._1().page, pair._1().lower, pair._1().upper),
            true,
            session.partitions())
        .mapPartitions(pairs -> {
          GraphFindings words = new GraphFindings(language, prefix);
          List<String> lines = new ArrayList<>();
          while (pairs.hasNext()) {
            Tuple2<Pair, Boolean> one = pairs.next();
            Pair pair = one._1();
            lines.add(words.below(pair.id, pair.title, pair.category, pair.ancestor, one._2()));
          }
          return lines.iterator();
        });
  }

  private static Iterator<Tuple2<Tuple2<Long, Long>, Pair>> pairs(Article article) {
    List<Tuple2<Tuple2<Long, Long>, Pair>> pairs = new ArrayList<>();
    for (int i = 0; i < article.numbers.length; i++) {
      for (int j = 0; j < article.numbers.length; j++) {
        if (i != j) {
          pairs.add(
              new Tuple2<>(
                  new Tuple2<>(article.numbers[i], article.numbers[j]),
                  new Pair(
                      article.page.place(),
                      i,
                      j,
                      article.page.id(),
                      article.page.title(),
                      article.names[i],
                      article.names[j])));
        }
      }
    }
    return pairs.iterator();
  }

  private JavaRDD<Article> articles(SpreadGraph graph) {
    int partitions = session.partitions();
    JavaPairRDD<Long, Tuple2<SpreadGraph.Membership, Long>> numbered =
        graph
            .memberships()
            .mapToPair(one -> new Tuple2<>(one._2().category(), new Tuple2<>(one._1(), one._2())))
            .join(graph.numbers(), partitions)
            .mapToPair(one ->
                new Tuple2<>(one._2()._1()._1(), new Tuple2<>(one._2()._1()._2(), one._2()._2())));
    return graph
        .pages()
        .filter(page -> page._2().article())
        .join(numbered.groupByKey(partitions), partitions)
        .values()
        .map(one -> article(one._1(), one._2()))
        .filter(article -> article.numbers.length > 1);
  }

  private static Article article(
      SpreadGraph.Page page, Iterable<Tuple2<SpreadGraph.Membership, Long>> memberships) {
    List<Tuple2<SpreadGraph.Membership, Long>> all = new ArrayList<>();
    memberships.forEach(all::add);
    all.sort(Comparator.comparingLong(one -> one._1().place()));
    Set<Long> seen = new HashSet<>();
    all.removeIf(one -> !seen.add(one._2()));
    return new Article(
        page,
        all.stream().mapToLong(Tuple2::_2).toArray(),
        all.stream().map(one -> one._1().category()).toArray(String[]::new));
  }

  /// Names of categories of whose pages a table says one of some words.
  private Set<String> pagesWith(SpreadGraph graph, String table, Set<String> words) {
    Set<String> wanted = Set.copyOf(words);
    JavaPairRDD<Long, Boolean> pages =
        session
            .context()
            .textFile(Store.child(facts, table + ".tsv"), session.partitions())
            .map(Tsv::cells)
            .filter(cells -> wanted.contains(cells.get(2)))
            .filter(cells -> !cells.getFirst().equals("page_id"))
            .mapToPair(cells -> new Tuple2<>(Long.parseLong(cells.getFirst()), true))
            .reduceByKey((a, b) -> a);
    return new HashSet<>(
        graph
            .categoryPages()
            .mapToPair(Tuple2::swap)
            .join(pages, session.partitions())
            .values()
            .map(Tuple2::_1)
            .collect());
  }
}
