package org.handsel.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.handsel.testing.Shared;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The shopping list, precedents, brief, slides and letters on the command line.
class ProspectCommandsTest {
  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... arguments) {
    out.reset();
    err.reset();
    Surroundings surroundings =
        new Surroundings(
            Clock.fixed(Instant.parse("2026-11-29T12:00:00Z"), ZoneOffset.UTC),
            Map.of("HANDSEL_HOME", folder.resolve("home").toString()),
            InputStream.nullInputStream(),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false);
    return Commands.run(surroundings, arguments);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @BeforeEach
  void sampleList() {
    assertThat(
            run(
                "institutions",
                "import",
                Shared.root().resolve("samples/institutions/list.tsv").toString()))
        .as(err())
        .isZero();
  }

  @Test
  void rankSaysWhyAndTakesWeights() {
    assertThat(run("institutions", "rank", "--weights", "rights=2", "--keep")).as(err()).isZero();
    assertThat(out()).contains("rights 2", "1. ", "Museums hold old and recent things", "3 of 3");
    assertThat(run("institutions", "rank", "--json", "--limit", "1")).isZero();
    assertThat(out()).contains("\"total\" : 3", "\"RIGHTS\" : 2.0", "\"steps\"");
    assertThat(run("institutions", "rank", "--weights", "beauty=1")).isEqualTo(2);
    assertThat(err()).contains("rights, digital, description, fit, size, effort");
    assertThat(run("institutions", "rank", "--order", "best")).isEqualTo(2);
    Path csv = folder.resolve("list.csv");
    assertThat(run("institutions", "rank", "--out", csv.toString())).isZero();
    assertThat(csv).content().startsWith("rank,id,source").contains("Skarvik Town Library");
  }

  @Test
  void auditIsTakenOverOrRefusedWithTheCommandThatMakesOne() throws Exception {
    assertThat(run("institutions", "rank", "--readiness", folder.toString())).isEqualTo(2);
    assertThat(err()).contains("handsel readiness audit");
    Path audit = Files.createDirectories(folder.resolve("audit"));
    Files.writeString(audit.resolve("summary.json"), "{\"wiki\":\"nowiki\"}");
    Files.writeString(
        audit.resolve("findings.jsonl"),
        """
        {"audit":"C2","page_id":1,"title":"Skarvik fyr","message":"","evidence":{},"proposal":{}}
        {"audit":"C2","page_id":2,"title":"Havna","message":"","evidence":{},"proposal":{}}
        """);
    Files.writeString(
        audit.resolve("categories.tsv"),
        "page_id\\ttitle\\tcategory\\tsortkey\\n2\\tHavna\\tBygninger i Skarvik\\t\\n"
            .translateEscapes());
    assertThat(run("institutions", "rank", "--readiness", audit.toString())).as(err()).isZero();
    assertThat(out()).contains("2 findings of nowiki have to do with Skarvik");
    Files.writeString(audit.resolve("findings.jsonl"), "{\"audit\":");
    assertThat(run("institutions", "rank", "--readiness", audit.toString())).isEqualTo(1);
    assertThat(err()).contains("broken JSON");
  }

  @Test
  void precedentsAreImportedFromBothForms() {
    assertThat(
            run(
                "institutions",
                "precedents",
                Shared.root().resolve("samples/impact/key-figures.csv").toString(),
                "--country",
                "no"))
        .as(err())
        .isZero();
    assertThat(out()).contains("4 categories: 4 added", "4 with figures");
    assertThat(run("institutions", "precedents", folder.resolve("none.tsv").toString()))
        .isNotZero();
  }

  @Test
  void briefAndSlidesAreWrittenInTheFormsAskedFor() {
    assertThat(run("institutions", "rank", "--json", "--limit", "1")).isZero();
    String id = out().replaceAll("(?s).*?\"id\" : \"([0-9a-f-]{36})\".*", "$1");
    String to = folder.resolve("meeting").toString();
    assertThat(run("institutions", "brief", id, "--out", to, "--language", "de"))
        .as(err())
        .isZero();
    assertThat(folder.resolve("meeting/brief.html")).content().contains("Was sie fragen werden");
    assertThat(folder.resolve("meeting/brief.pdf")).isNotEmptyFile();
    assertThat(run("institutions", "slides", id, "--out", to, "--format", "html")).isZero();
    assertThat(folder.resolve("meeting/slides.html")).content().contains("What we do not ask");
    assertThat(folder.resolve("meeting/slides.pdf")).doesNotExist();
    assertThat(run("institutions", "slides", id, "--out", to, "--format", "pptx")).isEqualTo(2);
    assertThat(run("institutions", "brief", id, "--out", to, "--language", "xx")).isEqualTo(2);
    assertThat(run("institutions", "brief", "nobody", "--out", to)).isEqualTo(2);
  }

  @Test
  void letterIsBegunAndLoggedWhenItWasSent() throws Exception {
    assertThat(run("institutions", "rank", "--json", "--limit", "1")).isZero();
    String id = out().replaceAll("(?s).*?\"id\" : \"([0-9a-f-]{36})\".*", "$1");
    assertThat(run("partnership", "begin", id, "--title", "Photographs")).as(err()).isZero();
    assertThat(run("partnership", "letter", id, "--language", "fr", "--group", "WMX"))
        .as(err())
        .isZero();
    assertThat(out()).contains("Madame, Monsieur,", "WMX");
    assertThat(err()).contains("To fill in: [");
    Path letter = Files.writeString(folder.resolve("letter.txt"), "Bonjour tout le monde");
    assertThat(run("partnership", "letter", id, "--sent", letter.toString())).as(err()).isZero();
    assertThat(run("partnership", "show", id)).isZero();
    assertThat(out()).contains("Bonjour tout le monde");
    assertThat(run("partnership", "letter", id, "--template", "love")).isEqualTo(2);
  }
}
