package org.handsel.bench;

import io.github.fastily.jwiki.core.Wiki;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import okhttp3.HttpUrl;
import org.handsel.app.sandbox.Fault;
import org.handsel.app.sandbox.Sandbox;
import org.handsel.app.sandbox.SandboxAccount;
import org.handsel.app.sandbox.SandboxOptions;
import org.handsel.platform.Exit;
import org.handsel.platform.Json;
import org.handsel.release.ReleaseRun;
import org.handsel.release.RunOptions;
import org.handsel.release.RunReport;
import org.handsel.wiki.api.Login;
import org.handsel.wiki.api.WikiAddress;
import org.jspecify.annotations.Nullable;

/// The same files to a wiki that is 400 ms away each way, by Handsel and by jwiki 1.11.0: time,
/// requests, and what each reports when something goes wrong.
final class Distance {
  private static final Duration EACH_WAY = Duration.ofMillis(400);
  private static final int FILES = 16;
  private static final SandboxAccount BOT = SandboxAccount.DEFAULTS.getFirst();

  private Distance() {}

  /// @param reported files that the client calls released
  /// @param there files on the wiki
  private record Outcome(double seconds, int reported, long there, long uploads, long all) {}

  public static void main(String[] args) throws IOException {
    Path scratch = Places.scratch();
    List<Path> pictures = Uploading.pictures(scratch.resolve("files"), FILES, 240);
    Outcome peer = jwiki(pictures, null);
    for (int parallel : new int[] {1, 4}) {
      Outcome ours = handsel(scratch, pictures, parallel, "p" + parallel, null);
      Figure.beside(
          "%d files, 400 ms each way, %d in flight, as a share of the peer's time"
              .formatted(FILES, parallel),
          ours.seconds,
          "jwiki 1.11.0",
          peer.seconds,
          "s");
      Figure.beside(
          "requests per file, %d in flight".formatted(parallel),
          ours.all / (double) FILES,
          "jwiki 1.11.0",
          peer.all / (double) FILES,
          "requests");
      if (parallel == 4) {
        Figure.print(
            "wall time at 4 in flight, share of jwiki's",
            ours.seconds / peer.seconds,
            "",
            0.334,
            false);
      }
    }
    List<Path> four = pictures.subList(0, 4);
    faults(scratch, four);
    Places.remove(scratch);
  }

  private record Case(String name, Fault fault) {}

  private static void faults(Path scratch, List<Path> four) throws IOException {
    List<Case> cases =
        List.of(
            new Case("one 503 before the wiki acts", Fault.before(503, "&action=upload")),
            new Case("every 503 for a while", Fault.before(503, "&action=upload").times(3)),
            new Case("the answer is lost after the wiki acted", Fault.after(504, "&action=upload")),
            new Case("the connection breaks before", Fault.cut("before", "&action=upload")),
            new Case("the connection breaks after", Fault.cut("after", "&action=upload")),
            new Case(
                "a cache answers 200 with a page",
                new Fault("after", 200, null, "<html>busy", 1, "&action=upload", false)),
            new Case(
                "rate limit",
                new Fault(
                    "before",
                    200,
                    null,
                    "{\"error\":{\"code\":\"ratelimited\",\"info\":\"slow\"}}",
                    2,
                    "&action=upload",
                    false)),
            new Case(
                "read-only",
                new Fault(
                    "before",
                    200,
                    null,
                    "{\"error\":{\"code\":\"readonly\",\"info\":\"later\"}}",
                    2,
                    "&action=upload",
                    false)));
    int wrong = 0;
    int peerWrong = 0;
    int number = 0;
    for (Case one : cases) {
      Outcome ours = handsel(scratch, four, 1, "f" + number++, one.fault);
      Outcome peer = jwiki(four, one.fault);
      System.out.printf(
          "%-42s Handsel reports %d, wiki has %d; jwiki reports %d, wiki has %d%n",
          one.name, ours.reported, ours.there, peer.reported, peer.there);
      wrong += ours.reported == ours.there && ours.there == four.size() ? 0 : 1;
      peerWrong += peer.reported == peer.there && peer.there == four.size() ? 0 : 1;
    }
    Figure.print("faults misreported or not overcome", wrong, "of " + cases.size(), 0.5, false);
    System.out.printf("  jwiki 1.11.0: %d of %d%n", peerWrong, cases.size());
  }

  private static Outcome handsel(
      Path scratch, List<Path> pictures, int parallel, String name, @Nullable Fault fault)
      throws IOException {
    Path release = Uploading.plan(scratch.resolve(name), pictures);
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
        DelayProxy proxy =
            new DelayProxy(sandbox.url().getPort(), fault == null ? EACH_WAY : Duration.ZERO)) {
      sandbox.fault(fault);
      long before = System.nanoTime();
      RunReport report =
          ReleaseRun.run(
              release,
              WikiAddress.parse("http://127.0.0.1:%d/w/api.php".formatted(proxy.port())),
              new Login(BOT.login(), BOT.password()),
              RunOptions.DEFAULT.parallel(parallel).files(scratch.resolve("files")));
      double seconds = (System.nanoTime() - before) / 1e9;
      if (fault == null && report.exit() != Exit.DONE) {
        throw new IllegalStateException(report.message());
      }
      return new Outcome(
          seconds,
          report.status().proven(),
          there(sandbox, pictures),
          sandbox.requests("upload"),
          requests(sandbox));
    }
  }

  private static Outcome jwiki(List<Path> pictures, @Nullable Fault fault) throws IOException {
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
        DelayProxy proxy =
            new DelayProxy(sandbox.url().getPort(), fault == null ? EACH_WAY : Duration.ZERO)) {
      long before = System.nanoTime();
      Wiki wiki =
          new Wiki.Builder()
              .withApiEndpoint(HttpUrl.get("http://127.0.0.1:%d/w/api.php".formatted(proxy.port())))
              .withLogin(BOT.login(), BOT.password())
              .build();
      sandbox.fault(fault);
      int reported = 0;
      for (Path picture : pictures) {
        if (wiki.upload(
            picture, "File:Measured " + picture.getFileName(), "A picture.", "measurement")) {
          reported++;
        }
      }
      return new Outcome(
          (System.nanoTime() - before) / 1e9,
          reported,
          there(sandbox, pictures),
          sandbox.requests("upload"),
          requests(sandbox));
    }
  }

  private static long requests(Sandbox sandbox) {
    return sandbox.requests("upload") + sandbox.requests("query") + sandbox.requests("login");
  }

  /// Files on the wiki, asked of it past the proxy.
  private static long there(Sandbox sandbox, List<Path> pictures) throws IOException {
    try (InputStream in =
        URI.create(
                sandbox.api()
                    + "?action=query&list=allimages&ailimit=500&format=json&formatversion=2")
            .toURL()
            .openStream()) {
      Set<String> names = new HashSet<>();
      Json.mapper()
          .readTree(in)
          .at("/query/allimages")
          .forEach(image -> names.add(image.path("title").asString("")));
      return pictures.stream()
          .filter(picture -> names.contains("File:Measured " + picture.getFileName()))
          .count();
    }
  }
}
