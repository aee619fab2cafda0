package org.handsel.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.handsel.platform.Json;
import org.handsel.platform.Progress;
import org.handsel.testbed.MuseumServer;
import org.handsel.testbed.Pictures;
import org.handsel.testbed.RealWiki;
import org.handsel.testbed.WikiState;
import org.handsel.wiki.api.Login;
import org.handsel.wiki.api.WikiAddress;
import org.handsel.wiki.api.WikiSettings;
import org.jspecify.annotations.Nullable;

/// A release of generated pictures, as a plan would leave it.
final class RealRelease {
  /// Bytes of a piece.
  static final int PIECE = 8_000;

  private final Path folder;
  private final List<PlanEntry> plan = new ArrayList<>();

  RealRelease(Path folder) {
    this.folder = folder;
  }

  Path folder() {
    return folder;
  }

  RealRelease picture(String title, long seed, int side) {
    return add(title, Pictures.jpeg(seed, side), null);
  }

  /// A picture that is on a museum's server, too.
  ///
  /// @param host the name that its record has for the server
  RealRelease onTheWeb(MuseumServer museum, String host, String title, long seed, int side) {
    byte[] bytes = Pictures.jpeg(seed, side);
    String file = next();
    museum.put(file, bytes);
    return add(title, bytes, museum.address(host, file));
  }

  /// A file that is no picture, whatever its name says.
  RealRelease text(String title, String content) {
    return add(title, content.getBytes(StandardCharsets.UTF_8), null);
  }

  /// Changes the line of a plan as a person does who mends it.
  RealRelease mend(int line, UnaryOperator<PlanEntry> change) {
    plan.set(line, change.apply(plan.get(line)));
    return written();
  }

  /// Puts another picture in the place of a file.
  RealRelease mend(int line, long seed, int side) {
    byte[] bytes = Pictures.jpeg(seed, side);
    PlanEntry old = plan.get(line);
    write(old.file(), bytes);
    return mend(
        line,
        entry ->
            new PlanEntry(
                old.item(),
                old.file(),
                Pictures.sha1(bytes),
                bytes.length,
                old.title(),
                old.wikitext(),
                old.structuredData(),
                old.checks(),
                old.state(),
                old.rights(),
                old.ground(),
                old.pages(),
                old.url()));
  }

  private String next() {
    return "%d.jpg".formatted(plan.size() + 1);
  }

  private RealRelease add(String title, byte[] bytes, @Nullable String url) {
    String file = next();
    write(file, bytes);
    plan.add(
        new PlanEntry(
            "item-" + (plan.size() + 1),
            file,
            Pictures.sha1(bytes),
            bytes.length,
            title,
            text(title),
            data("0307.a." + plan.size()),
            List.of(),
            PlanEntry.READY,
            "http://creativecommons.org/publicdomain/zero/1.0/",
            PlanEntry.DELIVERY,
            null,
            url));
    return written();
  }

  private void write(String file, byte[] bytes) {
    try {
      Files.createDirectories(folder.resolve("files"));
      Files.write(folder.resolve("files").resolve(file), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private RealRelease written() {
    try {
      Files.write(folder.resolve("plan.jsonl"), plan.stream().map(Json::line).toList());
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(String title) {
    return """
    == {{int:filedesc}} ==
    {{Photograph
     | photographer = {{Creator:Sigvald Linné}}
     | description  = {{sv|1=%s}}
     | institution  = {{Institution:Statens museer för världskultur}}
     | permission   = {{Cc-zero}}
    }}

    [[Category:Linné expedition at Teotihuacan Mexico 1932]]\
    """
        .formatted(title.substring("File:".length()));
  }

  static Map<String, Object> data(String inventory) {
    return Map.of(
        "labels",
        Map.of("sv", Map.of("language", "sv", "value", "Bild " + inventory)),
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

  /// Runs it as the wiki's bot; files beyond 20 kB go in pieces of 8 kB.
  RunReport run(RealWiki wiki, RunOptions options, RunHook hook, Duration publishing) {
    return new ReleaseRun(folder, options, Clock.systemUTC(), new Random(1), hook, null)
        .run(
            WikiAddress.parse(wiki.api().toString()),
            new Login(wiki.bot().name(), wiki.bot().password()),
            WikiSettings.of("release@example.org")
                .timeouts(Duration.ofSeconds(60), publishing)
                .chunks(20_000, PIECE),
            Progress.NONE);
  }

  /// What is reported is on the wiki: these titles, once each and whole, with structured data.
  void assertOnWiki(WikiState state, Collection<String> titles) {
    assertThat(reported()).containsExactlyInAnyOrderElementsOf(titles);
    for (PlanEntry entry : plan) {
      if (titles.contains(entry.title())) {
        assertThat(state.titlesOf(entry.sha1())).containsExactly(entry.title());
        assertThat(state.versions(entry.title())).isEqualTo(1);
        assertThat(state.text(entry.title())).isEqualTo(entry.wikitext());
        assertThat(state.structuredData(entry.title()).at("/statements/P217")).hasSize(1);
      } else {
        assertThat(state.titlesOf(entry.sha1())).isEmpty();
      }
    }
  }

  List<PlanEntry> plan() {
    return plan;
  }

  /// SHA-1 by title of what the plan wants.
  Map<String, String> wanted() {
    Map<String, String> wanted = new TreeMap<>();
    plan.forEach(entry -> wanted.put(entry.title(), entry.sha1()));
    return wanted;
  }

  /// Titles that the release says are on the wiki.
  List<String> reported() {
    return lines("results.tsv").stream()
        .skip(1)
        .map(row -> List.of(row.split("\t", -1)))
        .filter(row -> row.get(4).equals("proven"))
        .map(row -> row.get(1))
        .sorted()
        .toList();
  }

  String failures() {
    return String.join("\n", lines("failures.csv"));
  }

  /// Code by item of what was kept back.
  Map<String, String> refusals() {
    Map<String, String> refusals = new TreeMap<>();
    lines("failures.csv").stream()
        .skip(1)
        .map(row -> row.split(",", 5))
        .forEach(row -> refusals.put(row[0], row[3]));
    return refusals;
  }

  private List<String> lines(String name) {
    try {
      return Files.readAllLines(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
