package org.handsel.readiness.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.handsel.authority.matching.AuthorityIndex;
import org.handsel.authority.matching.Linking;
import org.handsel.platform.HandselException;
import org.handsel.platform.Progress;
import org.handsel.testing.Shared;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From a dump to links and everything that follows from them.
class LinkRunTest {
  private static final Path SAMPLES = Shared.root().resolve("samples");
  private static final Path LIBRARY = SAMPLES.resolve("authority/library.xml");

  @TempDir Path folder;

  private LinkSummary link(Path dump, Path authority, @Nullable Path wikidata) {
    return LinkRun.run(
        new LinkRun.Order(
            dump, authority, wikidata, null, 1, Linking.CHOSEN, folder.resolve("out")),
        Progress.NONE,
        () -> false);
  }

  private List<String> lines(String file) throws IOException {
    return Files.readAllLines(folder.resolve("out").resolve(file));
  }

  private Path dump(String... pages) throws IOException {
    StringBuilder text =
        new StringBuilder(
            "<mediawiki xml:lang=\"de\"><siteinfo><dbname>dewiki</dbname></siteinfo>");
    for (int i = 0; i < pages.length; i++) {
      int colon = pages[i].indexOf(':');
      text.append(
          "<page><title>%s</title><ns>0</ns><id>%d</id><revision><text>%s</text></revision></page>"
              .formatted(pages[i].substring(0, colon), i + 1, pages[i].substring(colon + 1)));
    }
    return Files.writeString(folder.resolve("dump.xml"), text.append("</mediawiki>"));
  }

  private static final String SUND =
      "{{Personendaten|NAME=Sund, Ingrid|GEBURTSDATUM=1890|STERBEDATUM=1968}} [[Kategorie:Frau]] ";

  @Test
  void sampleWikiIsLinkedWithEverythingThatFollows() throws IOException {
    LinkSummary summary =
        link(
            SAMPLES.resolve("wiki/dump.xml"), LIBRARY, SAMPLES.resolve("authority/entities.jsonl"));
    assertThat(summary.problems()).isEmpty();
    assertThat(summary.scheme()).isEqualTo("gnd");
    assertThat(summary.biographies()).isEqualTo(8);
    assertThat(lines("links.tsv")).hasSize(9);
    assertThat(lines("links.tsv"))
        .anyMatch(line -> line.startsWith("Ingrid Sund\t100000037\t"))
        .anyMatch(line -> line.startsWith("Marta Eide\t\t"));
    assertThat(lines("links.beacon"))
        .contains("#FORMAT: BEACON", "#PREFIX: https://d-nb.info/gnd/")
        .contains("100000037|Ingrid Sund|https://de.wikipedia.org/wiki/Ingrid_Sund");
    assertThat(lines("edits/edits.json"))
        .anyMatch(line -> line.contains("{{Normdaten|TYP=p|GND=100000037}}"))
        .noneMatch(line -> line.contains("GND=n90001234"));
    assertThat(lines("edits/quickstatements.txt")).containsExactly("Q900003|P244|\"n90001234\"");
    assertThat(folder.resolve("out/library.html")).isNotEmptyFile();
  }

  @Test
  void identifierOnThePageIsNotWhatTheLinkIsFoundBy() throws IOException {
    link(dump("Ingrid Sund:" + SUND + "{{Normdaten|TYP=p|GND=118650130}}"), LIBRARY, null);
    assertThat(lines("biographies.jsonl").getFirst()).doesNotContain("118650130");
    assertThat(lines("links.tsv").get(1)).startsWith("Ingrid Sund\t100000037\t");
    assertThat(lines("known.tsv")).contains("Ingrid Sund\tgnd\t118650130\tpage");
    assertThat(lines("library.tsv"))
        .anyMatch(line -> line.startsWith("conflict") && line.contains("Ingrid Sund"));
    assertThat(folder.resolve("out/edits/edits.json")).doesNotExist();
  }

  @Test
  void editKeepsWhatTheTemplateAlreadySays() throws IOException {
    String[] templates = {
      "{{Normdaten|TYP=p|GND=}}", "{{Normdaten|TYP=p|GNDfehlt=ja}}", "{{Normdaten|TYP=p|VIAF=7}}"
    };
    String[] edits = {
      "\"old\":\"|GND=\",\"new\":\"|GND=100000037\"",
      "\"old\":\"|GNDfehlt=ja\",\"new\":\"|GND=100000037\"",
      "\"old\":\"|TYP=p\",\"new\":\"|TYP=p|GND=100000037\""
    };
    for (int i = 0; i < templates.length; i++) {
      link(dump("Ingrid Sund:" + SUND + templates[i]), LIBRARY, null);
      assertThat(String.join("", lines("edits/edits.json"))).contains(edits[i]);
    }
  }

  @Test
  void indexGivesTheLinksOfTheFile() throws IOException {
    Path dump = SAMPLES.resolve("wiki/dump.xml");
    link(dump, LIBRARY, null);
    List<String> byFile = lines("links.tsv");
    Path index = folder.resolve("library.index");
    AuthorityIndex.build(List.of(LIBRARY), index, Progress.NONE);
    link(dump, index, null);
    assertThat(lines("links.tsv")).isEqualTo(byFile);
  }

  /// Pages name their records; of those whose year of birth is not that of the record, most name
  /// another one, as where two persons of one name are mixed up.
  @Test
  void linksThatPagesNameLowerProbabilitiesThatClaimTooMuch() throws IOException {
    Random random = new Random(11);
    StringBuilder records = new StringBuilder();
    String[] pages = new String[240];
    for (int i = 0; i < pages.length; i++) {
      int birth = 1800 + random.nextInt(100);
      int death = birth + 50 + random.nextInt(30);
      String name = "Xaver" + i + "sen, Anna";
      records.append(
          "{\"id\":\"r%d\",\"name\":\"%s\",\"birth\":\"%d\",\"death\":\"%d\",\"identifiers\":{\"gnd\":\"r%d\"}}\n"
              .formatted(i, name, birth, death, i));
      records.append(
          "{\"id\":\"s%d\",\"name\":\"%s\",\"birth\":\"1700\"}\n".formatted(i, "Ys" + i + ", Li"));
      pages[i] =
          "Seite %d:{{Personendaten|NAME=%s|GEBURTSDATUM=%d|STERBEDATUM=%d}} [[Kategorie:Frau]]"
              .formatted(i, name, birth, death);
    }
    Path file = Files.writeString(folder.resolve("records.jsonl"), records);
    StringBuilder items = new StringBuilder();
    for (int i = 0; i < pages.length; i++) {
      String id = i % 3 == 0 ? "s" + i : "r" + i;
      items.append(
          "{\"id\":\"Q%d\",\"claims\":{\"P227\":[{\"mainsnak\":{\"datavalue\":{\"value\":\"%s\"}},\"rank\":\"normal\"}]},\"sitelinks\":{\"dewiki\":{\"title\":\"Seite %d\"}}}\n"
              .formatted(i + 1, id, i));
    }
    Path wikidata = Files.writeString(folder.resolve("items.jsonl"), items);
    LinkSummary summary = link(dump(pages), file, wikidata);
    assertThat(summary.judged()).isEqualTo(240);
    assertThat(summary.agreed()).isEqualTo(160);
    assertThat(summary.recalibrated()).isTrue();
    for (String line : lines("links.tsv").subList(1, 241)) {
      String[] cells = line.split("\t");
      assertThat(Double.parseDouble(cells[2])).isBetween(0.6, 0.74);
      assertThat(cells[3]).isEqualTo("review");
    }
  }

  @Test
  void dumpWithoutBiographiesIsNamed() throws IOException {
    Path dump = dump("Skarvik:Ein Ort.");
    assertThatThrownBy(() -> link(dump, LIBRARY, null))
        .isInstanceOf(HandselException.class)
        .hasMessageContaining("expected biographies");
  }

  @Test
  void sameDumpGivesTheSameBytes() throws IOException {
    Path dump = SAMPLES.resolve("wiki/dump.xml");
    link(dump, LIBRARY, null);
    List<String> first = lines("biographies.jsonl");
    List<String> library = lines("library.jsonl");
    link(dump, LIBRARY, null);
    assertThat(lines("biographies.jsonl")).isEqualTo(first);
    assertThat(lines("library.jsonl")).isEqualTo(library);
  }
}
