package org.handsel.readiness.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.handsel.platform.Json;
import org.handsel.platform.Progress;
import org.handsel.testing.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Audits that look beyond the wiki, N4 to N8, and files beside it that are not what they should
/// be.
class AuthorityAuditsTest {
  private static final List<String> ASKED = List.of("N4", "N5", "N6", "N7", "N8");

  @TempDir Path out;

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
