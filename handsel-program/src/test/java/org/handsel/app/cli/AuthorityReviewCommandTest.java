package org.handsel.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.handsel.platform.Json;
import org.handsel.testing.Shared;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Reviewing on the command line, with the samples that come with the program.
class AuthorityReviewCommandTest {
  private static final String PERSONS =
      Shared.root().resolve("samples/authority/persons.jsonl").toString();
  private static final String LIBRARY =
      Shared.root().resolve("samples/authority/library.jsonl").toString();

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... arguments) {
    out.reset();
    err.reset();
    return Commands.run(
        new Surroundings(
            Clock.systemUTC(),
            Map.of("HANDSEL_HOME", folder.resolve("home").toString()),
            InputStream.nullInputStream(),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false),
        arguments);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  @BeforeEach
  void link() {
    assertThat(
            run(
                "authority",
                "link",
                "--persons",
                PERSONS,
                "--authority",
                LIBRARY,
                "--out",
                links()))
        .isZero();
  }

  private String links() {
    return folder.resolve("links").toString();
  }

  private int take(String name) {
    return run(
        "authority",
        "review",
        "import",
        links(),
        "--persons",
        PERSONS,
        "--authority",
        LIBRARY,
        "--name",
        name);
  }

  @Test
  void linksAreTakenInListedAndExported() throws Exception {
    assertThat(take("sample")).as(err.toString()).isZero();
    assertThat(out()).contains("sample: 5 rows");
    assertThat(run("authority", "review", "list")).isZero();
    assertThat(out()).contains("sample: 0 of");
    assertThat(run("authority", "review", "list", "--json")).isZero();
    assertThat(Json.mapper().readTree(out()).path(0).path("rows").intValue()).isEqualTo(5);
    Path reviewed = folder.resolve("reviewed");
    assertThat(run("authority", "review", "export", "SAMPLE", "--out", reviewed.toString()))
        .as(err.toString())
        .isZero();
    assertThat(out()).contains("Probabilities as they were", "links.beacon");
    // Nobody decided anything: nothing is another than before.
    assertThat(reviewed.resolve("links.tsv"))
        .hasSameTextualContentAs(folder.resolve("links/links.tsv"));
    assertThat(Files.readString(reviewed.resolve("links.beacon"))).startsWith("#FORMAT: BEACON\n");
  }

  @Test
  void wrongUseSaysWhatToDo() {
    assertThat(take("sample")).isZero();
    assertThat(take("sample")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("Choose another name with --name");
    assertThat(run("authority", "review", "export", "other", "--out", links())).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("handsel authority review list");
    assertThat(
            run(
                "authority",
                "review",
                "import",
                folder.toString(),
                "--persons",
                PERSONS,
                "--authority",
                LIBRARY))
        .isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("links.tsv: cannot be read");
  }
}
