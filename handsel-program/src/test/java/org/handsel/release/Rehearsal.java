package org.handsel.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.handsel.platform.Json;
import org.handsel.platform.Progress;
import org.handsel.wiki.api.FaultyWiki;
import org.handsel.wiki.api.Patience;
import org.handsel.wiki.api.Waiter;
import org.handsel.wiki.api.WikiSettings;
import org.jspecify.annotations.Nullable;

/// A release of small files and a wiki that misbehaves, with a clock that moves only when somebody
/// waits.
final class Rehearsal implements AutoCloseable {
  /// Moves by waiting.
  static final class TestClock extends Clock implements Waiter {
    private final AtomicReference<Instant> now =
        new AtomicReference<>(Instant.parse("2026-11-23T10:00:00Z"));

    @Override
    public boolean pause(Duration time) {
      now.updateAndGet(then -> then.plus(time));
      return true;
    }

    @Override
    public Instant instant() {
      return now.get();
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  /// A caption and an inventory number.
  static final Map<String, Object> DATA =
      Map.of(
          "labels",
          Map.of("en", Map.of("language", "en", "value", "A picture")),
          "claims",
          List.of(
              Map.of(
                  "mainsnak",
                  Map.of(
                      "snaktype", "value",
                      "property", "P217",
                      "datavalue", Map.of("type", "string", "value", "A 1")),
                  "type",
                  "statement",
                  "rank",
                  "normal")));

  final TestClock clock = new TestClock();
  final FaultyWiki wiki = new FaultyWiki(clock);
  final Path folder;
  final List<PlanEntry> plan = new ArrayList<>();
  RunOptions options = RunOptions.DEFAULT;
  WikiSettings settings =
      WikiSettings.of("tester@example.org")
          .timeouts(Duration.ofSeconds(20), Duration.ofSeconds(20))
          .chunks(10_000, 4_000);
  RunHook hook = RunHook.NONE;

  Rehearsal(Path folder) {
    this.folder = folder;
  }

  /// One whose questions are repeated by its own clock, too.
  static Rehearsal patient(Path folder, RunOptions options) {
    Rehearsal rehearsal = new Rehearsal(folder);
    rehearsal.options = options;
    rehearsal.settings = rehearsal.settings.patient(rehearsal.patience());
    return rehearsal;
  }

  static byte[] bytes(int number, int size) {
    byte[] bytes = new byte[size];
    new Random(number).nextBytes(bytes);
    return bytes;
  }

  Rehearsal files(int number) {
    for (int i = 1; i <= number; i++) {
      file("File:Picture %d.jpg".formatted(i), i, 500, Map.of());
    }
    return this;
  }

  Rehearsal file(String title, int number, int size, Map<String, Object> data) {
    return file(title, number, size, data, null);
  }

  /// The same, with the address that its record names.
  Rehearsal onTheWeb(String title, int number, int size, Map<String, Object> data) {
    String address = "http://museum.example/%d.jpg".formatted(number);
    wiki.onTheWeb(address, bytes(number, size));
    return file(title, number, size, data, address);
  }

  private Rehearsal file(
      String title, int number, int size, Map<String, Object> data, @Nullable String url) {
    try {
      byte[] bytes = bytes(number, size);
      String file = "files/%d.jpg".formatted(number);
      Files.createDirectories(folder.resolve("files"));
      Files.write(folder.resolve(file), bytes);
      plan.add(
          new PlanEntry(
              "item-" + number,
              number + ".jpg",
              FaultyWiki.sha1(bytes),
              size,
              title,
              "== Summary ==\nPicture ünder %d".formatted(number),
              data,
              List.of(),
              PlanEntry.READY,
              "http://example.org/rights",
              null,
              null,
              url));
      writePlan();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void writePlan() {
    try {
      Files.write(folder.resolve("plan.jsonl"), plan.stream().map(Json::line).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Patience patience() {
    return new Patience(
        clock,
        clock,
        new Random(2),
        Duration.ofMinutes(2),
        Duration.ofSeconds(1),
        Duration.ofMinutes(1));
  }

  ReleaseRun prepare() {
    return new ReleaseRun(folder, options, clock, new Random(1), hook, clock);
  }

  RunReport run() {
    return prepare().run(wiki.address(), wiki.login(), settings, Progress.NONE);
  }

  List<String> results() {
    return lines("results.tsv").stream().skip(1).toList();
  }

  List<String> failures() {
    return lines("failures.csv").stream().skip(1).toList();
  }

  List<String> lines(String name) {
    try {
      return Files.readAllLines(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Titles that the release says are on the wiki.
  List<String> reported() {
    return results().stream()
        .map(row -> List.of(row.split("\t", -1)))
        .filter(row -> row.get(4).equals("proven"))
        .map(row -> row.get(1))
        .sorted()
        .toList();
  }

  /// What is reported is what is on the wiki, each file once, with its structured data once where
  /// it has some.
  void assertReportedOnceAndWhole(String what) {
    assertThat(wiki.commits()).as(what).isEqualTo(wiki.files().size());
    assertThat(reported()).as(what).containsExactlyElementsOf(wiki.files().keySet());
    for (PlanEntry entry : plan) {
      FaultyWiki.Stored file = wiki.file(entry.title());
      assertThat(file.sha1()).as(what).isEqualTo(entry.sha1());
      String id = "M" + file.pageId();
      int once = entry.structuredData().isEmpty() ? 0 : 1;
      assertThat(wiki.claims(id)).as(what).hasSize(once);
      assertThat(wiki.labels(id)).as(what).hasSize(once);
    }
  }

  @Override
  public void close() {
    wiki.close();
  }
}
