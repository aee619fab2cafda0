package org.handsel.readiness.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.handsel.platform.Progress;
import org.handsel.testing.Shared;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whole audits of small dumps.
class AuditRunTest {
  @TempDir Path out;

  private AuditSummary audit(Path dump, @Nullable Path sql, @Nullable String wiki) {
    return AuditRun.run(new AuditRun.Order(dump, sql, wiki, 2, out), Progress.NONE, () -> false);
  }

  private List<String> titles(String audit) throws IOException {
    return Files.readAllLines(out.resolve("findings.jsonl")).stream()
        .filter(line -> line.contains("\"audit\":\"" + audit + "\""))
        .map(line -> line.replaceAll(".*\"title\":\"([^\"]*)\".*", "$1"))
        .toList();
  }

  @Test
  void sampleWikiShowsOneDefectOfEachKind() throws IOException {
    AuditSummary summary = audit(Shared.root().resolve("samples/wiki/dump.xml"), null, null);
    assertThat(summary.partial()).isFalse();
    assertThat(summary.biographies()).isEqualTo(8);
    assertThat(titles("C1")).containsExactly("Kategorie:Fotograf");
    assertThat(titles("C4")).containsExactly("Kategorie:Maler");
    assertThat(titles("C6")).containsExactly("Olav Brekke");
    assertThat(titles("C8")).containsExactly("Kategorie:Lichtbildner");
    assertThat(titles("C11")).containsExactly("Benutzer:Entwurf");
    assertThat(titles("C12")).containsExactly("Nordhamn");
    assertThat(titles("P1")).containsExactly("Marta Eide");
    assertThat(titles("P3")).containsExactly("Jon Aas");
    assertThat(titles("P4")).containsExactly("Ingrid Sund");
    assertThat(titles("P5")).containsExactly("Nils Haavik");
    assertThat(titles("P6")).containsExactly("Sofie Dahl");
    assertThat(titles("N2")).containsExactly("Olav Brekke");
    assertThat(titles("N3")).containsExactly("Per Tangen");
    assertThat(summary.unknown()).containsExactly("C5", "C7", "N5", "N6", "N7", "N8");
    assertThat(Files.readString(out.resolve("report.html"))).contains("How ready is dewiki?");
  }

  @Test
  void sameDumpGivesTheSameBytes() throws IOException {
    Path dump = Shared.root().resolve("samples/wiki/dump.xml");
    audit(dump, null, null);
    byte[] first = Files.readAllBytes(out.resolve("findings.jsonl"));
    audit(dump, null, null);
    assertThat(Files.readAllBytes(out.resolve("findings.jsonl"))).isEqualTo(first);
  }

  private Path dump(String pages) throws IOException {
    return Files.writeString(
        out.resolve("dump.xml"),
        "<mediawiki xml:lang=\"de\"><siteinfo><dbname>dewiki</dbname></siteinfo>"
            + pages
            + "</mediawiki>");
  }

  private static String page(int id, int namespace, String title, String text) {
    return "<page><title>%s</title><ns>%d</ns><id>%d</id><revision><text>%s</text></revision></page>"
        .formatted(title, namespace, id, text);
  }

  @Test
  void templateIsKnownUnderEveryNameThatTheDumpGivesIt() throws IOException {
    audit(
        dump(
            page(1, 0, "Hals", "{{PDaten|NAME=Hals}} [[Kategorie:Mann]]")
                + "<page><title>Vorlage:PDaten</title><ns>10</ns><id>2</id>"
                + "<redirect title=\"Vorlage:Personendaten\" /><revision>"
                + "<text>#WEITERLEITUNG [[Vorlage:Personendaten]]</text></revision></page>"),
        null,
        null);
    assertThat(Files.readAllLines(out.resolve("templates.tsv")))
        .contains("1\tHals\tPersonendaten\tNAME\tHals");
  }

  @Test
  void wrongWikiIsNoticedAndTheFittingOneNamed() throws IOException {
    AuditSummary summary =
        audit(dump(page(1, 0, "Hals", "[[Categoría:Pintores]] [[Categoría:Hombres]]")), null, "de");
    assertThat(summary.partial()).isTrue();
    assertThat(summary.problems().getFirst()).contains("--wiki es");
  }

  private Path tables(String categorylinks, String linktarget) throws IOException {
    Path sql = Files.createDirectories(out.resolve("sql"));
    Files.write(
        sql.resolve("dewiki-1-categorylinks.sql"), categorylinks.getBytes(StandardCharsets.UTF_8));
    if (!linktarget.isEmpty()) {
      Files.write(
          sql.resolve("dewiki-1-linktarget.sql"), linktarget.getBytes(StandardCharsets.UTF_8));
    }
    return sql;
  }

  private static final String PAGES =
      page(1, 0, "Hals", "")
          + page(2, 14, "Kategorie:Maler", "")
          + page(3, 14, "Kategorie:Leer", "[[Kategorie:Maler]]");

  private static final String LINKS =
      "-- Database: dewiki\nCREATE TABLE `categorylinks` (\n  `cl_sortkey` blob,\n"
          + "  `cl_from` int,\n  `cl_target_id` bigint\n);\n"
          + "INSERT INTO `categorylinks` VALUES ('a',1,10),('b',3,10);\n";

  private static final String TARGETS =
      "CREATE TABLE `linktarget` (\n"
          + "  `lt_id` bigint,\n"
          + "  `lt_namespace` int,\n"
          + "  `lt_title` blob\n"
          + ");\n"
          + "INSERT INTO `linktarget` VALUES (10,14,'Maler'),(11,0,'Maler');\n";

  @Test
  void databaseKnowsWhatTemplatesAddAndWhatIsEmpty() throws IOException {
    AuditSummary summary = audit(dump(PAGES), tables(LINKS, TARGETS), null);
    assertThat(summary.partial()).isFalse();
    assertThat(summary.unknown()).doesNotContain("C5", "C7");
    assertThat(titles("C5")).containsExactly("Kategorie:Leer");
    assertThat(titles("C2")).isEmpty();
  }

  @Test
  void missingTableIsNamedAndTheAnswerUnknown() throws IOException {
    AuditSummary summary = audit(dump(PAGES), tables(LINKS, ""), null);
    assertThat(summary.partial()).isTrue();
    assertThat(summary.problems().getFirst()).contains("linktarget");
    assertThat(summary.unknown()).contains("C5", "C7");
  }

  @Test
  void tableOfAnotherWikiIsNotUsed() throws IOException {
    AuditSummary summary =
        audit(
            dump(PAGES),
            tables(LINKS.replace("Database: dewiki", "Database: frwiki"), TARGETS),
            null);
    assertThat(summary.partial()).isTrue();
    assertThat(summary.problems().getFirst()).contains("frwiki").contains("dewiki");
  }

  @Test
  void tableThatHasNoMembershipsIsAnErrorAndNoResult() throws IOException {
    AuditSummary summary =
        audit(
            dump(PAGES),
            tables(LINKS.replace("`cl_target_id`", "`cl_something_new`"), TARGETS),
            null);
    assertThat(summary.partial()).isTrue();
    assertThat(summary.unknown()).contains("C5");
  }
}
