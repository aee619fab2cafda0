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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handsel.app.cli.Commands;
import org.handsel.app.cli.Surroundings;

/// What the launcher lets the virtual machine watch once after a build, so that it remembers the
/// classes it had to load and the methods that were hot (JEP 483, 514 and 515): a made-up dump is
/// audited, the tour is taken, and the workbench shows the pages of the tour's workspace. Each
/// later start is shorter and needs less of the processor, and the first visit of a page is no slow
/// one.
///
/// Takes a folder that it may fill. Ends with 0 where all of it ran; without what it learnt Handsel
/// runs as well, only slower at first.
final class Training {
  private static final Pattern ADDRESS = Pattern.compile("Workbench: (http\\S+)");

  private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)");

  /// What is no page, or leads away from pages.
  private static final Pattern NO_PAGE =
      Pattern.compile("/assets/.*|.*[.](pdf|zip|csv|xlsx)|/log.*");

  /// Part of an address that says which one of a kind.
  private static final Pattern WHICH = Pattern.compile("(?<=[/=])[^/?&=]*\\d[^/?&=]*");

  /// One page of each kind that a link leads to is enough.
  private static final int MOST_PAGES = 60;

  /// As often as makes the code of pages warm.
  private static final int ROUNDS = 15;

  private Training() {}

  static void main(String[] args) throws Exception {
    Path folder = Files.createDirectories(Path.of(args[0]));
    String wiki = folder.resolve("wiki").toString();
    command("readiness", "sample", "--articles", "4000", "--pack", "multistream", "--out", wiki);
    try (var files = Files.list(Path.of(wiki))) {
      Path dump = files.filter(file -> file.toString().endsWith(".bz2")).findFirst().orElseThrow();
      command("readiness", "audit", dump.toString(), "--out", folder.resolve("audit").toString());
    }
    command("tour", "--to", folder.resolve("tour").toString());
    workbench(folder.resolve("tour/workspace").toString());
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
    URI server = URI.create(address.group(1));
    List<String> pages = pages(server);
    for (int round = 0; round < ROUNDS; round++) {
      for (String page : pages) {
        read(server.resolve(page));
      }
    }
  }

  private static List<String> pages(URI server) throws IOException {
    List<String> pages = new ArrayList<>(List.of("/", "/institutions?q=museum"));
    Set<String> kinds = new HashSet<>(pages);
    for (int at = 0; at < pages.size(); at++) {
      Matcher link = LINK.matcher(read(server.resolve(pages.get(at))));
      while (link.find() && pages.size() < MOST_PAGES) {
        String page = link.group(1).replace("&amp;", "&");
        if (!NO_PAGE.matcher(page).matches() && kinds.add(WHICH.matcher(page).replaceAll("…"))) {
          pages.add(page);
        }
      }
    }
    return pages;
  }

  /// What stands on a page; nothing where it cannot be read.
  private static String read(URI page) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) page.toURL().openConnection();
    if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
      return "";
    }
    try (InputStream in = connection.getInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Surroundings quiet(ByteArrayOutputStream said) {
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    return new Surroundings(
        Clock.systemUTC(), Map.of(), InputStream.nullInputStream(), out, out, false);
  }
}
