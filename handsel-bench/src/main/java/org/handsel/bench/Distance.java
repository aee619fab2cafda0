package org.handsel.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.handsel.app.sandbox.Fault;
import org.handsel.app.sandbox.Sandbox;
import org.handsel.app.sandbox.SandboxOptions;
import org.handsel.platform.Json;
import org.jspecify.annotations.Nullable;

/// The same files to a wiki that is 400 ms away each way, by Handsel, jwiki 1.11.0 and mwn 3.0.3,
/// and the same captions and statements by Handsel and wdtk-wikibaseapi 0.17.0: time, requests, and
/// what each reports when something goes wrong.
final class Distance {
  static final Duration EACH_WAY = Duration.ofMillis(400);
  private static final int FILES = 16;
  private static final int AT_ONCE = 4;
  private static final List<String> ACTIONS = List.of("upload", "query", "login", "paraminfo");

  private Distance() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Path scratch = Places.scratch();
    List<Path> pictures = Uploading.pictures(scratch.resolve("files"), FILES, 240);
    UploadClient own = new OwnUpload(scratch);
    UploadClient jwiki = new JwikiUpload();
    speed(own, jwiki, new MwnUpload(false), pictures);
    faults(List.of(own, jwiki, new MwnUpload(true)), pictures.subList(0, 4));
    DataDistance.measure(scratch, pictures.subList(0, 8));
    Places.remove(scratch);
  }

  private static void speed(
      UploadClient own, UploadClient jwiki, UploadClient mwn, List<Path> pictures)
      throws IOException, InterruptedException {
    System.out.printf(
        "%d files of some 80 kB, %d ms each way%n", pictures.size(), EACH_WAY.toMillis());
    // One file after another in each of them, and hardly any work: they do not disturb each other.
    List<Outcome> single =
        together(
            3,
            List.of(
                () -> carry(jwiki, pictures, 1, EACH_WAY, null),
                () -> carry(mwn, pictures, 1, EACH_WAY, null),
                () -> carry(own, pictures, 1, EACH_WAY, null)));
    Outcome slowest = single.getFirst();
    row(jwiki.name() + ", 1 in flight", slowest);
    row(mwn.name() + ", 1 in flight", single.get(1));
    row(own.name() + ", 1 in flight", single.get(2));
    row(mwn.name() + ", 4 in flight", carry(mwn, pictures, 4, EACH_WAY, null));
    Outcome four = carry(own, pictures, 4, EACH_WAY, null);
    row(own.name() + ", 4 in flight", four);
    if (!four.overcome()) {
      throw new IllegalStateException("not all files are there: " + four);
    }
    Figure.print(
        "wall time at 4 in flight, share of jwiki's",
        four.seconds() / slowest.seconds(),
        "",
        1 / 3.0,
        false);
  }

  static void row(String name, Outcome outcome) {
    System.out.printf(
        Locale.ROOT,
        "  %-42s %6.1f s  %6.1f files/min  %5.2f requests per file  %s%n",
        name,
        outcome.seconds(),
        outcome.files() * 60 / outcome.seconds(),
        outcome.requests() / (double) outcome.files(),
        outcome.overcome() ? "" : "said / there " + outcome.words());
  }

  private static void faults(List<UploadClient> clients, List<Path> pictures)
      throws InterruptedException {
    List<WireFault> faults = WireFault.all("&action=upload");
    List<Callable<Outcome>> tasks = new ArrayList<>();
    for (WireFault one : faults) {
      for (UploadClient client : clients) {
        tasks.add(() -> carry(client, pictures, 1, Duration.ZERO, one.fault()));
      }
    }
    table(faults, clients.stream().map(UploadClient::name).toList(), together(AT_ONCE, tasks));
  }

  /// Prints what each client says of so many files and how many are there; `!` where it is wrong.
  static void table(List<WireFault> faults, List<String> names, List<Outcome> outcomes) {
    int width = names.size();
    System.out.printf(
        "%-42s", "of %d files said done / there".formatted(outcomes.getFirst().files()));
    names.forEach(name -> System.out.printf(" %-28s", name));
    System.out.println();
    int[] misreported = new int[width];
    int[] left = new int[width];
    for (int i = 0; i < outcomes.size(); i++) {
      Outcome one = outcomes.get(i);
      misreported[i % width] += one.misreported() > 0 ? 1 : 0;
      left[i % width] += one.overcome() ? 0 : 1;
      if (i % width == 0) {
        System.out.printf("  %-40s", faults.get(i / width).name());
      }
      String reason = one.reason();
      System.out.printf(
          " %-28s",
          one.words()
              + (reason.isEmpty()
                  ? ""
                  : " (%s)".formatted(reason.substring(0, Math.min(16, reason.length())))));
      if (i % width == width - 1) {
        System.out.println();
      }
    }
    for (int i = 0; i < width; i++) {
      System.out.printf(
          "  %s: %d of %d faults misreported, %d not overcome%n",
          names.get(i), misreported[i], faults.size(), left[i]);
    }
    Figure.print(
        "faults misreported or not overcome by " + names.getFirst(),
        left[0],
        "of " + faults.size(),
        0.5,
        false);
  }

  static <T> List<T> together(int atOnce, List<Callable<T>> tasks) throws InterruptedException {
    try (ExecutorService threads = Executors.newFixedThreadPool(atOnce)) {
      List<T> results = new ArrayList<>();
      for (Future<T> one : threads.invokeAll(tasks)) {
        results.add(one.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private static Outcome carry(
      UploadClient client,
      List<Path> pictures,
      int inFlight,
      Duration eachWay,
      @Nullable Fault fault)
      throws IOException, InterruptedException {
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
        DelayProxy proxy = new DelayProxy(sandbox.url().getPort(), eachWay)) {
      sandbox.fault(fault);
      UploadClient.Said said = client.upload(proxy.api(), pictures, inFlight);
      sandbox.fault(null);
      long requests = requests(sandbox, ACTIONS);
      Set<String> there = there(sandbox);
      Map<String, Integer> copies = new HashMap<>();
      for (Path picture : pictures) {
        String title = UploadClient.title(picture);
        copies.put(title, there.contains(title) ? 1 : 0);
      }
      return new Outcome(said.seconds(), said.words(), copies, requests);
    }
  }

  static long requests(Sandbox sandbox, List<String> actions) {
    return actions.stream().mapToLong(sandbox::requests).sum();
  }

  /// Files on the wiki, asked of it past the proxy.
  private static Set<String> there(Sandbox sandbox) throws IOException {
    URI question =
        URI.create(
            sandbox.api() + "?action=query&list=allimages&ailimit=500&format=json&formatversion=2");
    try (InputStream in = question.toURL().openStream()) {
      Set<String> names = new HashSet<>();
      Json.mapper()
          .readTree(in)
          .at("/query/allimages")
          .forEach(image -> names.add(image.path("title").asString("")));
      return names;
    }
  }
}
