package org.handsel.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.handsel.platform.HandselException;
import org.handsel.platform.Progress;
import org.handsel.readiness.audit.AuditRun;
import org.handsel.readiness.audit.AuditSummary;
import org.handsel.readiness.sample.SampleOrder;
import org.handsel.readiness.sample.SampleWiki;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Audits of many wikis at once find what the audit of each finds.
class AuditJobTest {
  private static final StageLog SILENT =
      new StageLog(new PrintStream(OutputStream.nullOutputStream()), 60);

  @TempDir Path folder;

  private Path dump(String database, long seed, int pages) throws IOException {
    SampleOrder order = SampleOrder.small(folder.resolve("wiki" + seed), seed, pages, 3);
    SampleWiki.write(order, Progress.NONE, () -> false);
    String xml = Files.readString(order.dump());
    Path dump = folder.resolve(database + ".xml");
    return Files.writeString(
        dump, xml.replaceFirst("<dbname>[^<]*</dbname>", "<dbname>" + database + "</dbname>"));
  }

  private AuditSummary local(Path dump, String name) {
    return AuditRun.run(
        new AuditRun.Order(dump, null, null, 2, folder.resolve("local-" + name)),
        Progress.NONE,
        () -> false);
  }

  @Test
  void everyEditionHasTheFindingsOfTheLocalEngineAndTheyAreCompared() throws IOException {
    Path german = dump("dewiki", 21, 1_200);
    Path austrian = dump("barwiki", 22, 800);
    try (Session session = Session.open("local[2]", 3, List.of(), SILENT)) {
      String facts = folder.resolve("facts").toString();
      new FactsJob(
              session,
              new FactsJob.Order(List.of(german.toString(), austrian.toString()), null, facts))
          .run();
      List<AuditSummary> summaries =
          new AuditJob(
                  session, new AuditJob.Order(List.of(facts), folder.resolve("audits").toString()))
              .run();
      assertThat(summaries).hasSize(2);
      assertThat(summaries.get(1)).isEqualTo(local(german, "dewiki"));
      assertThat(summaries.get(0)).isEqualTo(local(austrian, "barwiki"));
    }
    for (String wiki : List.of("dewiki", "barwiki")) {
      assertThat(folder.resolve("audits").resolve(wiki).resolve("findings.jsonl"))
          .isNotEmptyFile()
          .hasSameBinaryContentAs(folder.resolve("local-" + wiki).resolve("findings.jsonl"));
    }
    assertThat(Files.readAllLines(folder.resolve("audits/editions.tsv")))
        .first()
        .isEqualTo("audit\twiki\tfindings\tper_1000_articles\tarticles");
    assertThat(folder.resolve("audits/editions.tsv")).content().contains("C1\tdewiki\t");
  }

  @Test
  void aFolderWithoutFactsSaysWhatIsExpected() throws IOException {
    try (Session session = Session.open("local[2]", 1, List.of(), SILENT)) {
      assertThatThrownBy(() ->
              new AuditJob(
                      session,
                      new AuditJob.Order(
                          List.of(folder.toString()), folder.resolve("out").toString()))
                  .run())
          .isInstanceOf(HandselException.class)
          .hasMessageContaining("handsel cluster facts wrote");
    }
  }
}
