package org.handsel.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.handsel.platform.Progress;
import org.handsel.readiness.audit.AuditRun;
import org.handsel.readiness.sample.SampleOrder;
import org.handsel.readiness.sample.SampleWiki;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Circles and what stands above, found on many machines, are what one machine finds.
class SpreadAuditTest {
  private static final StageLog SILENT =
      new StageLog(new PrintStream(OutputStream.nullOutputStream()), 60);

  @TempDir Path folder;

  private List<String> local(Path dump) throws IOException {
    Path out = folder.resolve("local");
    AuditRun.run(new AuditRun.Order(dump, null, null, 2, out), Progress.NONE, () -> false);
    return Files.readAllLines(out.resolve("findings.jsonl")).stream()
        .filter(line -> line.contains("\"audit\":\"C1\"") || line.contains("\"audit\":\"C6\""))
        .toList();
  }

  private List<String> spread(Path dump, int partitions, long mostHere) throws IOException {
    String facts = folder.resolve("facts").toString();
    Path out = folder.resolve("out");
    try (Session session = Session.open("local[2]", partitions, List.of(), SILENT)) {
      new FactsJob(session, new FactsJob.Order(List.of(dump.toString()), null, facts)).run();
      new AuditJob(session, new AuditJob.Order(List.of(facts), out.toString())).spread(mostHere);
    }
    assertThat(out.resolve(".work")).doesNotExist();
    return Files.readAllLines(out.resolve("findings.jsonl"));
  }

  @Test
  void aWikiHasTheFindingsOfOneMachine() throws IOException {
    SampleOrder order = SampleOrder.small(folder.resolve("wiki"), 61, 900, 4);
    SampleWiki.write(order, Progress.NONE, () -> false);
    List<String> expected = local(order.dump());
    assertThat(expected).anyMatch(line -> line.contains("\"audit\":\"C1\""));
    assertThat(expected).anyMatch(line -> line.contains("\"audit\":\"C6\""));
    assertThat(spread(order.dump(), 3, SpreadAudit.MOST_HERE)).isEqualTo(expected);
  }

  /// Chance links give large components, one within reach of the next, and links to itself.
  @ParameterizedTest(name = "seed {0}, {1} links of {2} categories")
  @CsvSource({"1,60,50", "2,90,50", "3,150,60"})
  void circlesOfEveryShapeAreFoundByIteration(long seed, int links, int categories)
      throws IOException {
    Random random = new Random(seed);
    List<List<Integer>> parents = new ArrayList<>();
    for (int i = 0; i < categories; i++) {
      parents.add(new ArrayList<>());
    }
    for (int i = 0; i < links; i++) {
      parents.get(random.nextInt(categories)).add(random.nextInt(categories));
    }
    StringBuilder xml =
        new StringBuilder(
            "<mediawiki xml:lang=\"en\"><siteinfo><dbname>enwiki</dbname><namespaces><namespace"
                + " key=\"14\">Category</namespace></namespaces></siteinfo>\n");
    int id = 1;
    for (int i = 0; i < categories; i++) {
      // A tenth of the categories has no page.
      if (i % 10 != 9) {
        page(xml, id++, 14, "Category:Kind " + i, parents.get(i));
      }
    }
    for (int i = 0; i < 80; i++) {
      List<Integer> own = new ArrayList<>();
      for (int k = 0; k < 4; k++) {
        own.add(random.nextInt(categories));
      }
      page(xml, id++, 0, i % 20 == 0 ? "Kind " + own.getFirst() : "Thing " + i, own);
    }
    Path dump = Files.writeString(folder.resolve("dump.xml"), xml.append("</mediawiki>\n"));
    List<String> expected = local(dump);
    assertThat(expected).isNotEmpty();
    assertThat(spread(dump, 2, 0)).isEqualTo(expected);
  }

  private static void page(
      StringBuilder xml, int id, int namespace, String title, List<Integer> in) {
    xml.append(
        "<page><title>%s</title><ns>%d</ns><id>%d</id><revision><id>%d</id><model>wikitext</model><format>text/x-wiki</format><text xml:space=\"preserve\">Text."
            .formatted(title, namespace, id, id));
    in.forEach(one -> xml.append("\n[[Category:Kind ").append(one).append("]]"));
    xml.append("</text></revision></page>\n");
  }
}
