package org.handsel.readiness.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.handsel.platform.Progress;
import org.handsel.testing.Shared;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Dumps of real wikis and the numbers that are known of them.
@Tag("data")
class RealDumpsIT {
  @TempDir Path out;

  private AuditSummary audit(String dump, @Nullable String wiki) {
    return AuditRun.run(
        new AuditRun.Order(Shared.data("wikis/" + dump), null, wiki, 2, out),
        Progress.NONE,
        () -> false);
  }

  /// Red-link categories are 142, not 144: two names differ from others in a double blank only.
  @Test
  void latgalianWikipediaHasItsGoldenNumbers() throws IOException {
    AuditSummary summary = audit("ltgwiki-latest-pages-articles.xml.xz", null);
    assertThat(summary.pages()).isEqualTo(2_004);
    assertThat(summary.articles()).isEqualTo(903);
    assertThat(summary.redirects()).isEqualTo(195);
    assertThat(summary.categoryPages()).isEqualTo(539);
    assertThat(summary.memberships()).isEqualTo(1_745);
    assertThat(summary.audits())
        .containsEntry("C1", 1L)
        .containsEntry("C2", 205L)
        .containsEntry("C3", 64L)
        .containsEntry("C4", 142L)
        .containsEntry("C9", 122L)
        .containsEntry("C12", 0L);
    assertThat(summary.partial()).isFalse();
  }

  @Test
  void biographiesOf2013HaveTheirPersonData() throws IOException {
    AuditSummary summary = audit("biographies-en-2013.tar.xz", "en");
    assertThat(summary.pages()).isEqualTo(401);
    assertThat(summary.memberships()).isEqualTo(5_563);
    assertThat(summary.audits()).containsEntry("P1", 0L);
    try (var lines = Files.lines(out.resolve("templates.tsv"))) {
      var pages =
          lines
              .map(line -> line.split("\t", -1))
              .collect(
                  Collectors.groupingBy(
                      cells -> cells[2],
                      Collectors.mapping(cells -> cells[0], Collectors.toSet())));
      assertThat(pages.get("Persondata")).hasSize(367);
      // 58 call it by its name and 55 as Normdaten; two of these calls stand in comments.
      assertThat(pages.get("Authority control")).hasSize(111);
    }
  }

  @Test
  void truncatedDumpSaysSo() {
    AuditSummary summary = audit("elwiki-truncated-100k.xml.xz", null);
    assertThat(summary.pages()).isEqualTo(933);
    assertThat(summary.partial()).isTrue();
    assertThat(summary.problems().getFirst()).contains("18 Μαρτίου");
  }

  @Test
  void newLayoutWithoutItsTableOfTargetsIsNamed() {
    AuditSummary summary =
        AuditRun.run(
            new AuditRun.Order(
                Shared.data("wikis/aawiki-20260101-pages-meta-current.xml.bz2"),
                Shared.data("wikis"),
                null,
                2,
                out),
            Progress.NONE,
            () -> false);
    assertThat(summary.pages()).isEqualTo(507);
    assertThat(summary.problems()).anyMatch(problem -> problem.contains("linktarget"));
    assertThat(summary.unknown()).contains("C5", "C7");
  }
}
