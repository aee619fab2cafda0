package org.handsel.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.handsel.authority.review.ReviewSet;
import org.handsel.authority.review.Reviews;
import org.handsel.authority.review.Verdict;
import org.handsel.platform.Database;
import org.handsel.platform.Who;
import org.handsel.testing.Shared;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From a dump to links, to reviewers and back, on the command line.
class ReadinessLinkCommandTest {
  private static final String DUMP = Shared.root().resolve("samples/wiki/dump.xml").toString();
  private static final String LIBRARY =
      Shared.root().resolve("samples/authority/library.xml").toString();

  @TempDir Path folder;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  private int run(String... arguments) {
    said.reset();
    PrintStream print = new PrintStream(said, true, StandardCharsets.UTF_8);
    return Commands.run(
        new Surroundings(
            Clock.systemUTC(),
            Map.of("HANDSEL_HOME", folder.resolve("home").toString()),
            InputStream.nullInputStream(),
            print,
            print,
            false),
        arguments);
  }

  private int link(String out, String... more) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "readiness", "link", DUMP, "--authority", LIBRARY, "--out", path(out).toString()));
    all.addAll(List.of(more));
    return run(all.toArray(String[]::new));
  }

  private Path path(String name) {
    return folder.resolve(name);
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  @BeforeEach
  void takeInForReview() {
    assertThat(link("links")).as(said()).isZero();
    int taken =
        run(
            "authority",
            "review",
            "import",
            path("links").toString(),
            "--persons",
            path("links/biographies.jsonl").toString(),
            "--authority",
            LIBRARY,
            "--name",
            "wiki");
    assertThat(taken).as(said()).isZero();
  }

  /// Ada looks at all that is in the queue and accepts nothing.
  private void rejectAll() {
    try (Database database =
        Database.open("jdbc:sqlite:" + path("home").resolve("handsel.db"), Clock.systemUTC())) {
      Reviews reviews = new Reviews(database, Clock.systemUTC());
      ReviewSet set = reviews.find("wiki").orElseThrow();
      Who ada = new Who("ada", "Ada");
      for (var next = reviews.next(set.id(), ada, 0);
          next.isPresent();
          next = reviews.next(set.id(), ada, 0)) {
        reviews.decide(ada, set.id(), next.get(), Verdict.REJECT, null, "");
      }
    }
  }

  @Test
  void whatPeopleDecidedIsInTheLinksOfTheNextRun() throws IOException {
    rejectAll();
    assertThat(link("again", "--reviewed", "Wiki")).as(said()).isZero();
    assertThat(said()).containsPattern("[1-9] biographies as people decided");
    List<String> before = Files.readAllLines(path("links/links.tsv"));
    List<String> after = Files.readAllLines(path("again/links.tsv"));
    assertThat(after).hasSameSizeAs(before).isNotEqualTo(before);
    assertThat(after).anyMatch(line -> line.contains("no record fits, said by Ada on "));
    // The links of the first run are as they were, so that the review can go on.
    assertThat(run("authority", "review", "export", "wiki", "--out", path("out").toString()))
        .as(said())
        .isZero();
  }

  @Test
  void reviewThatNobodyBeganIsNamed() {
    assertThat(link("again", "--reviewed", "other")).isEqualTo(2);
    assertThat(said())
        .contains("--reviewed: there are no links \"other\"")
        .contains("authority review list");
    assertThat(path("again")).doesNotExist();
  }

  @Test
  void linksAtWhichPeopleLookAreNotOverwritten() throws IOException {
    String before = Files.readString(path("links/links.tsv"));
    assertThat(link("links", "--reviewed", "wiki")).isEqualTo(2);
    assertThat(said()).contains("Choose another folder");
    assertThat(Files.readString(path("links/links.tsv"))).isEqualTo(before);
  }
}
