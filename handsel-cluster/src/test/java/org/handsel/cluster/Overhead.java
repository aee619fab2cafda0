package org.handsel.cluster;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.handsel.authority.matching.Linking;
import org.handsel.platform.Progress;
import org.handsel.readiness.facts.Extraction;
import org.handsel.readiness.facts.FactsExtraction;
import org.handsel.readiness.facts.FactsFolder;
import org.handsel.readiness.sample.SampleOrder;
import org.handsel.readiness.sample.SampleWiki;

/// Measures the jobs beside the local engine, over the same input and each in a process of its own
/// from its start to its end, one after the other: `link RECORDS:PERSONS…`, `skew RECORDS:PERSONS`
/// (in the second line one name is borne by a hundredth of all), `growth RECORDS:PERSONS…` (the
/// last size is predicted by those before it), `facts FILE|ARTICLES…` (likewise, by the size of the
/// XML). A line for each size: seconds and processor seconds of both, their ratios, memory, whether
/// the results are equal, and what Spark's stages wrote for each other.
final class Overhead {
  private static final String MASTER = "local[2]";
  private static final double LINEAR = 1.15;

  private Overhead() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Locale.setDefault(Locale.ROOT);
    List<String> rest = Arrays.asList(arguments).subList(1, arguments.length);
    switch (arguments[0]) {
      case "local-link", "spark-link", "local-facts", "spark-facts" -> alone(arguments[0], rest);
      default -> measure(arguments[0], rest);
    }
  }

  private static void measure(String job, List<String> sizes)
      throws IOException, InterruptedException {
    System.out.println(
        "job\tsize\tlocal_s\tspark_s\tratio\tlocal_cpu_s\tspark_cpu_s\tcpu_ratio\tlocal_MB"
            + "\tspark_MB\tequal\tinput_MB\tshuffle_MB\tspilled_MB\tstages");
    List<Size> measured = new ArrayList<>();
    for (String size : sizes) {
      Path folder = Files.createTempDirectory("handsel-overhead");
      try {
        switch (job) {
          case "link", "growth" -> measured.add(link(folder, job, size, 0));
          case "skew" -> {
            Size plain = link(folder, "plain", size, 0);
            Size skew = link(folder, "skew", size, 100);
            System.out.printf(
                "skew: %.2f times the time, %.2f times the processor time of what has none (limit"
                    + " 2)%n",
                skew.wall / plain.wall, skew.cpu / plain.cpu);
          }
          case "facts" -> measured.add(facts(folder, size));
          default -> throw new IllegalArgumentException("link, growth, skew or facts, not " + job);
        }
      } finally {
        clear(folder);
      }
    }
    if (!job.equals("skew") && measured.size() > 2) {
      grown(measured, job.equals("facts") ? "GB of XML" : "million records");
    }
  }

  /// What Spark took for so many million records, or GB of XML.
  private record Size(double amount, double wall, double cpu) {}

  /// A law of the form `a + b n` through all sizes but the last, by least squares of what each
  /// misses of its own size, and what it says of the last.
  private static void grown(List<Size> sizes, String unit) {
    Size last = sizes.getLast();
    double w = 0;
    double wn = 0;
    double wnn = 0;
    double wt = 0;
    double wnt = 0;
    for (Size size : sizes.subList(0, sizes.size() - 1)) {
      double weight = 1 / (size.cpu * size.cpu);
      double n = size.amount;
      w += weight;
      wn += weight * n;
      wnn += weight * n * n;
      wt += weight * size.cpu;
      wnt += weight * n * size.cpu;
    }
    double slope = (w * wnt - wn * wt) / (w * wnn - wn * wn);
    double start = (wt - slope * wn) / w;
    double said = start + slope * last.amount;
    System.out.printf(
        "law: %.1f + %.1f processor s for each %s, from all sizes but the last; of %.2f it says"
            + " %.1f s, measured %.1f s (%.2f)%n",
        start, slope, unit, last.amount, said, last.cpu, last.cpu / said);
    Size first = sizes.getFirst();
    double linear = last.amount / first.amount;
    System.out.printf(
        "growth from %.2f to %.2f %s: %.2f times linear by time, %.2f by processor time (limit"
            + " %.2f)%n",
        first.amount,
        last.amount,
        unit,
        last.wall / first.wall / linear,
        last.cpu / first.cpu / linear,
        LINEAR);
    System.out.printf(
        "growth without the start: %.2f times linear by processor time%n",
        (last.cpu - start) / (first.cpu - start) / linear);
  }

  private static Size link(Path folder, String job, String size, int share)
      throws IOException, InterruptedException {
    String[] numbers = size.split(":", 2);
    int records = Integer.parseInt(numbers[0]);
    int count = numbers.length > 1 ? Integer.parseInt(numbers[1]) : records / 10;
    MadePersons made =
        MadePersons.write(folder, 71, records, share == 0 ? 0 : records / share, count);
    String persons = made.persons().toString();
    String authority = made.authority().toString();
    String local = folder.resolve("local").toString();
    String spark = folder.resolve("spark").toString();
    Ran first = Ran.of("local-link", persons, authority, local);
    Ran second = Ran.of("spark-link", persons, authority, spark);
    line(
        job,
        size,
        first,
        second,
        same(folder, "links.tsv", "candidates.tsv"),
        Files.size(made.persons()) + Files.size(made.authority()));
    clear(folder);
    Files.createDirectories(folder);
    return new Size(records / 1e6, second.wall, second.cpu);
  }

  private static Size facts(Path folder, String size) throws IOException, InterruptedException {
    Path dump = Path.of(size);
    if (size.matches("\\d+")) {
      SampleOrder order =
          SampleOrder.small(folder.resolve("wiki"), 72, Integer.parseInt(size), 2)
              .with(SampleOrder.Packing.MULTISTREAM);
      SampleWiki.write(order, Progress.NONE, () -> false);
      dump = order.dump();
    }
    Ran first = Ran.of("local-facts", dump.toString(), folder.resolve("local").toString());
    Ran second = Ran.of("spark-facts", dump.toString(), folder.resolve("spark").toString());
    line(
        "facts",
        size,
        first,
        second,
        same(folder, "pages.tsv", "categories.tsv", "templates.tsv", "marks.tsv"),
        Files.size(dump));
    return new Size(first.said.getOrDefault("xml", 0L) / 1e9, second.wall, second.cpu);
  }

  /// What one process took.
  private record Ran(double wall, double cpu, Map<String, Long> said) {
    static Ran of(String... arguments) throws IOException, InterruptedException {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.add("--enable-native-access=ALL-UNNAMED");
      command.add("--sun-misc-unsafe-memory-access=allow");
      String which = arguments[0].startsWith("local") ? "local" : "spark";
      // The local engine as its launcher starts it, the jobs as `handsel cluster` does.
      String options =
          which.equals("local")
              ? "-XX:+UseSerialGC -Xms96m -Xmn64m -XX:SurvivorRatio=2 -Xmx4g"
              : "-Xmx4g " + System.getProperty("spark.options", "");
      command.addAll(Arrays.asList(options.strip().split("\\s+")));
      command.addAll(
          List.of("-cp", System.getProperty("java.class.path"), Overhead.class.getName()));
      command.addAll(Arrays.asList(arguments));
      Path said = Files.createTempFile("overhead", ".txt");
      long begin = System.nanoTime();
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(said.toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      int exit = process.waitFor();
      double wall = (System.nanoTime() - begin) / 1e9;
      if (exit != 0) {
        throw new IllegalStateException(arguments[0] + " ended with " + exit);
      }
      Map<String, Long> values = new HashMap<>();
      for (String line : Files.readAllLines(said)) {
        if (line.matches("[a-z]+=\\d+")) {
          values.put(line.split("=")[0], Long.parseLong(line.split("=")[1]));
        } else {
          System.out.println("  " + line);
        }
      }
      Files.delete(said);
      return new Ran(wall, values.getOrDefault("cpu", 0L) / 1e9, values);
    }

    double megabytes(String name) {
      return said.getOrDefault(name, 0L) / 1e6;
    }
  }

  /// One contender by itself; says what it took.
  private static void alone(String which, List<String> arguments) throws IOException {
    StageLog log = new StageLog(System.err, 30);
    switch (which) {
      case "local-link" ->
          Linking.run(
              new Linking.Order(
                  Path.of(arguments.get(0)),
                  Path.of(arguments.get(1)),
                  Map.of(),
                  Linking.CHOSEN,
                  Path.of(arguments.get(2))),
              Progress.NONE);
      case "local-facts" -> {
        Extraction extraction =
            FactsExtraction.run(
                Path.of(arguments.get(0)),
                null,
                2,
                new FactsFolder(Path.of(arguments.get(1))),
                Progress.NONE,
                () -> false);
        System.out.println("xml=" + extraction.reading().bytes());
      }
      case "spark-link" -> {
        try (Session session = Session.open(MASTER, 6, List.of(), log)) {
          new LinkJob(
                  session,
                  new LinkJob.Order(
                      List.of(Path.of(arguments.get(0))),
                      List.of(Path.of(arguments.get(1))),
                      Map.of(),
                      Linking.CHOSEN,
                      arguments.get(2),
                      0))
              .run();
        }
      }
      default -> {
        try (Session session = Session.open(MASTER, 6, List.of(), log)) {
          new FactsJob(
                  session, new FactsJob.Order(List.of(arguments.get(0)), null, arguments.get(1)))
              .run();
        }
      }
    }
    long shuffled = 0;
    long spilled = 0;
    for (StageLog.Cost cost : log.costs().values()) {
      shuffled += cost.shuffleBytes();
      spilled += cost.spilledBytes();
    }
    log.seconds()
        .forEach((what, seconds) -> {
          StageLog.Cost cost = log.costs().get(what);
          System.out.printf(
              Locale.ROOT,
              "%s: %.1f s%s%n",
              what,
              seconds,
              cost == null
                  ? ""
                  : String.format(
                      Locale.ROOT,
                      ", %d stages, %d tasks, %.1f processor s, %,d bytes to others",
                      cost.stages(),
                      cost.tasks(),
                      cost.cpuSeconds(),
                      cost.shuffleBytes()));
        });
    System.out.println("shuffled=" + shuffled);
    System.out.println("spilled=" + spilled);
    System.out.println(
        "stages=" + log.costs().values().stream().mapToInt(StageLog.Cost::stages).sum());
    System.out.println("memory=" + memory());
    if (ManagementFactory.getOperatingSystemMXBean()
        instanceof com.sun.management.OperatingSystemMXBean system) {
      System.out.println("cpu=" + system.getProcessCpuTime());
    }
  }

  /// Bytes that were resident at most.
  private static long memory() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return 0;
    }
    for (String line : Files.readAllLines(status, StandardCharsets.UTF_8)) {
      if (line.startsWith("VmHWM:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
      }
    }
    return 0;
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
      String job, String size, Ran local, Ran spark, boolean equal, long bytes) {
    System.out.printf(
        "%s\t%s\t%.1f\t%.1f\t%.2f\t%.1f\t%.1f\t%.2f\t%.0f\t%.0f\t%b\t%.0f\t%.1f\t%.1f\t%d%n",
        job,
        size,
        local.wall,
        spark.wall,
        spark.wall / local.wall,
        local.cpu,
        spark.cpu,
        spark.cpu / local.cpu,
        local.megabytes("memory"),
        spark.megabytes("memory"),
        equal,
        bytes / 1e6,
        spark.megabytes("shuffled"),
        spark.megabytes("spilled"),
        spark.said.getOrDefault("stages", 0L));
  }

  private static void clear(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
