package org.handsel.cluster;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
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
import org.handsel.authority.matching.LinkShares;
import org.handsel.authority.matching.Linking;
import org.handsel.authority.record.PersonRecord;
import scala.Tuple2;

/// Links chunks of persons on all machines: compares, learns, decides and writes the rows of each
/// chunk. What was compared and learnt is kept.
final class LinkRun {
  private final Session session;
  private final Store store;
  private final Broadcast<Store> stores;
  private final Kept kept;
  private final JavaRDD<Chunk> chunks;
  private final Broadcast<Machine> machine;
  private final int persons;
  private final long[] firsts;

  /// What came of it; rows lie in pieces by chunk.
  ///
  /// @param acceptedFrom probability from which links were accepted
  /// @param records of the authority file
  record Outcome(LinkShares.Written written, double acceptedFrom, int records) {}

  LinkRun(
      Session session,
      Broadcast<Store> stores,
      Kept kept,
      JavaRDD<Chunk> chunks,
      Broadcast<Machine> machine,
      Persons.Read read) {
    this.session = session;
    this.stores = stores;
    this.kept = kept;
    this.chunks = chunks;
    this.machine = machine;
    store = stores.value();
    persons = Math.toIntExact(read.count());
    firsts = read.chunks().stream().mapToLong(Chunk::first).toArray();
  }

  /// @param accept probability from which a link needs no look, or [Linking#CHOSEN]
  Outcome link(double accept) throws IOException {
    session.doing("comparing" + finished());
    Broadcast<Store> everywhere = stores;
    Broadcast<Machine> machines = machine;
    Kept keeping = kept;
    JavaPairRDD<Chunk, LinkShares.Compared> compared =
        chunks
            .mapToPair(chunk ->
                new Tuple2<>(chunk, compared(everywhere.value(), machines.value(), keeping, chunk)))
            .persist(StorageLevel.MEMORY_AND_DISK());
    LinkShares.Weights weights = kept.get(store, "weights", 0, () -> learnt(compared));
    session.doing("deciding");
    Broadcast<LinkShares.Weights> learnt = session.context().broadcast(weights);
    double acceptedFrom = accept;
    if (accept == Linking.CHOSEN) {
      acceptedFrom =
          compared
              .map(share -> LinkShares.choices(share._2(), learnt.value()).probabilities())
              .reduce(LinkShares.Probabilities::add)
              .acceptable();
    }
    LinkShares.Written written = write(compared, learnt, acceptedFrom);
    int records = machine.value().shares().records();
    compared.unpersist();
    return new Outcome(written, acceptedFrom, records);
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
            System.arraycopy(share._2(), 0, keys, Math.toIntExact(share._1()), share._2().length));
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
    return compared
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
    String links = Store.child(folder, "%s-%06d".formatted(LinkJob.LINKS, chunk.number()));
    String candidates =
        Store.child(folder, "%s-%06d".formatted(LinkJob.CANDIDATES, chunk.number()));
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
}
