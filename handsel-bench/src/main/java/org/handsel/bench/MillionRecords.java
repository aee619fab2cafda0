package org.handsel.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.handsel.collection.mapping.Mapping;
import org.handsel.collection.mapping.Profiles;
import org.handsel.platform.Progress;
import org.handsel.release.PlanCounts;
import org.handsel.release.PlanOptions;
import org.handsel.release.Plans;

/// A made-up delivery of a million records, each with a small picture of its own, mapped and
/// planned by processes of their own that are started as the launcher starts them: records a second
/// and memory, both beside those of a tenth of the size, so that growth shows. One record in a
/// thousand repeats the picture or the title of another.
final class MillionRecords {
  private static final int IN_A_FOLDER = 1_000;
  private static final int ODD = 1_000;
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
      filename: "{title} - Museum"
      template: {name: Photograph}
      categories: [Media of a museum]
      """;

  private MillionRecords() {}

  /// What one process said of itself.
  private record Run(double seconds, double processor, long entries, double megabytes) {}

  public static void main(String[] args) throws IOException, InterruptedException {
    switch (args[0]) {
      case "map" -> map(Path.of(args[1]));
      case "plan" -> plan(Path.of(args[1]));
      default -> measure(args[0].equals("long") ? 1_000_000 : 20_000);
    }
  }

  private static void measure(int usual) throws IOException, InterruptedException {
    int most = Integer.getInteger("handsel.records", usual);
    Path scratch = Places.scratch();
    List<Run> tenth = runs(scratch.resolve("tenth"), most / 10);
    List<Run> all = runs(scratch.resolve("all"), most);
    for (int i = 0; i < 2; i++) {
      String what = "%s %,d records".formatted(i == 0 ? "mapping" : "planning", most);
      Run few = tenth.get(i);
      Run many = all.get(i);
      System.out.printf("%s: %.1f s, %.1f processor s%n", what, many.seconds, many.processor);
      Figure.beside(
          what + ": records a second, cold",
          many.entries / many.seconds,
          "a tenth",
          few.entries / few.seconds,
          "records/s");
      Figure.beside(
          what + ": records a processor second, cold",
          many.entries / many.processor,
          "a tenth",
          few.entries / few.processor,
          "records/s");
      Figure.beside(what + ": memory", many.megabytes, "a tenth", few.megabytes, "MB");
      Figure.print(what + ": memory at most", many.megabytes, "MB", 512, false);
    }
    Places.remove(scratch);
  }

  private static List<Run> runs(Path folder, int records) throws IOException, InterruptedException {
    generate(folder, records);
    List<Run> runs = List.of(start("map", folder), start("plan", folder));
    Places.remove(folder);
    for (Run run : runs) {
      if (run.entries != records) {
        throw new IllegalStateException(
            "expected %,d records, found %,d".formatted(records, run.entries));
      }
    }
    return runs;
  }

  private static Run start(String step, Path folder) throws IOException, InterruptedException {
    Path log = folder.resolve("log");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // As the launcher does.
                "-XX:+UseSerialGC",
                "-Xms96m",
                "-Xmn64m",
                "-XX:SurvivorRatio=2",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                MillionRecords.class.getName(),
                step,
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException(Files.readString(log));
    }
    String[] said = Files.readString(log).strip().split(" ", -1);
    return new Run(
        Double.parseDouble(said[0]),
        Double.parseDouble(said[1]),
        Long.parseLong(said[2]),
        Double.parseDouble(said[3]));
  }

  private static void map(Path folder) throws IOException {
    long before = System.nanoTime();
    long records =
        Mapping.run(
                folder.resolve("table.csv"),
                folder.resolve("mapping.yaml"),
                folder.resolve("items"),
                Progress.NONE)
            .items();
    say(before, records);
  }

  private static void plan(Path folder) throws IOException {
    long before = System.nanoTime();
    PlanCounts counts =
        Plans.plan(
            folder.resolve("items/items.jsonl"),
            Profiles.load(folder.resolve("mapping.yaml")),
            folder.resolve("files"),
            PlanOptions.with(Clock.systemUTC()),
            folder.resolve("release"));
    long odd = counts.entries() / ODD;
    if (counts.checks().getOrDefault("DUPLICATE_IN_BATCH", 0L) != odd
        || counts.checks().getOrDefault("TITLE_NUMBERED", 0L) != odd
        || counts.ready() != counts.entries() - odd) {
      throw new IllegalStateException(
          "expected %,d doubles and as many equal titles, found %s".formatted(odd, counts));
    }
    say(before, counts.entries());
  }

  private static void say(long before, long records) throws IOException {
    double seconds = (System.nanoTime() - before) / 1e9;
    try (Stream<String> status = Files.lines(Path.of("/proc/self/status"))) {
      long kilobytes =
          status
              .filter(line -> line.startsWith("VmHWM"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
              .sum();
      System.out.println(
          seconds + " " + Figure.cpuSeconds() + " " + records + " " + kilobytes / 1024.0);
    }
  }

  private static void generate(Path folder, int records) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("mapping.yaml"), PROFILE);
    byte[] picture = Uploading.jpeg(new Random(7), 8);
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("table.csv"))) {
      out.write("id,title,text,maker,date,place,file\n");
      for (int i = 0; i < records; i++) {
        Path files = folder.resolve("files/%04d".formatted(i / IN_A_FOLDER));
        if (i % IN_A_FOLDER == 0) {
          Files.createDirectories(files);
        }
        // Bytes after the end of the picture make each file different, but for the last of some.
        int own = i % ODD == ODD - 1 ? i - 1 : i;
        byte[] bytes = Arrays.copyOf(picture, picture.length + 4);
        bytes[picture.length] = (byte) own;
        bytes[picture.length + 1] = (byte) (own >> 8);
        bytes[picture.length + 2] = (byte) (own >> 16);
        Files.write(files.resolve("M_%07d.jpg".formatted(i)), bytes);
        int named = i % ODD == ODD - 2 ? i - 1 : i;
        out.write(
            "M %07d,View number %d,\"The harbour with boats and people on the quay, no. %d\",\"Maker, Ada\",c. %d,Harbour %d,M_%07d.jpg%n"
                .formatted(i, named, i, 1800 + i % 100, i % 500, i));
      }
    }
  }
}
