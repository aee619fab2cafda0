package org.handsel.readiness.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.handsel.platform.Json;
import org.handsel.platform.Progress;
import org.handsel.testing.CaseTable;
import org.handsel.testing.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Audits that look beyond the wiki: N4 to N8.
class AuthorityAuditsTest {
  private static final List<String> ASKED = List.of("N4", "N5", "N6", "N7", "N8");

  @TempDir Path out;

  static Stream<List<String>> cases() {
    return CaseTable.rows("authority/audits.tsv");
  }

  private AuditSummary audit(String title, String text, AuditRun.Order.Beside beside)
      throws IOException {
    Path dump =
        Files.writeString(
            out.resolve("dump.xml"),
            "<mediawiki xml:lang=\"de\"><siteinfo><dbname>dewiki</dbname></siteinfo><page><title>"
                + title
                + "</title><ns>0</ns><id>1</id><revision><text>"
                + text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
                + "</text></revision></page></mediawiki>");
    return AuditRun.run(
        new AuditRun.Order(dump, null, beside, null, 1, null, out), Progress.NONE, () -> false);
  }

  private List<JsonNode> found() throws IOException {
    List<JsonNode> found = new ArrayList<>();
    for (String line : Files.readAllLines(out.resolve("findings.jsonl"))) {
      JsonNode finding = Json.mapper().readTree(line);
      if (ASKED.contains(finding.get("audit").asString())) {
        found.add(finding);
      }
    }
    return found;
  }

  private static AuditRun.Order.Beside library(String authority) {
    Path samples = Shared.root().resolve("samples/authority");
    return new AuditRun.Order.Beside(samples.resolve(authority), samples.resolve("entities.jsonl"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void pageIsHeldAgainstLibraryAndWikidata(List<String> one) throws IOException {
    AuditSummary summary = audit(one.get(0), one.get(1), library("library.xml"));
    assertThat(summary.problems()).isEmpty();
    List<String> expected =
        one.get(2).isEmpty() ? List.of() : Arrays.asList(one.get(2).split("; "));
    List<JsonNode> found = found();
    assertThat(found).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(found.get(i).get("audit").asString()).isEqualTo(expected.get(i).substring(0, 2));
      assertThat(found.get(i).get("message").asString()).contains(expected.get(i).substring(3));
    }
    List<String> proposals =
        found.stream()
            .map(finding -> finding.get("proposal").path("new").asString(""))
            .filter(proposal -> !proposal.isEmpty())
            .toList();
    assertThat(proposals).isEqualTo(one.get(3).isEmpty() ? List.of() : List.of(one.get(3)));
  }

  @Test
  void withoutLibraryAndWikidataTheAnswersAreUnknown() throws IOException {
    AuditSummary summary =
        audit("Umgelenkt", "{{Normdaten|TYP=p|GND=100000061}}", AuditRun.Order.Beside.NOTHING);
    assertThat(summary.unknown()).contains("N5", "N6", "N7", "N8").doesNotContain("N4");
    assertThat(summary.reasons().get("N5")).contains("--wikidata");
    assertThat(summary.reasons().get("N6")).contains("--authority");
  }

  @Test
  void libraryWhoseIdsTheWikiHasNoFieldForSaysSo() throws IOException {
    Path authority =
        Files.writeString(
            out.resolve("ulan.jsonl"), "{\"id\":\"500115588\",\"name\":\"Gogh, Vincent van\"}\n");
    AuditSummary summary =
        audit("Umgelenkt", "{{Normdaten|TYP=p}}", new AuditRun.Order.Beside(authority, null));
    assertThat(summary.reasons().get("N6")).contains("no parameter for the ids");
  }

  @ParameterizedTest
  @ValueSource(strings = {"library.xml", "library.mrc"})
  void formsOfTheLibraryFileDoNotMatter(String file) throws IOException {
    audit("Umgelenkt", "{{Normdaten|TYP=p|GND=100000061}} [[Kategorie:Mann]]", library(file));
    assertThat(found()).hasSize(1);
  }

  @Test
  void damagedLibraryMakesTheResultPartial() throws IOException {
    byte[] whole = Files.readAllBytes(Shared.root().resolve("samples/authority/library.mrc"));
    Path cut = Files.write(out.resolve("cut.mrc"), Arrays.copyOf(whole, whole.length - 20));
    AuditSummary summary =
        audit("Mensch", "{{Normdaten|TYP=p}}", new AuditRun.Order.Beside(cut, null));
    assertThat(summary.partial()).isTrue();
    assertThat(summary.exit().code()).isEqualTo(1);
    assertThat(summary.problems().getFirst()).contains("ends within the record");
  }
}
