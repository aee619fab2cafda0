package org.handsel.readiness.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.handsel.platform.Json;
import org.handsel.platform.Progress;
import org.handsel.platform.Tsv;
import org.handsel.testbed.ApiSession;
import org.handsel.testbed.Pictures;
import org.handsel.testbed.RealWiki;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// A dump that MediaWiki's own exporter writes of a wiki whose files have structured data, read and
/// audited: what it holds is what the wiki itself says.
@Tag("wiki")
class OwnDumpIT {
  private static RealWiki real;
  private static ApiSession bot;

  @TempDir Path folder;

  @BeforeAll
  static void start() throws IOException {
    real = RealWiki.start("dump");
    bot = new ApiSession(real.api());
    bot.login(real.bot().name(), real.bot().password());
    edit("Category:Circle A", "[[Category:Circle B]]");
    edit("Category:Circle B", "[[Category:Circle A]]");
    edit("Frans Hals", "'''Frans Hals''' (1582–1666) was a painter.\n[[Category:Circle A|Hals]]");
    edit("Judith Leyster", "'''Judith Leyster''' was a painter. <nowiki>[[Category:X]]</nowiki>");
    edit("Leyster", "#REDIRECT [[Judith Leyster]]");
    bot.upload(
        "filename",
        "Hals.jpg",
        "text",
        "== Summary ==\n[[Category:Circle A]]",
        "file",
        Pictures.jpeg(11, 64));
    String id = "M" + page("File:Hals.jpg").path("pageid").asLong();
    JsonNode statement =
        bot.act(
            "action",
            "wbeditentity",
            "id",
            id,
            "data",
            Json.line(
                Map.of(
                    "labels",
                    Map.of(
                        "en",
                        Map.of("language", "en", "value", "[[Category:In structured data]]")))));
    assertThat(statement.path("success").asInt()).as(statement.toString()).isEqualTo(1);
  }

  @AfterAll
  static void stop() {
    bot.close();
    real.close();
  }

  private static void edit(String title, String text) {
    JsonNode answer = bot.act("action", "edit", "title", title, "text", text);
    assertThat(answer.at("/edit/result").asString("")).as(answer.toString()).isEqualTo("Success");
  }

  private static JsonNode page(String title) {
    return bot.call("action", "query", "titles", title, "prop", "info").at("/query/pages/0");
  }

  /// Titles of a namespace as the wiki lists them.
  private static List<String> titles(int namespace) {
    return bot.call(
            "action", "query", "list", "allpages", "apnamespace", namespace, "aplimit", "500")
        .at("/query/allpages")
        .valueStream()
        .map(page -> page.path("title").asString())
        .sorted()
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"wiki.xml", "wiki.xml.bz2"})
  void dumpOfAWikiWithStructuredDataIsReadWhole(String name) throws IOException {
    Path dump = folder.resolve(name);
    real.dump(dump);
    AuditSummary summary =
        AuditRun.run(
            new AuditRun.Order(dump, null, null, 2, folder.resolve("audit")),
            Progress.NONE,
            () -> false);
    assertThat(summary.problems()).isEmpty();
    List<List<String>> pages =
        Files.readAllLines(folder.resolve("audit/pages.tsv")).stream()
            .skip(1)
            .map(Tsv::cells)
            .toList();
    for (int namespace : List.of(0, 6, 8, 10, 14)) {
      assertThat(
              pages.stream()
                  .filter(cells -> cells.get(1).equals(Integer.toString(namespace)))
                  .map(cells -> cells.get(2))
                  .sorted())
          .isEqualTo(titles(namespace));
    }
    assertThat(summary.audits()).containsEntry("C1", 1L);
    List<String> categories = Files.readAllLines(folder.resolve("audit/categories.tsv"));
    assertThat(categories)
        .anyMatch(row -> row.endsWith("\tFrans Hals\tCircle A\tHals"))
        .anyMatch(row -> row.endsWith("\tFile:Hals.jpg\tCircle A\t"))
        .noneMatch(row -> row.contains("In structured data") || row.contains("\tX\t"));
    assertThat(Files.readAllLines(folder.resolve("audit/pages.tsv")))
        .anyMatch(row -> row.endsWith("\t0\tLeyster\tJudith Leyster\twikitext"))
        .anyMatch(row -> row.contains("\tFile:Hals.jpg\t") && row.endsWith("\twikitext"));
  }

  /// What the wiki's own tables say of its categories is what the reader finds in the text, as long
  /// as no template adds anything.
  @Test
  void membershipsAreThoseOfTheWiki() throws IOException {
    Path dump = folder.resolve("wiki.xml");
    real.dump(dump);
    AuditRun.run(
        new AuditRun.Order(dump, null, null, 1, folder.resolve("audit")),
        Progress.NONE,
        () -> false);
    List<String> inText =
        Files.readAllLines(folder.resolve("audit/categories.tsv")).stream()
            .map(Tsv::cells)
            .filter(cells -> cells.get(2).equals("Circle A"))
            .map(cells -> cells.get(1))
            .sorted()
            .toList();
    List<String> onWiki =
        bot.call(
                "action",
                "query",
                "list",
                "categorymembers",
                "cmtitle",
                "Category:Circle A",
                "cmlimit",
                "50")
            .at("/query/categorymembers")
            .valueStream()
            .map(member -> member.path("title").asString())
            .sorted()
            .toList();
    assertThat(inText).isEqualTo(onWiki).hasSize(3);
  }
}
