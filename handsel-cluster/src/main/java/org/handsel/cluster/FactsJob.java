package org.handsel.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.handsel.platform.Json;
import org.handsel.platform.Tsv;
import org.handsel.readiness.facts.Extraction;
import org.handsel.readiness.facts.FactsFolder;
import org.handsel.readiness.facts.FactsShares;
import org.handsel.readiness.facts.FactsShares.Terms;
import org.handsel.wiki.dump.DumpProblem;
import org.handsel.wiki.dump.DumpRange;
import org.handsel.wiki.dump.DumpRange.Place;
import org.handsel.wiki.dump.DumpReading;
import org.handsel.wiki.dump.RangeReading;
import org.jspecify.annotations.Nullable;

/// Reads the facts of dumps in shares. What the shares say of their borders is checked before their
/// rows become files: every block and page was read once, or is read again.
final class FactsJob {
  private static final int PROBLEMS = 1_000;

  /// Bytes of the share that is read before the others.
  private static final long BEGINNING = 4 << 20;

  private final Session session;
  private final Store store;
  private final Order order;
  private final Broadcast<Store> stores;
  private final String work;

  /// @param dumps names of files and folders
  /// @param wiki code that counts more than what dumps say, or null
  record Order(List<String> dumps, @Nullable String wiki, String out) {}

  FactsJob(Session session, Order order) throws IOException {
    this.session = session;
    this.order = order;
    store = new Store(session.spark().sparkContext().hadoopConfiguration());
    stores = session.context().broadcast(store);
    work = Store.child(store.full(order.out), ".work");
  }

  /// A share and what came of it.
  private static final class Done {
    private Share share;
    private FactsShares.Share result;

    Done(Share share, FactsShares.Share result) {
      this.share = share;
      this.result = result;
    }

    RangeReading reading() {
      return result.reading();
    }
  }

  /// @return what came of each wiki, in the order of their names
  /// @throws org.handsel.platform.HandselException with exit 1 when parts are no dump
  List<FactsSummary> run() throws IOException {
    session.doing("looking at the dumps");
    List<Parts.Dump> dumps = new Parts(store).find(order.dumps, order.wiki);
    String out = store.full(order.out);
    store.folder(work);
    List<FactsSummary> summaries = new ArrayList<>();
    List<Tables> tables = new ArrayList<>();
    for (Parts.Dump dump : dumps) {
      List<Done> shares = read(dump);
      String folder = dumps.size() == 1 ? out : Store.child(out, dump.wiki());
      FactsSummary summary = summary(dump, shares);
      tables.add(
          new Tables(dump.wiki(), folder, shares.stream().map(done -> done.share.kept()).toList()));
      summaries.add(summary);
      write(folder, tables.getLast().shares(), summary);
    }
    session.doing("writing Parquet");
    FactsParquet.write(session, stores, tables, Store.child(out, "parquet"), work);
    store.delete(work);
    return summaries;
  }

  /// @param shares folders of the shares in their order
  record Tables(String wiki, String folder, List<String> shares) {}

  private List<Done> read(Parts.Dump dump) throws IOException {
    session.doing("reading " + dump.wiki());
    List<Share> shares = shares(dump, session.partitions(), work);
    // Redirects of templates that the beginning teaches are known to all that follow.
    int first = dump.parts().getFirst().divisible() ? 1 : 0;
    List<Done> done = new ArrayList<>(done(shares.subList(0, first)));
    Terms begun = FactsShares.learnt(dump.terms(), results(done));
    done.addAll(
        done(shares.stream().skip(first).map(share -> share.again(share.range(), begun)).toList()));
    join(done);
    Terms learnt = FactsShares.learnt(dump.terms(), done.stream().map(one -> one.result).toList());
    if (!learnt.equals(dump.terms())) {
      session.doing("looking for ranges that call templates by names learnt later");
      List<Done> outdated = outdated(done, learnt);
      session.doing(
          "reading again %,d of %,d ranges that call templates by names learnt later"
              .formatted(outdated.size(), done.size()));
      again(
          outdated,
          outdated.stream().map(one -> one.share.again(one.share.range(), learnt)).toList());
    }
    PageIds.check(
        session, store, stores, done.stream().map(one -> one.share).toList(), results(done));
    return done;
  }

  private static List<FactsShares.Share> results(List<Done> done) {
    return done.stream().map(one -> one.result).toList();
  }

  /// The shares of a dump in the order of pages: the first is a small one, with what the dump
  /// begins with.
  static List<Share> shares(Parts.Dump dump, int partitions, String work) {
    long all = dump.parts().stream().mapToLong(DumpPart::size).sum();
    long target = Math.max(1, all / partitions);
    List<Share> shares = new ArrayList<>();
    for (DumpPart part : dump.parts()) {
      long begin =
          shares.isEmpty() && part.divisible()
              ? Math.min(BEGINNING, Math.min(target / 4, part.size() / 2))
              : 0;
      long size = part.size() - begin;
      if (begin > 0) {
        shares.add(new Share(0, part, new DumpRange(0, begin), dump.terms(), work));
      }
      long count = part.divisible() ? Math.max(1, Math.round((double) size / target)) : 1;
      for (long i = 0; i < count; i++) {
        DumpRange range = new DumpRange(begin + size * i / count, begin + size * (i + 1) / count);
        shares.add(new Share(shares.size(), part, range, dump.terms(), work));
      }
    }
    return shares;
  }

  private List<Done> done(List<Share> shares) {
    List<Done> done = new ArrayList<>();
    List<FactsShares.Share> results = read(shares);
    for (int i = 0; i < shares.size(); i++) {
      done.add(new Done(shares.get(i), results.get(i)));
    }
    return done;
  }

  private List<FactsShares.Share> read(List<Share> shares) {
    if (shares.isEmpty()) {
      return List.of();
    }
    Broadcast<Store> everywhere = stores;
    JavaRDD<Share> rdd = session.context().parallelize(shares, shares.size());
    return rdd.map(share -> share.read(everywhere.value(), TaskContext.get().taskAttemptId()))
        .collect();
  }

  private void again(List<Done> done, List<Share> shares) {
    if (shares.isEmpty()) {
      return;
    }
    List<FactsShares.Share> results = read(shares);
    for (int i = 0; i < shares.size(); i++) {
      Done one = done.get(i);
      one.share = shares.get(i);
      one.result = results.get(i).withBlocksOf(one.result);
    }
  }

  private List<Done> outdated(List<Done> done, Terms learnt) {
    Broadcast<Store> everywhere = stores;
    List<Share> shares = done.stream().map(one -> one.share).toList();
    List<Boolean> outdated =
        session
            .context()
            .parallelize(shares, Math.min(shares.size(), session.partitions()))
            .map(share -> share.outdated(everywhere.value(), learnt))
            .collect();
    List<Done> found = new ArrayList<>();
    for (int i = 0; i < outdated.size(); i++) {
      if (outdated.get(i)) {
        found.add(done.get(i));
      }
    }
    return found;
  }

  /// Reads shares again until each begins where the one before it stopped, and pages without an id
  /// have their ordinals.
  private void join(List<Done> done) {
    List<Done> wrong = new ArrayList<>();
    List<Share> mended = new ArrayList<>();
    do {
      wrong.clear();
      mended.clear();
      Done before = null;
      boolean trusted = true;
      long pages = 0;
      for (Done one : done) {
        DumpRange range = one.share.range();
        boolean first = before == null || !before.share.part().equals(one.share.part());
        trusted |= first;
        if (trusted && before != null && !first && !joins(before.reading(), one.reading())) {
          wrong.add(one);
          Place start = before.reading().next();
          mended.add(
              one.share.again(
                  new DumpRange(
                      range.from(),
                      range.to(),
                      start == null ? new Place(one.share.part().size() << 3, 0) : start,
                      range.pagesBefore()),
                  one.share.terms()));
          // What follows it is only known when it is read.
          trusted = false;
        } else if (trusted && one.reading().numbered() && range.pagesBefore() != pages) {
          wrong.add(one);
          mended.add(
              one.share.again(
                  new DumpRange(range.from(), range.to(), range.start(), pages),
                  one.share.terms()));
        }
        pages += one.reading().pages();
        before = one;
      }
      if (!wrong.isEmpty()) {
        session.doing(
            "reading again %,d shares that began at a mistaken page".formatted(wrong.size()));
      }
      again(wrong, mended);
    } while (!wrong.isEmpty());
  }

  private static boolean joins(RangeReading before, RangeReading share) {
    return Objects.equals(before.next(), share.first());
  }

  private FactsSummary summary(Parts.Dump dump, List<Done> done) {
    List<DumpProblem> problems = new ArrayList<>();
    long pages = 0;
    long bytes = 0;
    boolean several = dump.parts().size() > 1;
    for (DumpPart part : dump.parts()) {
      List<RangeReading> readings =
          done.stream().filter(one -> one.share.part().equals(part)).map(Done::reading).toList();
      List<DumpProblem> found = new ArrayList<>();
      readings.forEach(reading -> found.addAll(reading.packing()));
      readings.forEach(reading -> found.addAll(reading.problems()));
      readings.stream()
          .filter(reading -> reading.next() == null)
          .findFirst()
          .ifPresent(reading -> found.addAll(reading.ending()));
      for (DumpProblem problem : found) {
        problems.add(
            several
                ? new DumpProblem(
                    problem.code(),
                    problem.offset(),
                    "%s: %s".formatted(part.file(), problem.message()))
                : problem);
      }
      pages += readings.stream().mapToLong(RangeReading::pages).sum();
      bytes += readings.stream().mapToLong(RangeReading::bytes).sum();
    }
    DumpReading reading =
        new DumpReading(
            pages, bytes, problems.stream().limit(PROBLEMS).toList(), problems.size(), false);
    Extraction extraction = FactsShares.extraction(dump.terms(), reading, results(done));
    return new FactsSummary(
        extraction.wiki(),
        extraction.site(),
        dump.parts().stream().map(DumpPart::file).toList(),
        reading,
        extraction.categoryNamespace(),
        extraction.advice());
  }

  private void write(String folder, List<String> shares, FactsSummary summary) throws IOException {
    session.doing("writing the facts of " + summary.wiki());
    store.folder(folder);
    table(folder, "pages", FactsFolder.PAGES, shares);
    table(folder, "categories", FactsFolder.CATEGORIES, shares);
    table(folder, "templates", FactsFolder.TEMPLATES, shares);
    table(folder, "marks", FactsFolder.MARKS, shares);
    String file = Store.child(folder, FactsSummary.FILE);
    try (OutputStream out = store.write(file + ".part")) {
      out.write(Json.pretty(summary).getBytes(StandardCharsets.UTF_8));
    }
    store.replace(file + ".part", file);
  }

  private void table(String folder, String name, List<String> header, List<String> shares)
      throws IOException {
    String file = Store.child(folder, name + ".tsv");
    try (OutputStream out = store.write(file + ".part")) {
      out.write((Tsv.row(header) + "\n").getBytes(StandardCharsets.UTF_8));
      for (String share : shares) {
        try (InputStream in = store.read(Store.child(share, name + ".tsv"))) {
          in.transferTo(out);
        }
      }
    }
    store.replace(file + ".part", file);
  }

  static List<String> tables() {
    return Arrays.asList("pages", "categories", "templates", "marks");
  }
}
