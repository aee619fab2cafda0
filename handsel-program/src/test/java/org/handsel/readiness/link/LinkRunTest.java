package org.handsel.readiness.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.handsel.authority.matching.AuthorityIndex;
import org.handsel.authority.matching.Linking;
import org.handsel.authority.review.Reviewed;
import org.handsel.authority.review.Reviewed.Word;
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
    return link(dump, authority, wikidata, Reviewed.NONE, Progress.Display.NONE);
  }

  private LinkSummary link(
      Path dump,
      Path authority,
      @Nullable Path wikidata,
      Reviewed reviewed,
      Progress.Display display) {
    return LinkRun.run(
        new LinkRun.Order(
            dump, authority, wikidata, null, 1, Linking.CHOSEN, reviewed, folder.resolve("out")),
        display,
        () -> false);
  }

  private LinkSummary reviewed(Path dump, Map<String, Word> words) {
    return link(dump, LIBRARY, null, new Reviewed(words), Progress.Display.NONE);
  }

  private static Word accepts(String record) {
    return new Word(true, record, Set.of(record), "accepted by Ada on 2026-11-29");
  }

  private static Word rejects(String... shown) {
    return new Word(true, null, Set.of(shown), "no record fits, said by Ada on 2026-11-29");
  }

  private String row(String person) throws IOException {
    return lines("links.tsv").stream()
        .filter(line -> line.startsWith(person + "\t"))
        .findFirst()
        .orElseThrow();
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
  void addressOfAWikiThatIsNoWikipediaIsNotMadeUp() throws IOException {
    Path dump =
        dump(
            "Ingrid Sund:{{Persondata|NAME=Sund, Ingrid|DATE OF BIRTH=1890|DATE OF DEATH=1968}}"
                + "{{Authority control|GND=100000037}}");
    Files.writeString(dump, Files.readString(dump).replace("dewiki", "skarvikpedia"));
    link(dump, LIBRARY, null);
    assertThat(lines("links.beacon")).contains("100000037|Ingrid Sund");
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
  void englishPageWithParametersGetsOneMoreAndABareTemplateAStatement() throws IOException {
    String sund =
        "{{Persondata|NAME=Sund, Ingrid|DATE OF BIRTH=1890|DATE OF DEATH=1968}} [[Category:1890"
            + " births]] ";
    for (String template : List.of("{{Authority control|VIAF=7}}", "{{Authority control}}")) {
      Path dump =
          Files.writeString(
              folder.resolve("dump.xml"),
              "<mediawiki xml:lang=\"en\"><siteinfo><dbname>enwiki</dbname></siteinfo><page>"
                  + "<title>Ingrid Sund</title><ns>0</ns><id>1</id><revision><text>"
                  + sund
                  + template
                  + "</text></revision></page></mediawiki>");
      Path items =
          Files.writeString(
              folder.resolve("items.jsonl"),
              "{\"id\":\"Q7\",\"claims\":{\"P31\":[{\"mainsnak\":{\"datavalue\":{\"value\":{\"id\":\"Q5\"}}},\"rank\":\"normal\"}]},\"sitelinks\":{\"enwiki\":{\"title\":\"Ingrid"
                  + " Sund\"}}}\n");
      link(dump, LIBRARY, items);
      assertThat(row("Ingrid Sund")).contains("\t100000037\t");
      assertThat(lines("edits/quickstatements.txt")).containsExactly("Q7|P227|\"100000037\"");
      if (template.contains("|")) {
        assertThat(String.join("", lines("edits/edits.json")))
            .contains("\"old\":\"|VIAF=7\",\"new\":\"|VIAF=7|GND=100000037\"");
      } else {
        assertThat(folder.resolve("out/edits/edits.json")).doesNotExist();
      }
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

  @Test
  void rejectedLinkGivesNoEdit() throws IOException {
    LinkSummary summary =
        reviewed(dump("Ingrid Sund:" + SUND), Map.of("Ingrid Sund", rejects("100000037")));
    assertThat(row("Ingrid Sund"))
        .isEqualTo("Ingrid Sund\t\t1.0000\tnone\tno record fits, said by Ada on 2026-11-29");
    assertThat(summary.byPeople()).isEqualTo(1);
    assertThat(summary.none()).isEqualTo(1);
    assertThat(folder.resolve("out/edits/edits.json")).doesNotExist();
    assertThat(String.join("", lines("links.beacon"))).doesNotContain("100000037");
  }

  @Test
  void acceptedRecordIsTheLinkAlsoWhereTheProgramSawNone() throws IOException {
    Path dump =
        dump("Ada Nyberg:{{Personendaten|NAME=Nyberg, Ada|GEBURTSDATUM=1801}} [[Kategorie:Frau]] ");
    link(dump, LIBRARY, null);
    assertThat(row("Ada Nyberg")).startsWith("Ada Nyberg\t\t");
    reviewed(dump, Map.of("Ada Nyberg", accepts("100000037")));
    assertThat(row("Ada Nyberg"))
        .isEqualTo("Ada Nyberg\t100000037\t1.0000\taccept\taccepted by Ada on 2026-11-29");
    assertThat(lines("edits/edits.json"))
        .anyMatch(line -> line.contains("{{Normdaten|TYP=p|GND=100000037}}"));
  }

  @Test
  void recordThatWasJoinedSincePeopleLookedIsFollowed() throws IOException {
    reviewed(dump("Ingrid Sund:" + SUND), Map.of("Ingrid Sund", accepts("100000061")));
    assertThat(row("Ingrid Sund")).startsWith("Ingrid Sund\t100000088\t1.0000\taccept");
  }

  @Test
  void recordThatIsGoneSincePeopleLookedIsNamedAndNotLinked() throws IOException {
    LinkSummary summary =
        reviewed(dump("Ingrid Sund:" + SUND), Map.of("Ingrid Sund", accepts("119999999")));
    assertThat(row("Ingrid Sund")).startsWith("Ingrid Sund\t100000037\t").doesNotContain("Ada");
    assertThat(summary.byPeople()).isZero();
    assertThat(summary.exit().code()).isEqualTo(1);
    assertThat(summary.problems()).anyMatch(problem -> problem.contains("119999999"));
  }

  @Test
  void linkOnWhichReviewersDoNotAgreeIsLeftToALook() throws IOException {
    Word word = new Word(false, null, Set.of("100000037"), "reviewers do not agree yet (Ada, Bo)");
    reviewed(dump("Ingrid Sund:" + SUND), Map.of("Ingrid Sund", word));
    assertThat(row("Ingrid Sund")).contains("\treview\treviewers do not agree yet (Ada, Bo); ");
  }

  @Test
  void recordThatPeopleGaveToAnotherIsNotAcceptedTwice() throws IOException {
    String other = "{{Personendaten|NAME=Nyberg, Ada|GEBURTSDATUM=1801}} [[Kategorie:Frau]] ";
    reviewed(
        dump("Ingrid Sund:" + SUND, "Ada Nyberg:" + other),
        Map.of("Ada Nyberg", accepts("100000037")));
    assertThat(row("Ingrid Sund"))
        .contains("\treview\treviewers gave this record to \"Ada Nyberg\"; ");
  }

  @Test
  void recordThatPeopleDidNotSeeIsNotRejectedByThem() throws IOException {
    reviewed(dump("Ingrid Sund:" + SUND), Map.of("Ingrid Sund", rejects("118650130")));
    assertThat(row("Ingrid Sund"))
        .startsWith("Ingrid Sund\t100000037\t")
        .contains("\treview\treviewers did not see this record; ");
  }

  /// As many wrong links among those that people looked at make the others less sure.
  @Test
  void decisionsOfReviewersTeachTheOtherProbabilities() throws IOException {
    Path records = manyRecords();
    Path dump = dump(pages);
    link(dump, records, null);
    assertThat(row("Seite 200")).contains("\taccept\t");
    Map<String, Word> words = new HashMap<>();
    for (int i = 0; i < 60; i++) {
      words.put("Seite " + i, i % 3 == 0 ? rejects("r" + i) : accepts("r" + i));
    }
    LinkSummary summary = link(dump, records, null, new Reviewed(words), Progress.Display.NONE);
    assertThat(summary.recalibrated()).isTrue();
    assertThat(summary.settled()).isEqualTo(60);
    assertThat(summary.byPeople()).isEqualTo(60);
    assertThat(row("Seite 1")).contains("\t1.0000\taccept\taccepted by Ada");
    assertThat(row("Seite 3")).startsWith("Seite 3\t\t1.0000\tnone");
    for (int i = 60; i < pages.length; i++) {
      String[] cells = row("Seite " + i).split("\t");
      assertThat(Double.parseDouble(cells[2])).isBetween(0.55, 0.85);
      assertThat(cells[3]).isEqualTo("review");
    }
  }

  @Test
  void fewDecisionsCountButTeachNothing() throws IOException {
    Path records = manyRecords();
    LinkSummary summary =
        link(
            dump(pages),
            records,
            null,
            new Reviewed(Map.of("Seite 3", rejects("r3"))),
            Progress.Display.NONE);
    assertThat(summary.recalibrated()).isFalse();
    assertThat(row("Seite 3")).startsWith("Seite 3\t\t1.0000\tnone");
    assertThat(row("Seite 200")).contains("\taccept\t");
  }

  @Test
  void progressCountsBytesPersonsAndRecordsEachByItself() {
    Map<String, Long> totals = new LinkedHashMap<>();
    Map<String, Long> done = new LinkedHashMap<>();
    Progress.Display display =
        (task, unit) ->
            new Progress() {
              @Override
              public void total(long total) {
                totals.merge(task + ", " + unit, total, (a, b) -> -1L);
              }

              @Override
              public synchronized void step(long steps, String note) {
                done.merge(task + ", " + unit, steps, Long::sum);
              }

              @Override
              public void close() {}
            };
    Path dump = SAMPLES.resolve("wiki/dump.xml");
    link(dump, LIBRARY, null, Reviewed.NONE, display);
    assertThat(totals)
        .containsExactly(
            Map.entry("reading the dump, bytes", dump.toFile().length()),
            Map.entry("linking, biographies", 8L),
            Map.entry("looking at the library's file, records", 10L));
    assertThat(done).isEqualTo(totals);
  }

  private final String[] pages = new String[240];

  /// Records of persons, each with a page that says the same and another record of a stranger.
  private Path manyRecords() throws IOException {
    Random random = new Random(11);
    StringBuilder records = new StringBuilder();
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
    return Files.writeString(folder.resolve("records.jsonl"), records);
  }

  /// Pages name their records; of those whose year of birth is not that of the record, most name
  /// another one, as where two persons of one name are mixed up.
  @Test
  void linksThatPagesNameLowerProbabilitiesThatClaimTooMuch() throws IOException {
    Path file = manyRecords();
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
