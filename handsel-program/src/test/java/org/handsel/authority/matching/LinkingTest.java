package org.handsel.authority.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import org.handsel.platform.HandselException;
import org.handsel.platform.Progress;
import org.handsel.testing.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Small files of persons and what they are linked to.
class LinkingTest {
  @TempDir Path folder;

  private Linking.Summary link(Path persons, Path authority, Map<String, String> columns) {
    return Linking.run(
        new Linking.Order(persons, authority, columns, 0.95, folder.resolve("out")), Progress.NONE);
  }

  private List<String> links() throws IOException {
    return Files.readAllLines(folder.resolve("out/links.tsv")).stream()
        .skip(1)
        .map(line -> line.split("\t", -1)[0] + ">" + line.split("\t", -1)[1])
        .toList();
  }

  private Path file(String name, String... lines) throws IOException {
    return Files.write(folder.resolve(name), List.of(lines));
  }

  @Test
  void samplePersonsFindTheirRecords() throws IOException {
    Path samples = Shared.root().resolve("samples/authority");
    Linking.Summary summary =
        link(samples.resolve("persons.jsonl"), samples.resolve("library.jsonl"), Map.of());
    assertThat(links())
        .containsExactly("p1>118650130", "p2>100000010", "p3>100000037", "p4>", "p5>");
    assertThat(summary.problems()).isEmpty();
  }

  @Test
  void everyRowIsAnsweredInItsOrderAlsoWhereIdsRepeat() throws IOException {
    Path persons =
        file(
            "persons.jsonl",
            "{\"id\":\"b\",\"name\":\"Moe, Astrid\",\"birth\":\"1872\"}",
            "{\"id\":\"a\",\"name\":\"\"}",
            "{\"id\":\"b\",\"name\":\"Astrid Moe\",\"birth\":\"0000-00-00\"}");
    link(persons, Shared.root().resolve("samples/authority/library.jsonl"), Map.of());
    assertThat(links()).hasSize(3);
    assertThat(links().get(0)).startsWith("b>");
    assertThat(links().get(1)).isEqualTo("a>");
  }

  @Test
  void linesThatAreNoPersonsAreListedAndTheRestIsLinked() throws IOException {
    Path persons =
        file("persons.jsonl", "{broken", "{\"name\":\"X\"}", "{\"id\":\"a\",\"name\":\"X\"}");
    Linking.Summary summary =
        link(persons, Shared.root().resolve("samples/authority/library.jsonl"), Map.of());
    assertThat(summary.persons()).isEqualTo(1);
    assertThat(summary.problems()).hasSize(2).anyMatch(problem -> problem.contains("line 1"));
    assertThat(summary.exit().code()).isEqualTo(1);
  }

  @Test
  void columnsOfAnotherTableAreNamed() throws IOException {
    Path persons = file("persons.csv", "nr,wer,geb", "1,\"Brekke, Olav\",1858");
    link(
        persons,
        Shared.root().resolve("samples/authority/library.jsonl"),
        Map.of("id", "nr", "name", "wer", "birth", "geb"));
    assertThat(links()).containsExactly("1>100000010");
  }

  @Test
  void fileWithoutPersonsIsRefused() throws IOException {
    Path persons = file("persons.csv", "a,b", "1,2");
    Path library = Shared.root().resolve("samples/authority/library.jsonl");
    assertThatThrownBy(() -> link(persons, library, Map.of()))
        .isInstanceOf(HandselException.class)
        .hasMessageContaining("--columns");
  }

  /// "Brekke, Olav Ingrid Moe" is the entry of Olav, beside whom it names his wife.
  @Test
  void secondPersonInAHeadingIsNoPartOfTheName() throws IOException {
    List<String> library = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      library.add("{\"id\":\"m%d\",\"name\":\"Vik%d, Olav\",\"kind\":\"male\"}".formatted(i, i));
      library.add(
          "{\"id\":\"f%d\",\"name\":\"Vik%d, Ingrid\",\"kind\":\"female\"}".formatted(i, i));
    }
    library.add("{\"id\":\"r\",\"name\":\"Brekke, Olav\",\"kind\":\"male\"}");
    Path authority = Files.write(folder.resolve("library.jsonl"), library);
    Path persons = file("persons.jsonl", person("a", "Brekke, Olav Ingrid Moe", 0));
    link(persons, authority, Map.of());
    assertThat(links()).containsExactly("a>r");
  }

  private static String person(String id, String name, int birth) {
    return "{\"id\":\"%s\",\"name\":\"%s\",\"birth\":\"%s\"}"
        .formatted(id, name, birth == 0 ? "" : birth);
  }

  private static String entry(String id, String name, String text) {
    return "{\"id\":\"%s\",\"name\":\"%s\",\"text\":\"%s\"}".formatted(id, name, text);
  }

  /// The row of a table of entries got the text of the row below.
  @Test
  void textOfAnotherEntrySaysNothing() throws IOException {
    Path library =
        file(
            "library.jsonl",
            person("r1", "Sundqvist, Emilie", 0),
            person("r2", "Brekkestad, Clara", 1856));
    Path persons =
        file(
            "persons.jsonl",
            entry("a", "Sundqvist, Emilie", "Brekkestad, Clara, wurde 1856 in Moss geboren."),
            entry("b", "Brekkestad, Clara", "Brekkestad, Clara, wurde 1856 in Moss geboren."));
    link(persons, library, Map.of());
    assertThat(links()).containsExactly("a>r1", "b>r2");
  }

  /// "Sundqvist, Clara, geb. Brekkestad" may stand under both surnames.
  @Test
  void womanIsFoundUnderBothSurnamesTogether() throws IOException {
    List<String> records = new ArrayList<>();
    records.add(person("r", "Brekkestad-Sundqvist, Clara", 0));
    for (int i = 0; i < 30; i++) {
      records.add(person("s" + i, "Brekkestad, " + (char) ('A' + i % 26) + "nne" + i, 1800 + i));
      records.add(person("t" + i, "Sundqvist, " + (char) ('A' + i % 26) + "nne" + i, 1800 + i));
    }
    Path library = Files.write(folder.resolve("library.jsonl"), records);
    Path persons =
        file("persons.jsonl", entry("a", "Sundqvist, Clara", "Sundqvist, Clara, geb. Brekkestad."));
    link(persons, library, Map.of());
    assertThat(links()).containsExactly("a>r");
    assertThat(Files.readString(folder.resolve("out/links.tsv"))).contains("names are equal");
  }

  /// There is a second bearer of a common name more often than a library and a file of persons
  /// show.
  @Test
  void oneYearAndACommonNameAreLeftToALookThoughAWholeRareNameIsNot() throws IOException {
    String[] begin = {"Brek", "Tof", "Sund", "Hol", "Vin", "Mar", "Gul", "Ask", "Lys", "Jor"};
    String[] end = {"stad", "heim", "ovik", "land", "berget", "mo", "nes", "dal", "ungen", "fjell"};
    List<String> records = new ArrayList<>();
    List<String> persons = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      String rare = begin[i % 10] + end[i / 10];
      String given = begin[(i + i / 10) % 10] + "a";
      records.add(person("r" + i, rare + ", " + given, 1800 + i % 90));
      records.add(person("c" + i, "Smith, Keith" + (i == 0 ? "" : " " + rare), 1700 + i));
      persons.add(person("p" + i, rare + ", " + given, 1800 + i % 90));
    }
    persons.add(person("common", "Keith Smith", 1700));
    link(
        Files.write(folder.resolve("persons.jsonl"), persons),
        Files.write(folder.resolve("library.jsonl"), records),
        Map.of());
    List<String> rows = Files.readAllLines(folder.resolve("out/links.tsv"));
    assertThat(rows.getLast()).startsWith("common\tc0\t").contains("\treview\t", "one year alone");
    assertThat(rows.subList(1, rows.size() - 1)).allMatch(row -> row.contains("\taccept\t"));
  }

  /// A table of entries cut headings at the first point.
  @Test
  void headingThatWasCutOffGoesOnInTheText() throws IOException {
    Path library =
        file(
            "library.jsonl",
            person("r1", "Sundqvist, Emilie", 0),
            person("r2", "Sundqvist, Clara", 0),
            person("r3", "Brekkestad, Clara", 0));
    Path persons =
        file(
            "persons.jsonl",
            entry("a", "Sundqvist, Frau Dr", "Sundqvist, Frau Dr. Clara, Moss, schreibt Novellen."),
            entry("b", "Brekkestad, Gräfin", "Brekkestad, Gräfin. Clara und Emilie. Roman."));
    link(persons, library, Map.of());
    assertThat(links()).first().isEqualTo("a>r2");
  }

  /// Who is found under another surname is a woman more often than not.
  @Test
  void womanIsSoonerFoundUnderAnotherSurnameThanAMan() throws IOException {
    List<String> records = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      for (String given : List.of("Emilie", "Olav")) {
        records.add(
            "{\"id\":\"%s%d\",\"name\":\"Brek%cstad%c, %s\",\"birth\":\"18%02d-03-%02d\",\"kind\":\"%s\"}"
                .formatted(
                    given,
                    i,
                    'a' + i % 26,
                    'a' + i / 26,
                    given,
                    10 + i,
                    1 + i % 28,
                    given.equals("Olav") ? "male" : "female"));
      }
    }
    Path persons =
        file(
            "persons.jsonl",
            "{\"id\":\"w\",\"name\":\"Tofte, Emilie\",\"birth\":\"1815-03-06\"}",
            "{\"id\":\"m\",\"name\":\"Tofte, Olav\",\"birth\":\"1815-03-06\"}");
    link(persons, Files.write(folder.resolve("library.jsonl"), records), Map.of());
    List<String> rows = Files.readAllLines(folder.resolve("out/links.tsv"));
    assertThat(nobody(rows.get(1))).isLessThan(nobody(rows.get(2)) - 0.005);
  }

  /// How probable it is that no record is that of the person of a row.
  private static double nobody(String row) {
    assertThat(row).contains("\tnone\t");
    return Double.parseDouble(row.split("\t", -1)[2]);
  }

  @Test
  void recordFoundByAPseudonymOutOfATextIsNeverSure() throws IOException {
    Path library =
        file(
            "library.jsonl",
            person("r1", "Windlass, Max", 1847),
            person("r2", "Holm, Ida", 1820),
            person("r3", "Falk, Ole", 1830));
    Path persons =
        file(
            "persons.jsonl",
            entry("a", "Tofte, Clara", "Tofte, Clara, Ps. Max Windlass, geboren 1847 in Moss."));
    link(persons, library, Map.of());
    assertThat(links()).containsExactly("a>r1");
    assertThat(
            Double.parseDouble(
                Files.readAllLines(folder.resolve("out/links.tsv")).get(1).split("\t")[2]))
        .isBetween(0.5, 0.8);
  }

  @Test
  void thousandsOfTheSameNameAreToldApartByDatesOnly() throws IOException {
    List<String> same = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      same.add(person("r" + i, "Hansen, Ole", i == 7_777 ? 1633 : 1700 + i % 200));
    }
    Path library = Files.write(folder.resolve("library.jsonl"), same);
    Path persons =
        file("persons.jsonl", person("a", "Ole Hansen", 1633), person("b", "Ole Hansen", 0));
    link(persons, library, Map.of());
    assertThat(links()).containsExactly("a>r7777", "b>");
  }

  @Test
  void personIsNoWorkshopOfTheSameName() throws IOException {
    Path library =
        file(
            "library.jsonl",
            "{\"id\":\"r1\",\"name\":\"Sundqvist\",\"kind\":\"corporate\"}",
            "{\"id\":\"r2\",\"name\":\"Sundqvist & Co.\"}",
            "{\"id\":\"r3\",\"name\":\"Berg, Ada\"}");
    Path persons =
        file("persons.jsonl", "{\"id\":\"a\",\"name\":\"Sundqvist\",\"kind\":\"person\"}");
    link(persons, library, Map.of());
    assertThat(links()).containsExactly("a>");
  }

  @Test
  void bytesAreTheSameInAnyOrderOfPersonsAndOnAnyNumberOfThreads() throws Exception {
    Path library = Shared.root().resolve("samples/authority/library.jsonl");
    Path samples = Shared.root().resolve("samples/authority/persons.jsonl");
    List<String> lines = new ArrayList<>(Files.readAllLines(samples));
    link(samples, library, Map.of());
    List<String> first = Files.readAllLines(folder.resolve("out/links.tsv"));
    ForkJoinPool one = new ForkJoinPool(1);
    try {
      one.submit(() -> link(samples, library, Map.of())).get();
    } finally {
      one.shutdown();
    }
    assertThat(Files.readAllLines(folder.resolve("out/links.tsv"))).isEqualTo(first);
    Collections.reverse(lines);
    link(Files.write(folder.resolve("reversed.jsonl"), lines), library, Map.of());
    assertThat(Files.readAllLines(folder.resolve("out/links.tsv")))
        .extracting(row -> row.split("\t")[0] + row.split("\t")[1])
        .containsExactlyInAnyOrderElementsOf(
            first.stream().map(row -> row.split("\t")[0] + row.split("\t")[1]).toList());
  }

  @Test
  void bytesThatAreNoUtf8DoNotStopTheRest() throws IOException {
    Path persons = folder.resolve("persons.jsonl");
    byte[] latin = person("a", "J\u00f8rgen Sund", 1890).getBytes(StandardCharsets.ISO_8859_1);
    byte[] utf = ("\n" + person("b", "Olav Brekke", 1858)).getBytes(StandardCharsets.UTF_8);
    Files.write(persons, latin);
    Files.write(persons, utf, StandardOpenOption.APPEND);
    link(persons, Shared.root().resolve("samples/authority/library.jsonl"), Map.of());
    assertThat(links()).contains("b>100000010");
  }
}
