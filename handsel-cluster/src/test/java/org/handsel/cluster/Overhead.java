package org.handsel.cluster;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.handsel.authority.matching.Linking;
import org.handsel.platform.Progress;
import org.handsel.readiness.facts.FactsExtraction;
import org.handsel.readiness.facts.FactsFolder;
import org.handsel.readiness.sample.SampleOrder;
import org.handsel.readiness.sample.SampleWiki;

/// Measures the jobs beside the local engine, in one run and over the same input: `link RECORDS…`
/// (a third of the records have a person, a fifth of that again have none), `skew RECORDS` (one
/// name is borne by a hundredth of them), `facts PAGES…`. A line for each size: seconds of both,
/// their ratio, whether the results are equal, and what Spark says of its stages.
final class Overhead {
  private static final String MASTER = "local[2]";

  private Overhead() {}

  public static void main(String[] arguments) throws IOException {
    Locale.setDefault(Locale.ROOT);
    System.out.println(
        "job\tsize\tlocal_s\tspark_s\tratio\tequal\tspark_cpu_s\tshuffle_bytes\tinput_bytes");
    List<String> sizes = Arrays.asList(arguments).subList(1, arguments.length);
    for (String size : sizes) {
      Path folder = Files.createTempDirectory("handsel-overhead");
      try {
        int count = Integer.parseInt(size);
        switch (arguments[0]) {
          case "link" -> link(folder, "link", count, 0);
          case "skew" -> {
            link(folder, "plain", count, 0);
            link(folder, "skew", count, count / 100);
          }
          case "facts" -> facts(folder, count);
          default -> throw new IllegalArgumentException("link, skew or facts: " + arguments[0]);
        }
      } finally {
        clear(folder);
      }
    }
  }

  private static void link(Path folder, String job, int records, int shared) throws IOException {
    MadePersons made = MadePersons.write(folder, 71, records, shared);
    long begin = System.nanoTime();
    Linking.run(
        new Linking.Order(
            made.persons(), made.authority(), Map.of(), Linking.CHOSEN, folder.resolve("local")),
        Progress.NONE);
    double local = seconds(begin);
    StageLog log = new StageLog(new PrintStream(OutputStream.nullOutputStream()), 60);
    begin = System.nanoTime();
    try (Session session = Session.open(MASTER, 6, List.of(), log)) {
      new LinkJob(
              session,
              new LinkJob.Order(
                  List.of(made.persons()),
                  List.of(made.authority()),
                  Map.of(),
                  Linking.CHOSEN,
                  folder.resolve("spark").toString(),
                  0))
          .run();
    }
    line(
        job,
        records,
        local,
        seconds(begin),
        same(folder, "links.tsv", "candidates.tsv"),
        log,
        Files.size(made.persons()) + Files.size(made.authority()));
  }

  private static void facts(Path folder, int pages) throws IOException {
    SampleOrder order =
        SampleOrder.small(folder.resolve("wiki"), 72, pages, 2)
            .with(SampleOrder.Packing.MULTISTREAM);
    SampleWiki.write(order, Progress.NONE, () -> false);
    long begin = System.nanoTime();
    FactsExtraction.run(
        order.dump(),
        null,
        2,
        new FactsFolder(folder.resolve("local")),
        Progress.NONE,
        () -> false);
    double local = seconds(begin);
    StageLog log = new StageLog(new PrintStream(OutputStream.nullOutputStream()), 60);
    begin = System.nanoTime();
    try (Session session = Session.open(MASTER, 6, List.of(), log)) {
      new FactsJob(
              session,
              new FactsJob.Order(
                  List.of(order.dump().toString()), null, folder.resolve("spark").toString()))
          .run();
    }
    line(
        "facts",
        pages,
        local,
        seconds(begin),
        same(folder, "pages.tsv", "categories.tsv", "templates.tsv", "marks.tsv"),
        log,
        Files.size(order.dump()));
  }

  private static double seconds(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }

  private static boolean same(Path folder, String... tables) throws IOException {
    for (String table : tables) {
      if (Files.mismatch(
              folder.resolve("local").resolve(table), folder.resolve("spark").resolve(table))
          >= 0) {
        return false;
      }
    }
    return true;
  }

  private static void line(
      String job, int size, double local, double spark, boolean equal, StageLog log, long bytes) {
    double cpu = log.costs().values().stream().mapToDouble(StageLog.Cost::cpuSeconds).sum();
    long shuffle = log.costs().values().stream().mapToLong(StageLog.Cost::shuffleBytes).sum();
    System.out.println(
        "%s\t%d\t%.1f\t%.1f\t%.2f\t%b\t%.1f\t%d\t%d"
            .formatted(job, size, local, spark, spark / local, equal, cpu, shuffle, bytes));
  }

  private static void clear(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
