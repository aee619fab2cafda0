package org.handsel.bench;

import io.github.fastily.jwiki.core.Wiki;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import javax.imageio.ImageIO;
import okhttp3.HttpUrl;
import org.handsel.app.sandbox.Sandbox;
import org.handsel.app.sandbox.SandboxAccount;
import org.handsel.app.sandbox.SandboxOptions;
import org.handsel.platform.Exit;
import org.handsel.platform.Json;
import org.handsel.release.PlanEntry;
import org.handsel.release.ReleaseRun;
import org.handsel.release.RunOptions;
import org.handsel.release.RunReport;
import org.handsel.wiki.api.Login;
import org.handsel.wiki.api.WikiAddress;
import tools.jackson.databind.JsonNode;

/// Files per second against the sandbox wiki with a fixed service time, as a share of what that
/// time allows, and beside jwiki 1.11.0.
final class Uploading {
  private static final Duration SERVICE = Duration.ofMillis(200);
  private static final SandboxAccount BOT = SandboxAccount.DEFAULTS.getFirst();

  private Uploading() {}

  public static void main(String[] args) throws IOException {
    int files = args[0].equals("long") ? 200 : 60;
    Path scratch = Places.scratch();
    // Four in flight get four times as many files, so that both runs last alike.
    List<Path> all = pictures(scratch.resolve("files"), 4 * files);
    List<Path> pictures = all.subList(0, files);
    double possible = 1 / (SERVICE.toMillis() / 1000.0);
    handsel(scratch, pictures, 1, "warm-up", 0);
    double one = handsel(scratch, pictures, 1, "one", possible);
    handsel(scratch, all, 4, "four", 4 * possible);
    double peer = jwiki(pictures);
    Figure.beside(
        "upload, 1 in flight, files/s beside the peer", one, "jwiki 1.11.0", peer, "files/s");
    Places.remove(scratch);
  }

  private static double handsel(
      Path scratch, List<Path> pictures, int parallel, String name, double possible)
      throws IOException {
    Path release = plan(scratch.resolve(name), pictures);
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().serving(SERVICE, 0))) {
      long before = System.nanoTime();
      RunReport report =
          ReleaseRun.run(
              release,
              WikiAddress.parse(sandbox.url().toString()),
              new Login(BOT.login(), BOT.password()),
              RunOptions.DEFAULT.parallel(parallel).files(scratch.resolve("files")));
      double whole = pictures.size() / ((System.nanoTime() - before) / 1e9);
      if (report.exit() != Exit.DONE) {
        throw new IllegalStateException(report.message());
      }
      double rate = pictures.size() / uploading(release);
      if (possible > 0) {
        String what =
            "upload, %d in flight, %d files, %d ms service"
                .formatted(parallel, pictures.size(), SERVICE.toMillis());
        Figure.print(what + ", first to last", rate, "files/s", 0.95 * possible, true);
        Figure.beside(what + ", with login and questions", whole, "possible", possible, "files/s");
        Figure.print(
            "upload requests per small file, %d in flight".formatted(parallel),
            (double) sandbox.requests("upload") / pictures.size(),
            "requests",
            1,
            false);
      }
      return rate;
    }
  }

  /// Seconds from the first file sent to the last answer, by the ledger.
  private static double uploading(Path release) throws IOException {
    Instant first = Instant.MAX;
    Instant last = Instant.MIN;
    for (String line : Files.readAllLines(release.resolve("ledger.jsonl"))) {
      JsonNode entry = Json.mapper().readTree(line);
      Instant at = Instant.parse(entry.path("at").asString());
      if (entry.path("step").asString().equals("sent") && at.isBefore(first)) {
        first = at;
      }
      if (entry.path("step").asString().equals("answered") && at.isAfter(last)) {
        last = at;
      }
    }
    return Duration.between(first, last).toMillis() / 1000.0;
  }

  private static double jwiki(List<Path> pictures) {
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().serving(SERVICE, 0))) {
      Wiki wiki =
          new Wiki.Builder()
              .withApiEndpoint(HttpUrl.get(sandbox.api()))
              .withLogin(BOT.login(), BOT.password())
              .build();
      long before = System.nanoTime();
      int uploaded = 0;
      for (Path picture : pictures) {
        if (wiki.upload(
            picture, "File:Peer " + picture.getFileName(), "A picture.", "measurement")) {
          uploaded++;
        }
      }
      if (uploaded != pictures.size()) {
        throw new IllegalStateException(
            "jwiki uploaded %d of %d".formatted(uploaded, pictures.size()));
      }
      return pictures.size() / ((System.nanoTime() - before) / 1e9);
    }
  }

  static Path plan(Path release, List<Path> pictures) throws IOException {
    return plan(release, pictures, picture -> Map.of());
  }

  /// @param data captions and statements of each
  static Path plan(Path release, List<Path> pictures, Function<Path, Map<String, Object>> data)
      throws IOException {
    Files.createDirectories(release);
    try (BufferedWriter out = Files.newBufferedWriter(release.resolve("plan.jsonl"))) {
      for (Path picture : pictures) {
        String name = picture.getFileName().toString();
        out.write(
            Json.line(
                new PlanEntry(
                    name,
                    name,
                    sha1(picture),
                    Files.size(picture),
                    "File:Measured " + name,
                    "A picture.",
                    data.apply(picture),
                    List.of(),
                    PlanEntry.READY,
                    "https://creativecommons.org/publicdomain/zero/1.0/")));
        out.newLine();
      }
    }
    return release;
  }

  private static List<Path> pictures(Path folder, int count) throws IOException {
    return pictures(folder, count, 120);
  }

  /// @param side pixels
  static List<Path> pictures(Path folder, int count, int side) throws IOException {
    Files.createDirectories(folder);
    Random random = new Random(11);
    for (int i = 0; i < count; i++) {
      Files.write(folder.resolve("Picture %04d.jpg".formatted(i)), jpeg(random, side));
    }
    try (var files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  static byte[] jpeg(Random random, int size) throws IOException {
    var image =
        new java.awt.image.BufferedImage(size, size, java.awt.image.BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < size; x++) {
      for (int y = 0; y < size; y++) {
        image.setRGB(x, y, random.nextInt(0xffffff));
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "jpeg", out);
    return out.toByteArray();
  }

  private static String sha1(Path file) throws IOException {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-1").digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
