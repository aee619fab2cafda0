package org.handsel.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.handsel.app.sandbox.Sandbox;
import org.handsel.app.sandbox.SandboxAccount;
import org.handsel.app.sandbox.SandboxOptions;
import org.handsel.platform.Json;
import org.handsel.release.PlanEntry;
import org.handsel.release.ReleaseRun;
import org.handsel.release.RunOptions;
import org.handsel.release.RunReport;
import org.handsel.wiki.api.Login;
import org.handsel.wiki.api.WikiAddress;

/// A release of many files against the sandbox wiki by a process of its own, started as the
/// launcher starts it and killed five times on the way: what it needs of memory, and how soon it
/// goes on after each kill.
final class LargeRelease {
  private static final SandboxAccount BOT = SandboxAccount.DEFAULTS.getFirst();

  private static final int KILLS = 5;

  private LargeRelease() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    if (args[0].equals("run")) {
      run(Path.of(args[1]), args[2]);
      return;
    }
    int files = args[0].equals("long") ? 100_000 : Integer.getInteger("handsel.files", 5_000);
    Path scratch = Places.scratch();
    Path release = plan(scratch.resolve("release"), files);
    try (Sandbox sandbox =
        Sandbox.start(SandboxOptions.defaults().keptIn(scratch.resolve("wiki")))) {
      String url = sandbox.url().toString();
      long begun = System.nanoTime();
      List<Double> resumed = new ArrayList<>();
      List<Long> memory = new ArrayList<>();
      for (int kill = 1; kill <= KILLS; kill++) {
        Process killed = start(release, url, scratch.resolve("killed.log"));
        resumed.add(untilMore(sandbox, killed));
        long until = (long) files * kill / (KILLS + 1);
        while (sandbox.requests("upload") < until && killed.isAlive()) {
          Thread.sleep(50);
        }
        memory.add(memory(killed));
        killed.destroyForcibly().waitFor();
      }
      Path log = scratch.resolve("last.log");
      Process last = start(release, url, log);
      resumed.add(untilMore(sandbox, last));
      long most = 0;
      while (!last.waitFor(1, TimeUnit.SECONDS)) {
        most = Math.max(most, memory(last));
      }
      memory.add(most);
      double all = (System.nanoTime() - begun) / 1e9;
      String said = Files.readString(log);
      if (last.exitValue() != 0) {
        throw new IllegalStateException(said);
      }
      resumed.removeFirst(); // nothing was killed before
      System.out.printf(
          "until it went on after each kill, in s: %s%n",
          resumed.stream().map("%.2f"::formatted).collect(Collectors.joining(" ")));
      String what = "release of %,d files, killed %d times".formatted(files, KILLS);
      Figure.print(what + ": files a second", files / all, "files/s", 0, true);
      Figure.print(
          what + ": until it goes on, median",
          resumed.stream().sorted().toList().get(KILLS / 2),
          "s",
          5,
          false);
      Figure.print(
          what + ": upload requests that were not needed",
          sandbox.requests("upload") - (double) files,
          "requests",
          16,
          false);
      System.out.printf("memory at most before each kill and at the end, in MB: %s%n", memory);
      Figure.print(what + ": memory at most", Collections.max(memory), "MB", 512, false);
    }
    Places.remove(scratch);
  }

  /// Waits for the first upload of a process.
  ///
  /// @return seconds
  private static double untilMore(Sandbox sandbox, Process process) throws InterruptedException {
    long before = System.nanoTime();
    long sent = sandbox.requests("upload");
    while (sandbox.requests("upload") == sent && process.isAlive()) {
      Thread.sleep(5);
    }
    return (System.nanoTime() - before) / 1e9;
  }

  /// @return the most that a process has held so far, in megabytes; 0 when it has ended
  private static long memory(Process process) {
    try (Stream<String> status = Files.lines(Path.of("/proc/%d/status".formatted(process.pid())))) {
      return status
          .filter(line -> line.startsWith("VmHWM"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
          .findFirst()
          .orElse(0);
    } catch (IOException | UncheckedIOException e) {
      return 0; // it has just ended
    }
  }

  private static Process start(Path release, String url, Path log) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            // As the launcher does.
            "-XX:+UseSerialGC",
            "-Xms96m",
            "-Xmn64m",
            "-XX:SurvivorRatio=2",
            "-cp",
            System.getProperty("java.class.path"),
            LargeRelease.class.getName(),
            "run",
            release.toString(),
            url)
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  private static void run(Path release, String url) throws IOException {
    RunReport report =
        ReleaseRun.run(
            release,
            WikiAddress.parse(url),
            new Login(BOT.login(), BOT.password()),
            RunOptions.DEFAULT.parallel(4));
    System.out.println(report.message());
    System.exit(report.exit().code());
  }

  private static Path plan(Path release, int count) throws IOException {
    Path files = Files.createDirectories(release.resolve("files"));
    byte[] picture = Uploading.jpeg(new Random(7), 8);
    try (BufferedWriter out = Files.newBufferedWriter(release.resolve("plan.jsonl"))) {
      for (int i = 0; i < count; i++) {
        // Bytes after the end of the picture make each file different.
        byte[] own = Arrays.copyOf(picture, picture.length + 4);
        own[picture.length] = (byte) i;
        own[picture.length + 1] = (byte) (i >> 8);
        own[picture.length + 2] = (byte) (i >> 16);
        String name = "M_%06d.jpg".formatted(i);
        Files.write(files.resolve(name), own);
        out.write(
            Json.line(
                new PlanEntry(
                    "M %06d".formatted(i),
                    name,
                    sha1(own),
                    own.length,
                    "File:View number %d - Museum - M %06d.jpg".formatted(i, i),
                    TEXT.formatted(i, i),
                    data("M %06d".formatted(i)),
                    List.of(),
                    PlanEntry.READY,
                    "https://creativecommons.org/publicdomain/zero/1.0/")));
        out.newLine();
      }
    }
    return release;
  }

  private static final String TEXT =
      """
      == {{int:filedesc}} ==
      {{Photograph
       | photographer = Ada Maker
       | title        = {{en|1=View number %d}}
       | description  = {{en|1=The harbour with boats and people on the quay, seen from the sea on a morning in May.}}
       | date         = 1932-05-14
       | medium       = Gelatin silver print
       | dimensions   = {{Size|mm|80|120}}
       | institution  = {{Institution:Museum}}
       | accession number = M %06d
       | source       = https://museum.example/objects
       | permission   = {{Cc-zero}}
      }}

      [[Category:Harbours]]
      [[Category:Media contributed by the museum]]\
      """;

  private static Map<String, Object> data(String inventory) {
    return Map.of(
        "labels",
        Map.of("en", Map.of("language", "en", "value", "View " + inventory)),
        "claims",
        List.of(
            Map.of(
                "mainsnak",
                Map.of(
                    "snaktype",
                    "value",
                    "property",
                    "P217",
                    "datavalue",
                    Map.of("value", inventory, "type", "string")),
                "type",
                "statement",
                "rank",
                "normal")));
  }

  private static String sha1(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
