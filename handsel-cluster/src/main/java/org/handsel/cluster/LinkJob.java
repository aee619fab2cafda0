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
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import org.handsel.authority.index.IndexFile;
import org.handsel.authority.matching.AuthorityIndex;
import org.handsel.authority.matching.LinkShares;
import org.handsel.authority.matching.Linking;
import org.handsel.authority.record.PersonRecord;
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
    Run run = new Run(all, machine, persons, articles, editions);
    Linking.Summary summary = run.link(problems);
    machine.unpersist();
    store.delete(work);
    return summary;
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

  /// One linking of chunks.
  private final class Run {
    private final JavaRDD<Chunk> chunks;
    private final Broadcast<Machine> machine;
    private final int persons;
    private final long[] firsts;
    private final Persons.Read articles;
    private final @Nullable Editions editions;

    Run(
        JavaRDD<Chunk> chunks,
        Broadcast<Machine> machine,
        Persons.Read read,
        Persons.Read articles,
        @Nullable Editions editions) {
      this.articles = articles;
      this.editions = editions;
      this.chunks = chunks;
      this.machine = machine;
      persons = Math.toIntExact(read.count());
      firsts = read.chunks().stream().mapToLong(Chunk::first).toArray();
    }

    Linking.Summary link(List<String> problems) throws IOException {
      session.doing("comparing" + finished());
      Broadcast<Store> everywhere = stores;
      Broadcast<Machine> machines = machine;
      Kept keeping = kept;
      JavaPairRDD<Chunk, LinkShares.Compared> compared =
          chunks
              .mapToPair(chunk ->
                  new Tuple2<>(
                      chunk, compared(everywhere.value(), machines.value(), keeping, chunk)))
              .persist(StorageLevel.MEMORY_AND_DISK());
      LinkShares.Weights weights = kept.get(store, "weights", 0, () -> learnt(compared));
      session.doing("deciding");
      Broadcast<LinkShares.Weights> learnt = session.context().broadcast(weights);
      double accept = order.accept;
      if (accept == Linking.CHOSEN) {
        accept =
            compared
                .map(share -> LinkShares.choices(share._2(), learnt.value()).probabilities())
                .reduce(LinkShares.Probabilities::add)
                .acceptable();
      }
      LinkShares.Written written = write(compared, learnt, accept);
      int records = machine.value().shares().records();
      compared.unpersist();
      return new Linking.Summary(
          written.persons(),
          records,
          written.accepted(),
          written.review(),
          written.persons() - written.accepted() - written.review(),
          accept,
          List.copyOf(problems));
    }

    /// How many chunks an earlier run compared.
    private String finished() throws IOException {
      long before =
          store.files(kept.folder()).stream()
              .filter(file -> Store.name(file).matches("compared-\\d+"))
              .count();
      return before == 0
          ? ""
          : " (%,d of %,d chunks were finished before)".formatted(before, firsts.length);
    }

    private LinkShares.Weights learnt(JavaPairRDD<Chunk, LinkShares.Compared> compared) {
      long[] keys = new long[persons];
      compared
          .map(share -> new Tuple2<>(share._1().first(), share._2().orderKeys()))
          .collect()
          .forEach(share ->
              System.arraycopy(
                  share._2(), 0, keys, Math.toIntExact(share._1()), share._2().length));
      session.doing("learning what agrees by chance");
      LinkShares.Weights weights =
          machine.value().shares().chance(persons, drawn(LinkShares.order(keys)));
      session.doing("learning what agrees of one person");
      for (int round = 0; round < LinkShares.ROUNDS; round++) {
        Broadcast<LinkShares.Weights> known = session.context().broadcast(weights);
        LinkShares.Tally tally =
            compared
                .map(share -> LinkShares.tally(share._2(), known.value()))
                .reduce(LinkShares.Tally::add);
        LinkShares.learn(weights, tally);
        known.unpersist();
      }
      return weights;
    }

    /// Persons at the places of the order that chance draws.
    private Map<Integer, PersonRecord> drawn(int[] order) {
      Map<Long, List<Integer>> places = new HashMap<>();
      BitSet wanted = new BitSet();
      LinkShares.drawn(persons).stream()
          .forEach(place -> {
            places.computeIfAbsent((long) order[place], person -> new ArrayList<>(1)).add(place);
            wanted.set(order[place]);
          });
      Map<Integer, PersonRecord> drawn = new HashMap<>();
      for (Chunk chunk : chunks.collect()) {
        int first = Math.toIntExact(chunk.first());
        int next = wanted.nextSetBit(first);
        if (next < 0 || next >= first + chunk.size()) {
          continue;
        }
        List<PersonRecord> read = read(chunk);
        for (; next >= 0 && next < first + chunk.size(); next = wanted.nextSetBit(next + 1)) {
          PersonRecord person = read.get(next - first);
          places.getOrDefault((long) next, List.of()).forEach(place -> drawn.put(place, person));
        }
      }
      return drawn;
    }

    private List<PersonRecord> read(Chunk chunk) {
      try {
        return chunk.read(store);
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }

    private LinkShares.Written write(
        JavaPairRDD<Chunk, LinkShares.Compared> compared,
        Broadcast<LinkShares.Weights> learnt,
        double accept)
        throws IOException {
      JavaPairRDD<Integer, LinkShares.Taker> wishes =
          compared.flatMapToPair(share ->
              LinkShares.choices(share._2(), learnt.value()).links().stream()
                  .map(taker -> new Tuple2<>(taker.record(), taker))
                  .iterator());
      // First shuffle: to each record whom it goes to. Second: to each wish the taker of its
      // record.
      JavaPairRDD<Integer, LinkShares.Taker> takers =
          wishes.reduceByKey(LinkShares.Taker::better, session.partitions());
      long[] starts = firsts;
      JavaPairRDD<Integer, Long> contested =
          wishes
              .join(takers, session.partitions())
              .values()
              .filter(pair -> pair._1().contested(pair._2()))
              .mapToPair(
                  pair -> new Tuple2<>(chunkOf(starts, pair._1().person()), pair._1().person()));
      Broadcast<Store> everywhere = stores;
      Broadcast<Machine> machines = machine;
      String folder = kept.folder();
      // Third: to each chunk those of its persons who lost.
      LinkShares.Written written =
          compared
              .mapToPair(share -> new Tuple2<>(share._1().number(), share))
              .cogroup(contested, session.partitions())
              .values()
              .flatMap(pair ->
                  pair._1().iterator().hasNext()
                      ? List.of(
                              rows(
                                  pair._1().iterator().next(),
                                  pair._2(),
                                  machines.value(),
                                  learnt.value(),
                                  accept,
                                  everywhere.value(),
                                  folder))
                          .iterator()
                      : List.<LinkShares.Written>of().iterator())
              .reduce(LinkShares.Written::add);
      String prefix = "";
      if (editions != null) {
        written = editions.rows(articles);
        prefix = Editions.rowsOf("");
      }
      StringWriter links = new StringWriter();
      StringWriter candidates = new StringWriter();
      LinkShares.header(links, candidates);
      session.doing("writing");
      int count = firsts.length;
      if (editions != null) {
        same(count);
      }
      table(LINKS, prefix + LINKS, links.toString(), count);
      table(CANDIDATES, prefix + CANDIDATES, candidates.toString(), count);
      new LinksParquet(session, stores, kept.file(prefix + LINKS))
          .write(count, Store.child(out, "parquet"));
      return written;
    }
  }

  /// Number of the chunk with a person.
  private static int chunkOf(long[] firsts, long person) {
    int place = java.util.Arrays.binarySearch(firsts, person);
    place = place < 0 ? -place - 2 : place;
    // A chunk without persons begins where the next one does.
    while (place + 1 < firsts.length && firsts[place + 1] <= person) {
      place++;
    }
    return place;
  }

  private static LinkShares.Compared compared(Store store, Machine machine, Kept kept, Chunk chunk)
      throws IOException {
    return kept.get(
        store,
        "compared-%06d".formatted(chunk.number()),
        TaskContext.get().taskAttemptId(),
        () -> machine.shares().compare(chunk.first(), chunk.read(store)));
  }

  private static LinkShares.Written rows(
      Tuple2<Chunk, LinkShares.Compared> share,
      Iterable<Long> lost,
      Machine machine,
      LinkShares.Weights weights,
      double accept,
      Store store,
      String folder)
      throws IOException {
    Chunk chunk = share._1();
    BitSet contested = new BitSet();
    lost.forEach(person -> contested.set((int) (person - chunk.first())));
    String links = Store.child(folder, "%s-%06d".formatted(LINKS, chunk.number()));
    String candidates = Store.child(folder, "%s-%06d".formatted(CANDIDATES, chunk.number()));
    String attempt = ".part-" + TaskContext.get().taskAttemptId();
    LinkShares.Written written;
    try (Writer first = writer(store, links + attempt);
        Writer further = writer(store, candidates + attempt)) {
      written =
          machine
              .shares()
              .write(share._2(), chunk.read(store), weights, contested, accept, first, further);
    }
    store.replace(links + attempt, links);
    store.replace(candidates + attempt, candidates);
    return written;
  }

  private static Writer writer(Store store, String file) throws IOException {
    return new OutputStreamWriter(store.write(file), StandardCharsets.UTF_8);
  }

  private void same(int count) throws IOException {
    String file = Store.child(out, Editions.FILE);
    try (Writer all = writer(store, file + ".part")) {
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
