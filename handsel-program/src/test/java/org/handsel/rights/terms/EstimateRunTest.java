package org.handsel.rights.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import org.handsel.platform.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class EstimateRunTest {
  @TempDir Path folder;

  private List<JsonNode> lines(Path out) throws Exception {
    return Files.readAllLines(out.resolve("rights.jsonl")).stream()
        .map(line -> Json.mapper().readTree(line))
        .toList();
  }

  private Path items(String... lines) throws Exception {
    Path file = folder.resolve("items.jsonl");
    Files.writeString(file, String.join("\n", lines) + "\n");
    return file;
  }

  @Test
  void everyItemGivesALineForEachLayerWithTheKeysOfTheContract() throws Exception {
    Path items =
        items(
            "{\"id\":\"A"
                + " 1\",\"fields\":{\"title\":[]},\"facts\":{\"country\":\"DE\",\"kind\":\"painting\",\"authors\":[{\"name\":\"X\",\"death\":\"1940\"}],\"published\":1935,\"colour\":\"red\"},\"refused\":null}");
    EstimateRun.Summary summary =
        EstimateRun.run(items, 2026, folder.resolve("out"), Progress.NONE);
    List<JsonNode> lines = lines(folder.resolve("out"));

    assertThat(summary.verdicts()).containsEntry("no", 1L).containsEntry("yes", 0L);
    assertThat(summary.freeIn()).containsEntry(2031, 1L);
    assertThat(lines).hasSize(2);
    assertThat(lines)
        .allSatisfy(line ->
            assertThat(line.propertyNames())
                .containsExactly(
                    "item",
                    "layer",
                    "status",
                    "commons",
                    "us",
                    "source",
                    "basis",
                    "confidence",
                    "missing",
                    "changes",
                    "tag",
                    "sdc",
                    "notes"));
    JsonNode work = lines.getFirst();
    assertThat(work.get("status").asString()).isEqualTo("in-copyright");
    assertThat(work.get("commons").asString()).isEqualTo("no");
    assertThat(work.get("source").toString())
        .isEqualTo("{\"country\":\"DE\",\"rule\":\"pma-70\",\"status\":\"public-domain\"}");
    assertThat(work.get("us").toString())
        .isEqualTo("{\"rule\":\"pub-95\",\"status\":\"in-copyright\"}");
    assertThat(work.get("basis").get("deathYear").asInt()).isEqualTo(1940);
    assertThat(work.get("basis").get("published").asInt()).isEqualTo(1935);
    assertThat(work.get("changes").toString()).isEqualTo("{\"us\":2031}");
    assertThat(work.get("confidence").asString()).isEqualTo("medium");
  }

  @Test
  void badLinesAreNamedAndTheOthersGoOn() throws Exception {
    Path items =
        items(
            "{\"id\":\"1\"}",
            "this is no item",
            "",
            "[]",
            "{\"facts\":{}}",
            "{\"id\":\"2\",\"facts\":{\"authors\":[null,{}],\"kind\":null}}",
            "{\"id\":\"3\",\"facts\":{\"authors\":\"X\"}}",
            "null");
    EstimateRun.Summary summary =
        EstimateRun.run(items, 2026, folder.resolve("out"), Progress.NONE);

    assertThat(summary.items()).isEqualTo(2);
    assertThat(summary.problems())
        .extracting(EstimateRun.Problem::line)
        .containsExactly(2L, 4L, 5L, 7L, 8L);
    assertThat(summary.problems().getFirst().message())
        .startsWith("items.jsonl, line 2: expected a JSON object")
        .contains("this is no item");
    assertThat(summary.exit().code()).isEqualTo(1);
    assertThat(lines(folder.resolve("out"))).hasSize(4);
  }

  @Test
  void theSameInputGivesTheSameBytes() throws Exception {
    Path items =
        items(
            "{\"id\":\"1\",\"facts\":{\"country\":\"FR\",\"kind\":\"photograph\",\"authors\":[{\"name\":\"X\",\"birth\":\"1880\",\"death\":\"1954\"}],\"created\":\"1910~\"}}");
    for (String out : List.of("one", "two")) {
      EstimateRun.run(items, 2026, folder.resolve(out), Progress.NONE);
    }
    for (String file : List.of("rights.jsonl", "summary.json", "report.html")) {
      assertThat(folder.resolve("one").resolve(file))
          .hasSameBinaryContentAs(folder.resolve("two").resolve(file));
    }
  }

  @Test
  void whatTheItemDeclaresIsKeptApartAndItsContradictionNamed() throws Exception {
    Path items =
        items(
            "{\"id\":\"1\",\"rights\":{\"work\":{\"uri\":null,\"verdict\":\"hold\",\"raw\":\"PD-old\",\"path\":\"Rights\"}},\"facts\":{\"country\":\"DE\",\"kind\":\"painting\",\"authors\":[{\"name\":\"X\",\"death\":\"1970\"}],\"created\":\"1935\"}}",
            "{\"id\":\"2\",\"rights\":{\"work\":{\"raw\":\"All rights"
                + " reserved\"}},\"facts\":{\"country\":\"DE\",\"kind\":\"painting\",\"authors\":[{\"name\":\"X\",\"death\":\"1870\"}],\"created\":\"1835\"}}",
            "{\"id\":\"3\",\"rights\":{\"work\":{\"raw\":\"CC BY"
                + " 4.0\"}},\"facts\":{\"country\":\"DE\",\"kind\":\"painting\",\"authors\":[{\"name\":\"X\",\"death\":\"1970\"}],\"created\":\"1935\"}}");
    EstimateRun.Summary summary =
        EstimateRun.run(items, 2026, folder.resolve("out"), Progress.NONE);
    List<JsonNode> lines = lines(folder.resolve("out"));

    assertThat(summary.contradictions()).isEqualTo(2);
    assertThat(lines.get(0).get("commons").asString()).isEqualTo("no");
    assertThat(lines.get(0).get("basis").get("declared").get("raw").asString()).isEqualTo("PD-old");
    assertThat(lines.get(0).get("notes").get(0).asString())
        .isEqualTo(
            "contradiction: declared \"PD-old\", but the author died 1970: protected by pma-70 in"
                + " DE until the end of 2040");
    assertThat(lines.get(2).get("commons").asString()).isEqualTo("yes");
    assertThat(lines.get(2).get("basis").get("contradictions").get(0).asString())
        .contains("All rights reserved");
    assertThat(lines.get(4).get("commons").asString()).isEqualTo("no");
    assertThat(lines.get(4).get("basis").get("contradictions")).isEmpty();
  }

  @Test
  void aMissingFileIsAWrongCall() {
    assertThatThrownBy(() ->
            EstimateRun.run(
                folder.resolve("none.jsonl"), 2026, folder.resolve("out"), Progress.NONE))
        .isInstanceOf(HandselException.class)
        .hasMessageContaining("there is no such file")
        .hasMessageContaining("handsel collection map");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void textOfTheItemsIsEscapedOnThePage() throws Exception {
    Path items = items("{\"id\":\"<script>alert(1)</script>\",\"facts\":{}}", "<b>bad</b>");
    EstimateRun.run(items, 2026, folder.resolve("out"), Progress.NONE);

    assertThat(folder.resolve("out/report.html"))
        .content()
        .contains("&lt;script&gt;")
        .doesNotContain("<script>alert", "<b>bad</b>");
  }
}
