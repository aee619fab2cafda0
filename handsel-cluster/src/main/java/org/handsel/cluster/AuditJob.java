package org.handsel.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import org.handsel.platform.HandselException;
import org.handsel.platform.Tsv;
import org.handsel.readiness.audit.AuditRun;
import org.handsel.readiness.audit.AuditSummary;

/// Audits the facts of many wikis at once, each wiki on one machine by the program's own audits,
/// and lays their results side by side.
final class AuditJob {
  private static final List<String> HEADER =
      List.of("audit", "wiki", "findings", "per_1000_articles", "articles");

  private final Session session;
  private final Store store;
  private final Broadcast<Store> stores;
  private final Order order;

  /// @param facts folders that [FactsJob] wrote, or folders of such folders
  record Order(List<String> facts, String out) {}

  AuditJob(Session session, Order order) throws IOException {
    this.session = session;
    this.order = order;
    store = new Store(session.spark().sparkContext().hadoopConfiguration());
    stores = session.context().broadcast(store);
  }

  /// One wiki to audit.
  ///
  /// @param facts folder of its facts
  /// @param out folder for its results
  private record Edition(FactsSummary summary, String facts, String out) {}

  /// The same as machines are told it.
  private record Told(String facts, String out) implements Serializable {}

  /// @return summaries in the order of the names of wikis
  List<AuditSummary> run() throws IOException {
    session.doing("looking at the facts");
    List<Edition> editions = editions();
    List<Told> told = editions.stream().map(one -> new Told(one.facts, one.out)).toList();
    session.doing("auditing");
    Broadcast<Store> everywhere = stores;
    session
        .context()
        .parallelize(told, told.size())
        .map(edition -> audit(everywhere.value(), edition, TaskContext.get().taskAttemptId()))
        .collect();
    List<AuditSummary> summaries = new ArrayList<>();
    for (Edition edition : editions) {
      summaries.add(summary(edition.out));
    }
    if (summaries.size() > 1) {
      compare(summaries);
    }
    return summaries;
  }

  /// What was found in the category graph of a wiki.
  record Spread(String wiki, SpreadAudit.Counts counts) {}

  /// Audits the category graphs alone, each on all machines together, one after the other.
  ///
  /// @param mostHere links of what may hold circles that the driver looks at by itself
  List<Spread> spread(long mostHere) throws IOException {
    session.doing("looking at the facts");
    List<Spread> all = new ArrayList<>();
    for (Edition edition : editions()) {
      store.folder(edition.out);
      String work = Store.child(edition.out, ".work");
      all.add(
          new Spread(
              edition.summary.wiki(),
              new SpreadAudit(
                      session,
                      store,
                      edition.summary.extraction().profile(),
                      edition.facts,
                      work,
                      mostHere)
                  .write(Store.child(edition.out, "findings.jsonl"))));
      store.delete(work);
    }
    return all;
  }

  private AuditSummary summary(String folder) throws IOException {
    Path copy = Files.createTempDirectory("handsel-summary");
    try {
      try (InputStream in = store.read(Store.child(folder, AuditSummary.FILE))) {
        Files.copy(in, copy.resolve(AuditSummary.FILE));
      }
      return AuditSummary.read(copy);
    } finally {
      clear(copy);
    }
  }

  private List<Edition> editions() throws IOException {
    List<String> folders = new ArrayList<>();
    for (String name : order.facts) {
      String folder = store.full(name);
      if (!store.exists(folder)) {
        throw HandselException.input(
            "%s: cannot be read: expected a folder of facts. Check the path.".formatted(name));
      }
      if (store.exists(Store.child(folder, FactsSummary.FILE))) {
        folders.add(folder);
      } else {
        List<String> below =
            store.folders(folder).stream()
                .filter(one -> exists(Store.child(one, FactsSummary.FILE)))
                .toList();
        if (below.isEmpty()) {
          FactsSummary.read(store, folder);
        }
        folders.addAll(below);
      }
    }
    Map<String, Edition> editions = new TreeMap<>();
    String out = store.full(order.out);
    for (String folder : folders) {
      FactsSummary summary = FactsSummary.read(store, folder);
      Edition edition =
          new Edition(
              summary, folder, folders.size() == 1 ? out : Store.child(out, summary.wiki()));
      Edition other = editions.put(summary.wiki(), edition);
      if (other != null) {
        throw HandselException.input(
            "%s and %s are both facts of %s. Name each wiki once."
                .formatted(other.facts, folder, summary.wiki()));
      }
    }
    return List.copyOf(editions.values());
  }

  private boolean exists(String path) {
    try {
      return store.exists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Audits one wiki in a folder of its machine, then puts the results in their place.
  private static boolean audit(Store store, Told edition, long attempt) throws IOException {
    FactsSummary facts = FactsSummary.read(store, edition.facts);
    Path own = Files.createTempDirectory("handsel-audit");
    try {
      for (String table : FactsJob.tables()) {
        try (InputStream in = store.read(Store.child(edition.facts, table + ".tsv"))) {
          Files.copy(in, own.resolve(table + ".tsv"));
        }
      }
      Path dump = Path.of(facts.parts().size() == 1 ? facts.parts().getFirst() : facts.wiki());
      AuditRun.ofFacts(
          new AuditRun.Order(dump, null, facts.wiki(), 1, own), facts.extraction(), () -> false);
      store.folder(edition.out);
      try (Stream<Path> results = Files.list(own)) {
        for (Path result : results.sorted(Comparator.naturalOrder()).toList()) {
          put(store, result, Store.child(edition.out, result.getFileName().toString()), attempt);
        }
      }
      return true;
    } finally {
      clear(own);
    }
  }

  private static void put(Store store, Path result, String target, long attempt)
      throws IOException {
    String part = target + ".part-" + attempt;
    try (InputStream in = Files.newInputStream(result);
        OutputStream out = store.write(part)) {
      in.transferTo(out);
    }
    store.replace(part, target);
  }

  static void clear(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /// `editions.tsv`: each audit with its findings in every wiki, those with the most for their
  /// articles first.
  private void compare(List<AuditSummary> summaries) throws IOException {
    record Line(String audit, AuditSummary wiki, long findings, double rate) {}
    List<Line> lines = new ArrayList<>();
    for (AuditSummary summary : summaries) {
      summary
          .audits()
          .forEach((audit, findings) ->
              lines.add(
                  new Line(
                      audit,
                      summary,
                      findings,
                      summary.articles() == 0 ? 0 : findings * 1_000.0 / summary.articles())));
    }
    lines.sort(
        Comparator.comparing(Line::audit)
            .thenComparing(Line::rate, Comparator.reverseOrder())
            .thenComparing(line -> line.wiki().wiki()));
    String file = Store.child(store.full(order.out), "editions.tsv");
    try (OutputStream out = store.write(file + ".part")) {
      out.write((Tsv.row(HEADER) + "\n").getBytes(StandardCharsets.UTF_8));
      for (Line line : lines) {
        List<String> cells =
            List.of(
                line.audit(),
                line.wiki().wiki(),
                Long.toString(line.findings()),
                String.format(Locale.ROOT, "%.2f", line.rate()),
                Long.toString(line.wiki().articles()));
        out.write((Tsv.row(cells) + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
    store.replace(file + ".part", file);
  }
}
