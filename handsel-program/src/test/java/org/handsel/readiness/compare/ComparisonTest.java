package org.handsel.readiness.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.handsel.platform.Exit;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import org.handsel.platform.Progress;
import org.handsel.readiness.audit.AuditCatalogue;
import org.handsel.readiness.audit.AuditRun;
import org.handsel.readiness.audit.AuditSummary;
import org.handsel.readiness.audit.Finding;
import org.handsel.testing.Shared;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
  @TempDir Path folder;
  private Path before;
  private Path now;

  @BeforeEach
  void folders() throws IOException {
    before = Files.createDirectory(folder.resolve("before"));
    now = Files.createDirectory(folder.resolve("now"));
  }

  private static Finding finding(String audit, long page, String title, Map<String, Object> why) {
    return new Finding(audit, page, title, "", why, Map.of());
  }

  private static void audit(
      Path out, boolean partial, List<String> asked, List<String> pages, List<Finding> findings)
      throws IOException {
    AuditSummary summary =
        new AuditSummary(
            "dewiki",
            out.getFileName() + ".xml",
            pages.size(),
            0,
            0,
            0,
            0,
            0,
            asked.stream()
                .collect(
                    java.util.stream.Collectors.toMap(
                        id -> id,
                        id -> findings.stream().filter(f -> f.audit().equals(id)).count())),
            Map.of(),
            List.of(),
            Map.of(),
            partial,
            List.of());
    Files.writeString(out.resolve("summary.json"), Json.pretty(summary));
    Files.writeString(
        out.resolve("pages.tsv"), "page_id\tns\ttitle\tredirect\tmodel\n" + String.join("", pages));
    StringBuilder lines = new StringBuilder();
    findings.forEach(finding -> lines.append(Json.line(finding)).append('\n'));
    Files.writeString(out.resolve("findings.jsonl"), lines);
  }

  private static String page(long id, String title) {
    return "%d\t0\t%s\t\twikitext\n".formatted(id, title);
  }

  private List<String> states() throws IOException {
    return Files.readAllLines(folder.resolve("out/comparison.jsonl")).stream()
        .map(line -> Json.mapper().readTree(line))
        .map(line ->
            "%s %s %s"
                .formatted(
                    line.path("state").asString(),
                    line.path("audit").asString(),
                    line.path("title").asString()))
        .toList();
  }

  private ComparisonSummary compare() {
    return Comparison.run(before, now, folder.resolve("out"));
  }

  @Test
  void findingsAreMendedOpenOrNew() throws IOException {
    List<String> pages = List.of(page(1, "A"), page(2, "B"), page(3, "C"));
    audit(
        before,
        false,
        List.of("C2"),
        pages,
        List.of(finding("C2", 1, "A", Map.of()), finding("C2", 2, "B", Map.of())));
    audit(
        now,
        false,
        List.of("C2"),
        pages,
        List.of(finding("C2", 2, "B", Map.of()), finding("C2", 3, "C", Map.of())));
    ComparisonSummary summary = compare();
    assertThat(states()).containsExactly("open C2 B", "new C2 C", "mended C2 A");
    assertThat(summary.all()).isEqualTo(new ComparisonSummary.Counts(1, 1, 1, 0, 0));
    assertThat(summary.exit()).isEqualTo(Exit.DONE);
    assertThat(Files.readString(folder.resolve("out/report.html")))
        .contains("1 of 2 findings are gone, 1 are new.");
  }

  @Test
  void findingWhoseNumbersChangedIsStillOpen() throws IOException {
    List<String> pages = List.of(page(1, "A"));
    audit(
        before, false, List.of("C9"), pages, List.of(finding("C9", 1, "A", Map.of("members", 1))));
    audit(now, false, List.of("C9"), pages, List.of(finding("C9", 1, "A", Map.of("members", 2))));
    compare();
    assertThat(states()).containsExactly("open C9 A");
  }

  @Test
  void otherPairOfTheSameArticleIsAnotherFinding() throws IOException {
    List<String> pages = List.of(page(1, "A"));
    audit(
        before,
        false,
        List.of("C6"),
        pages,
        List.of(finding("C6", 1, "A", Map.of("category", "x", "ancestor", "y", "direct", true))));
    audit(
        now,
        false,
        List.of("C6"),
        pages,
        List.of(finding("C6", 1, "A", Map.of("category", "x", "ancestor", "z", "direct", true))));
    compare();
    assertThat(states()).containsExactly("new C6 A", "mended C6 A");
  }

  @Test
  void movedPageKeepsItsFindings() throws IOException {
    audit(
        before,
        false,
        List.of("C2"),
        List.of(page(1, "Old name")),
        List.of(finding("C2", 1, "Old name", Map.of())));
    audit(
        now,
        false,
        List.of("C2"),
        List.of(page(1, "New name"), "9\t0\tOld name\tNew name\twikitext\n"),
        List.of(finding("C2", 1, "New name", Map.of())));
    compare();
    assertThat(states()).containsExactly("open C2 New name");
  }

  /// Folders and archives number their pages anew each time.
  @Test
  void idsThatMeanOtherPagesNowMisleadNobody() throws IOException {
    audit(
        before,
        false,
        List.of("C2"),
        List.of(page(1, "A"), page(2, "B")),
        List.of(finding("C2", 1, "A", Map.of())));
    audit(
        now,
        false,
        List.of("C2"),
        List.of(page(1, "B"), page(2, "A")),
        List.of(finding("C2", 1, "B", Map.of())));
    compare();
    assertThat(states()).containsExactly("new C2 B", "mended C2 A");
  }

  @Test
  void findingOfADeletedPageIsNotCalledMended() throws IOException {
    audit(
        before,
        false,
        List.of("C2"),
        List.of(page(1, "A")),
        List.of(finding("C2", 1, "A", Map.of())));
    audit(now, false, List.of("C2"), List.of(), List.of());
    compare();
    assertThat(states()).containsExactly("gone C2 A");
  }

  @Test
  void whatOnlyOneOfTheTwoCouldAskIsNeitherMendedNorNew() throws IOException {
    List<String> pages = List.of(page(1, "A"));
    audit(before, false, List.of("C5"), pages, List.of(finding("C5", 1, "A", Map.of())));
    audit(now, false, List.of("C7"), pages, List.of(finding("C7", 1, "A", Map.of())));
    compare();
    assertThat(states()).containsExactly("unasked C7 A", "unasked C5 A");
  }

  @Test
  void partOfADumpGivesAPartOfTheAnswer() throws IOException {
    audit(
        before,
        false,
        List.of("C2"),
        List.of(page(1, "A")),
        List.of(finding("C2", 1, "A", Map.of())));
    audit(now, true, List.of("C2"), List.of(page(1, "A")), List.of());
    ComparisonSummary summary = compare();
    assertThat(summary.exit()).isEqualTo(Exit.PARTIAL);
    assertThat(summary.problems()).singleElement().asString().contains("may not have been read");
  }

  @Test
  void otherWikiIsRefused() throws IOException {
    audit(before, false, List.of(), List.of(), List.of());
    audit(now, false, List.of(), List.of(), List.of());
    Path file = now.resolve("summary.json");
    Files.writeString(file, Files.readString(file).replace("dewiki", "frwiki"));
    assertThatThrownBy(this::compare)
        .isInstanceOf(HandselException.class)
        .hasMessageContaining("found dewiki and frwiki");
  }

  @Test
  void folderThatIsNoAuditIsRefused() throws IOException {
    audit(before, false, List.of(), List.of(), List.of());
    assertThatThrownBy(this::compare)
        .isInstanceOf(HandselException.class)
        .hasMessageContaining("is no result of an audit");
  }

  @Test
  void auditOfTheSameDumpHasEverythingOpen() throws IOException {
    Path dump = Shared.root().resolve("samples/wiki/dump.xml");
    for (Path out : List.of(before, now)) {
      AuditRun.run(new AuditRun.Order(dump, null, null, 1, out), Progress.NONE, () -> false);
    }
    ComparisonSummary.Counts all = compare().all();
    assertThat(all.open()).isPositive();
    assertThat(all).isEqualTo(new ComparisonSummary.Counts(0, 0, all.open(), 0, 0));
  }

  @Test
  void everyIdentityIsOfAnAudit() {
    assertThat(AuditCatalogue.all().keySet()).containsAll(new FindingIdentity().table().keySet());
  }
}
