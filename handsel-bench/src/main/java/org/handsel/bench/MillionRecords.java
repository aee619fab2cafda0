package org.handsel.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Stream;
import org.handsel.collection.mapping.Mapping;
import org.handsel.collection.mapping.Profiles;
import org.handsel.platform.Progress;
import org.handsel.release.PlanCounts;
import org.handsel.release.PlanOptions;
import org.handsel.release.Plans;

/// A generated delivery of a million records, mapped and planned by a process of its own that is
/// started as the launcher starts it: records a second, memory, and both at a tenth of the size, so
/// that growth shows. The records have no files: reading those is measured by `Planning`.
final class MillionRecords {
  private static final String PROFILE =
      """
      source: {format: csv}
      id: {from: id}
      fields:
        title: {from: title, language: en}
        description: {from: text, language: en}
        creator: {from: maker}
        date: {from: date, transforms: [date]}
        place: {from: place}
        accession: {from: id}
        image: {from: file}
      rights: {release: 'https://creativecommons.org/publicdomain/zero/1.0/'}
      filename: "{title} - Museum - {id}"
      template: {name: Photograph}
      categories: [Media of a museum]
      """;

  private MillionRecords() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    if (args[0].equals("run")) {
      run(Path.of(args[1]));
      return;
    }
    int most = args[0].equals("long") ? 1_000_000 : 50_000;
    for (int records : new int[] {most / 10, most}) {
      Path scratch = Places.scratch();
      generate(scratch, records);
      Path log = scratch.resolve("log");
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:+UseSerialGC",
                  "-Xms96m",
                  "-Xmn64m",
                  "-XX:SurvivorRatio=2",
                  "-cp",
                  System.getProperty("java.class.path"),
                  MillionRecords.class.getName(),
                  "run",
                  scratch.toString())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      if (process.waitFor() != 0) {
        throw new IllegalStateException(Files.readString(log));
      }
      for (String line : Files.readAllLines(log)) {
        System.out.printf("%,d records: %s%n", records, line);
      }
      Places.remove(scratch);
    }
  }

  private static void generate(Path folder, int records) throws IOException {
    Files.createDirectories(folder.resolve("files"));
    Files.writeString(folder.resolve("mapping.yaml"), PROFILE);
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("table.csv"))) {
      out.write("id,title,text,maker,date,place,file\n");
      for (int i = 0; i < records; i++) {
        out.write(
            "M %07d,View number %d,\"The harbour with boats and people on the quay, no. %d\",\"Maker, Ada\",c. %d,Harbour %d,M_%07d.jpg%n"
                .formatted(i, i, i, 1800 + i % 100, i % 500, i));
      }
    }
  }

  private static void run(Path folder) throws IOException {
    long before = System.nanoTime();
    Mapping.run(
        folder.resolve("table.csv"),
        folder.resolve("mapping.yaml"),
        folder.resolve("items"),
        Progress.NONE);
    double mapped = (System.nanoTime() - before) / 1e9;
    long between = System.nanoTime();
    PlanCounts counts =
        Plans.plan(
            folder.resolve("items/items.jsonl"),
            Profiles.load(folder.resolve("mapping.yaml")),
            folder.resolve("files"),
            PlanOptions.with(Clock.systemUTC()),
            folder.resolve("release"));
    double planned = (System.nanoTime() - between) / 1e9;
    System.out.printf(
        "mapped in %.1f s (%,.0f/s), planned in %.1f s (%,.0f/s), %,d lines%n",
        mapped, counts.entries() / mapped, planned, counts.entries() / planned, counts.entries());
    System.out.printf("live heap after the last collection %d MB%n", live() >> 20);
    try (Stream<String> status = Files.lines(Path.of("/proc/self/status"))) {
      status
          .filter(line -> line.startsWith("VmHWM"))
          .forEach(line ->
              System.out.printf(
                  "process at most %d MB%n", Long.parseLong(line.replaceAll("\\D", "")) >> 10));
    }
  }

  private static long live() {
    long live = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      MemoryUsage after = pool.getCollectionUsage();
      live += pool.getType() == MemoryType.HEAP && after != null ? after.getUsed() : 0;
    }
    return live;
  }
}
