package org.handsel.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.broadcast.Broadcast;
import org.handsel.authority.matching.LinkShares;
import org.handsel.authority.record.PersonRecord;
import org.handsel.authority.record.SamePersons;
import org.handsel.platform.Tsv;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/// One person in several editions is linked as one: what the editions say is put together first,
/// and all of them get the same link. Who is the same says an identifier, such as the item of
/// Wikidata that articles share.
///
/// While they are linked, persons go by the number of their first article; [#rows] gives each
/// article its row again.
final class Editions {
  static final String FILE = "same.tsv";
  static final List<String> HEADER =
      List.of("identifier", "persons", "authority_id", "probability", "decision", "contradictions");

  private static final String ROWS = "all-";

  private final Session session;
  private final Broadcast<Store> stores;
  private final Kept kept;
  private final String scheme;

  /// @param scheme of identifiers that say who is the same
  Editions(Session session, Broadcast<Store> stores, Kept kept, String scheme) {
    this.session = session;
    this.stores = stores;
    this.kept = kept;
    this.scheme = scheme;
  }

  /// An article on a person.
  ///
  /// @param number among all, in the order of the files
  /// @param chunk in which it was read
  private record Article(long number, int chunk, String id) implements Serializable {}

  /// An article with what it says, on its way to the chunk of the first article on its person.
  ///
  /// @param identifier that it shares
  /// @param person null on the way to its own chunk, which learns that it went elsewhere
  private record Member(String identifier, Article article, @Nullable PersonRecord person)
      implements Serializable {}

  /// Articles on one person, the first one first.
  ///
  /// @param identifier that they share; empty where there is one article
  /// @param contradictions in what they differ so that a person must look
  private record Group(String identifier, ArrayList<Article> articles, String contradictions)
      implements Serializable {}

  /// The persons of a chunk whose first article it has, in their order.
  private record Groups(ArrayList<Group> groups) implements Serializable {}

  /// Puts together who is the same.
  ///
  /// @return chunks of persons, each with the number of its first article as its id
  Persons.Read together(Persons.Read read) {
    session.doing("putting together what editions say of one person");
    Broadcast<Store> everywhere = stores;
    String which = scheme;
    Kept keeping = kept;
    int partitions = session.partitions();
    // First: who shares an identifier. Second: what they say to the chunk of the first of them.
    JavaPairRDD<Integer, Member> members =
        session
            .context()
            .parallelize(read.chunks(), Math.min(read.chunks().size(), partitions))
            .flatMapToPair(chunk -> shared(everywhere.value(), chunk, which).iterator())
            .groupByKey(partitions)
            .flatMapToPair(group -> sent(group._2()).iterator());
    List<Tuple2<Integer, Integer>> sizes =
        new ArrayList<>(
            session
                .context()
                .parallelize(read.chunks(), Math.min(read.chunks().size(), partitions))
                .mapToPair(chunk -> new Tuple2<>(chunk.number(), chunk))
                .cogroup(members, partitions)
                .map(pair -> {
                  Chunk chunk = pair._2()._1().iterator().next();
                  return new Tuple2<>(
                      chunk.number(), merge(everywhere.value(), keeping, chunk, pair._2()._2()));
                })
                .collect());
    sizes.sort(Comparator.comparingInt(Tuple2::_1));
    ArrayList<Chunk> chunks = new ArrayList<>();
    long persons = 0;
    for (Tuple2<Integer, Integer> size : sizes) {
      chunks.add(new Chunk(size._1(), file(kept, size._1()), persons, size._2()));
      persons += size._2();
    }
    return new Persons.Read(chunks, read.problems(), persons);
  }

  private static String file(Kept kept, int chunk) {
    return kept.file("same-chunk-%06d".formatted(chunk));
  }

  private static String groups(int chunk) {
    return "same-groups-%06d".formatted(chunk);
  }

  private static List<Tuple2<String, Member>> shared(Store store, Chunk chunk, String scheme)
      throws IOException {
    List<Tuple2<String, Member>> shared = new ArrayList<>();
    long number = chunk.first();
    for (PersonRecord person : chunk.read(store)) {
      Article article = new Article(number++, chunk.number(), person.id());
      SamePersons.key(person, scheme)
          .ifPresent(key -> shared.add(new Tuple2<>(key, new Member(key, article, person))));
    }
    return shared;
  }

  private static List<Tuple2<Integer, Member>> sent(Iterable<Member> group) {
    List<Member> members = new ArrayList<>();
    group.forEach(members::add);
    List<Tuple2<Integer, Member>> sent = new ArrayList<>();
    if (members.size() > 1) {
      int first = members.stream().mapToInt(one -> one.article.chunk).min().orElseThrow();
      for (Member one : members) {
        sent.add(new Tuple2<>(first, one));
        if (one.article.chunk != first) {
          sent.add(new Tuple2<>(one.article.chunk, new Member(one.identifier, one.article, null)));
        }
      }
    }
    return sent;
  }

  /// Writes the persons of a chunk.
  ///
  /// @return how many they are
  private static int merge(Store store, Kept kept, Chunk chunk, Iterable<Member> members)
      throws IOException {
    Map<String, TreeMap<Long, Member>> shared = new HashMap<>();
    Map<Long, String> keys = new HashMap<>();
    for (Member member : members) {
      keys.put(member.article.number, member.identifier);
      if (member.person != null) {
        shared
            .computeIfAbsent(member.identifier, key -> new TreeMap<>())
            .put(member.article.number, member);
      }
    }
    ArrayList<Group> groups = new ArrayList<>();
    List<PersonRecord> persons = new ArrayList<>();
    long number = chunk.first();
    for (PersonRecord person : chunk.read(store)) {
      String key = keys.get(number);
      TreeMap<Long, Member> all = key == null ? null : shared.get(key);
      if (key == null) {
        Article article = new Article(number, chunk.number(), person.id());
        groups.add(new Group("", new ArrayList<>(List.of(article)), ""));
        persons.add(SamePersons.together(Long.toString(number), List.of(person)));
      } else if (all != null && all.firstKey() == number) {
        List<PersonRecord> records =
            all.values().stream().map(Member::person).filter(Objects::nonNull).toList();
        groups.add(
            new Group(
                key,
                new ArrayList<>(all.values().stream().map(Member::article).toList()),
                String.join(", ", SamePersons.contradictions(records))));
        persons.add(SamePersons.together(Long.toString(number), records));
      }
      number++;
    }
    Persons.write(store, persons, file(kept, chunk.number()));
    kept.replace(
        store, groups(chunk.number()), TaskContext.get().taskAttemptId(), new Groups(groups));
    return persons.size();
  }

  /// Gives each article the rows of its person.
  ///
  /// @param read chunks of all articles
  /// @return how many rows of each kind there are now
  LinkShares.Written rows(Persons.Read read) {
    session.doing("giving each edition its links");
    Broadcast<Store> everywhere = stores;
    Kept keeping = kept;
    int partitions = session.partitions();
    LinkShares.Written written = new LinkShares.Written(0, 0, 0);
    for (String table : List.of(LinkJob.LINKS, LinkJob.CANDIDATES)) {
      LinkShares.Written counted =
          session
              .context()
              .parallelize(read.chunks(), Math.min(read.chunks().size(), partitions))
              .flatMapToPair(
                  chunk -> articles(everywhere.value(), keeping, table, chunk.number()).iterator())
              .groupByKey(partitions)
              .map(rows -> put(everywhere.value(), keeping, table, rows._1(), rows._2()))
              .fold(new LinkShares.Written(0, 0, 0), LinkShares.Written::add);
      written = table.equals(LinkJob.LINKS) ? counted : written;
    }
    return written;
  }

  /// Name of the table with a row for each article, in pieces by chunk.
  static String rowsOf(String table) {
    return ROWS + table;
  }

  private static List<Tuple2<Integer, Tuple2<Long, String>>> articles(
      Store store, Kept kept, String table, int chunk) throws IOException {
    Map<String, List<List<String>>> rows = new HashMap<>();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                store.read(kept.file("%s-%06d".formatted(table, chunk))),
                StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        List<String> cells = Tsv.cells(line);
        rows.computeIfAbsent(cells.getFirst(), id -> new ArrayList<>()).add(cells);
      }
    }
    List<Tuple2<Integer, Tuple2<Long, String>>> articles = new ArrayList<>();
    for (Group group : kept.<Groups>read(store, groups(chunk)).groups()) {
      String leader = Long.toString(group.articles().getFirst().number());
      for (Article article : group.articles()) {
        StringBuilder own = new StringBuilder();
        for (List<String> cells : rows.getOrDefault(leader, List.of())) {
          own.append(Tsv.row(row(cells, article.id(), group))).append('\n');
        }
        articles.add(new Tuple2<>(article.chunk(), new Tuple2<>(article.number(), own.toString())));
      }
    }
    return articles;
  }

  /// What contradicts itself is for people to look at.
  private static List<String> row(List<String> cells, String id, Group group) {
    List<String> row = new ArrayList<>(cells);
    row.set(0, id);
    if (!group.contradictions().isEmpty() && row.get(3).equals("accept")) {
      row.set(3, "review");
    }
    return row;
  }

  private static LinkShares.Written put(
      Store store, Kept kept, String table, int chunk, Iterable<Tuple2<Long, String>> rows)
      throws IOException {
    TreeMap<Long, String> sorted = new TreeMap<>();
    rows.forEach(row -> sorted.put(row._1(), row._2()));
    long accepted = 0;
    long review = 0;
    String file = kept.file("%s-%06d".formatted(rowsOf(table), chunk));
    String part = file + ".part-" + TaskContext.get().taskAttemptId();
    try (var out = store.write(part)) {
      for (String row : sorted.values()) {
        out.write(row.getBytes(StandardCharsets.UTF_8));
        String decision = row.isEmpty() ? "" : Tsv.cells(row.strip()).get(3);
        accepted += decision.equals("accept") ? 1 : 0;
        review += decision.equals("review") ? 1 : 0;
      }
    }
    store.replace(part, file);
    return new LinkShares.Written(sorted.size(), accepted, review);
  }

  /// Rows of `same.tsv`: who was put together, and what they were linked to.
  ///
  /// @param chunk number
  static List<String> same(Store store, Kept kept, int chunk) throws IOException {
    Map<String, List<String>> rows = new HashMap<>();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                store.read(kept.file("%s-%06d".formatted(LinkJob.LINKS, chunk))),
                StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        List<String> cells = Tsv.cells(line);
        rows.put(cells.getFirst(), cells);
      }
    }
    List<String> same = new ArrayList<>();
    for (Group group : kept.<Groups>read(store, groups(chunk)).groups()) {
      if (group.articles().size() < 2) {
        continue;
      }
      Article first = group.articles().getFirst();
      List<String> cells =
          row(
              rows.getOrDefault(
                  Long.toString(first.number()), java.util.Collections.nCopies(5, "")),
              first.id(),
              group);
      same.add(
          Tsv.row(
              List.of(
                  group.identifier(),
                  String.join("|", group.articles().stream().map(Article::id).toList()),
                  cells.get(1),
                  cells.get(2),
                  cells.get(3),
                  group.contradictions())));
    }
    return same;
  }
}
