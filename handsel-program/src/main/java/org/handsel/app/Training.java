package org.handsel.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handsel.app.cli.Commands;
import org.handsel.app.cli.Surroundings;

/// What the launcher lets the virtual machine watch once after a build, so that it remembers the
/// classes it had to load and the methods that were hot (JEP 483, 514 and 515): a made-up dump is
/// audited and the workbench shows its pages. Each later start is shorter and needs less of the
/// processor.
///
/// Takes a folder that it may fill. Ends with 0 where all of it ran; without what it learnt Handsel
/// runs as well, only slower at first.
final class Training {
  private static final Pattern ADDRESS = Pattern.compile("Workbench: (http\\S+)");

  /// Pages of an empty workspace, read as often as makes their code warm.
  private static final List<String> PAGES =
      List.of(
          "/",
          "/board",
          "/institutions",
          "/institutions?q=museum",
          "/institutions/new",
          "/prospects",
          "/calendar",
          "/commitments",
          "/conditions",
          "/guides/1",
          "/history",
          "/links",
          "/readiness",
          "/releases",
          "/settings");

  private static final int ROUNDS = 20;

  private Training() {}

  static void main(String[] args) throws Exception {
    Path folder = Files.createDirectories(Path.of(args[0]));
    String home = folder.resolve("home").toString();
    String wiki = folder.resolve("wiki").toString();
    command("readiness", "sample", "--articles", "4000", "--pack", "multistream", "--out", wiki);
    try (var files = Files.list(Path.of(wiki))) {
      Path dump = files.filter(file -> file.toString().endsWith(".bz2")).findFirst().orElseThrow();
      command("readiness", "audit", dump.toString(), "--out", folder.resolve("audit").toString());
    }
    workbench(home);
    // The workbench has no end of its own.
    System.exit(0);
  }

  private static void command(String... words) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    if (Commands.run(quiet(said), words) != 0) {
      throw new IllegalStateException(said.toString(StandardCharsets.UTF_8));
    }
  }

  private static void workbench(String home) throws IOException, InterruptedException {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    Thread workbench =
        Thread.ofPlatform()
            .daemon()
            .start(() -> Commands.run(quiet(said), "--home", home, "serve", "--port", "0"));
    Matcher address = ADDRESS.matcher("");
    while (!address.reset(said.toString(StandardCharsets.UTF_8)).find()) {
      if (!workbench.isAlive()) {
        throw new IllegalStateException(said.toString(StandardCharsets.UTF_8));
      }
      workbench.join(20);
    }
    for (int round = 0; round < ROUNDS; round++) {
      for (String page : PAGES) {
        read(URI.create(address.group(1)).resolve(page));
      }
    }
  }

  private static void read(URI page) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) page.toURL().openConnection();
    try (InputStream in = connection.getInputStream()) {
      in.readAllBytes();
    }
  }

  private static Surroundings quiet(ByteArrayOutputStream said) {
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    return new Surroundings(
        Clock.systemUTC(), Map.of(), InputStream.nullInputStream(), out, out, false);
  }
}
