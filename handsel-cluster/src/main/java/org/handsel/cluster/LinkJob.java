package org.handsel.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.handsel.authority.index.IndexFile;
import org.handsel.authority.matching.AuthorityIndex;
import org.handsel.authority.matching.LinkShares;
import org.handsel.authority.matching.Linking;
import org.handsel.platform.HandselException;
import org.handsel.platform.Progress;
import org.handsel.platform.Tsv;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/// Links persons to an authority file. Persons are spread, the index of the authority file is on
/// every machine; the driver sees words, an order, counts of agreements and of probabilities.
///
/// A name that many share makes no machine slow: a person is compared with thirty records at most,
/// found among six thousand at most, by keys that few records have.
final class LinkJob {
  private static final int CHUNK = 5_000;
  static final String LINKS = "links.tsv";
  static final String CANDIDATES = "candidates.tsv";

  private final Session session;
  private final Store store;
  private final Broadcast<Store> stores;
  private final Order order;
  private final String out;
  private final String work;
  private Kept kept;
  private List<String> indexProblems = List.of();

  /// @param persons files of persons, or folders of them
  /// @param authority one index, or files of records, or folders of them
  /// @param accept probability from which a link needs no look, or [Linking#CHOSEN]
  /// @param chunk persons that are worked on together, 0 for what suits
  /// @param same scheme of identifiers that say who is one person in several editions, or null
  record Order(
      List<Path> persons,
      List<Path> authority,
      Map<String, String> columns,
      double accept,
      String out,
      int chunk,
      @Nullable String same) {
    Order(
        List<Path> persons,
        List<Path> authority,
        Map<String, String> columns,
        double accept,
        String out,
        int chunk) {
      this(persons, authority, columns, accept, out, chunk, null);
    }
  }

  LinkJob(Session session, Order order) throws IOException {
    this.session = session;
    this.order = order;
    store = new Store(session.spark().sparkContext().hadoopConfiguration());
    stores = session.context().broadcast(store);
    out = store.full(order.out);
    work = Store.child(out, ".work");
    kept = new Kept(work);
  }

  /// @throws HandselException with exit 1 when a file holds nobody
  Linking.Summary run() throws IOException {
    session.doing("looking at the files");
    List<Path> personFiles = PersonParts.find("--persons", order.persons);
    List<Path> authority = PersonParts.find("--authority", order.authority);
    kept = Kept.of(work, way(personFiles, authority));
    store.folder(kept.folder());
    Path index = index(authority);
    List<String> problems = new ArrayList<>(indexProblems);
    session.doing("reading persons");
    Persons.Read persons =
        kept.get(
            store,
            "persons",
            0,
            () -> {
              Persons reading =
                  new Persons(store, kept.file("chunks"), order.chunk > 0 ? order.chunk : CHUNK);
              reading.read(personFiles, order.columns);
              return reading.done();
            });
    problems.addAll(persons.problems());
    Editions editions = order.same == null ? null : new Editions(session, stores, kept, order.same);
    Persons.Read articles = persons;
    if (editions != null) {
      persons = kept.get(store, "same", 0, () -> editions.together(articles));
    }
    JavaRDD<Chunk> all =
        session
            .context()
            .parallelize(persons.chunks(), Math.min(persons.chunks().size(), session.partitions()));
    Broadcast<Machine> machine = machine(index, all);
    LinkRun.Outcome outcome =
        new LinkRun(session, stores, kept, all, machine, persons).link(order.accept);
    LinkShares.Written written = outcome.written();
    if (editions == null) {
      write("", persons.chunks().size());
    } else {
      written = editions.rows(articles);
      session.doing("writing");
      same(persons.chunks().size());
      write(Editions.rowsOf(""), persons.chunks().size());
    }
    machine.unpersist();
    store.delete(work);
    return new Linking.Summary(
        written.persons(),
        outcome.records(),
        written.accepted(),
        written.review(),
        written.persons() - written.accepted() - written.review(),
        outcome.acceptedFrom(),
        List.copyOf(problems));
  }

  /// @param prefix of the names of pieces
  /// @param count of them
  private void write(String prefix, int count) throws IOException {
    session.doing("writing");
    StringWriter links = new StringWriter();
    StringWriter candidates = new StringWriter();
    LinkShares.header(links, candidates);
    table(LINKS, prefix + LINKS, links.toString(), count);
    table(CANDIDATES, prefix + CANDIDATES, candidates.toString(), count);
    LinksParquet.write(
        session,
        stores,
        kept.file(prefix + LINKS),
        count,
        Store.child(out, "parquet"),
        kept.folder());
  }

  /// What all stages depend on; other files, or files that changed, are other work.
  private String way(List<Path> persons, List<Path> authority) throws IOException {
    StringBuilder way = new StringBuilder();
    for (List<Path> files : List.of(persons, authority)) {
      for (Path file : files) {
        way.append(
            "%s|%d|%s\n"
                .formatted(
                    file.toAbsolutePath(), Files.size(file), Files.getLastModifiedTime(file)));
      }
      way.append('\n');
    }
    return way.append(new java.util.TreeMap<>(order.columns))
        .append(order.chunk)
        .append(order.same)
        .toString();
  }

  private Path index(List<Path> authority) throws IOException {
    Path first = authority.getFirst();
    if (IndexFile.isIndex(first)) {
      if (authority.size() > 1) {
        throw HandselException.usage(
            "--authority: expected one index or files of records, found an index and more.");
      }
      return first;
    }
    session.doing("indexing the authority file");
    if (Store.onDisk(work) == null) {
      Path index = Files.createTempDirectory("handsel-authority").resolve("authority.index");
      indexProblems = AuthorityIndex.build(authority, index, Progress.NONE).problems();
      return index;
    }
    // Kept where the next run finds it, as a whole only.
    Path index = Path.of(java.net.URI.create(kept.file("authority.index")));
    indexProblems =
        kept.get(
            store,
            "index",
            0,
            () ->
                new ArrayList<>(AuthorityIndex.build(authority, index, Progress.NONE).problems()));
    return index;
  }

  private LinkShares.Words words(JavaRDD<Chunk> chunks) {
    Broadcast<Store> everywhere = stores;
    List<Tuple2<Integer, LinkShares.Words>> words =
        new ArrayList<>(
            chunks
                .map(chunk ->
                    new Tuple2<>(chunk.number(), LinkShares.words(chunk.read(everywhere.value()))))
                .collect());
    words.sort(java.util.Comparator.comparingInt(Tuple2::_1));
    return LinkShares.together(words.stream().map(Tuple2::_2).toList());
  }

  private Broadcast<Machine> machine(Path index, JavaRDD<Chunk> chunks) throws IOException {
    session.doing("collecting the words of names");
    LinkShares.Words all = kept.get(store, "words", 0, () -> words(chunks));
    boolean sent = !session.onOneMachine();
    if (sent) {
      session.context().addFile(index.toString());
    }
    String name = sent ? index.getFileName().toString() : index.toString();
    return session.context().broadcast(new Machine(name, sent, all));
  }

  private void same(int count) throws IOException {
    String file = Store.child(out, Editions.FILE);
    try (Writer all = new OutputStreamWriter(store.write(file + ".part"), StandardCharsets.UTF_8)) {
      all.write(Tsv.row(Editions.HEADER) + "\n");
      for (int number = 0; number < count; number++) {
        for (String row : Editions.same(store, kept, number)) {
          all.write(row + "\n");
        }
      }
    }
    store.replace(file + ".part", file);
  }

  private void table(String name, String pieces, String header, int count) throws IOException {
    String file = Store.child(out, name);
    try (OutputStream all = store.write(file + ".part")) {
      all.write(header.getBytes(StandardCharsets.UTF_8));
      for (int number = 0; number < count; number++) {
        try (InputStream in = store.read(kept.file("%s-%06d".formatted(pieces, number)))) {
          in.transferTo(all);
        }
      }
    }
    store.replace(file + ".part", file);
  }
}
