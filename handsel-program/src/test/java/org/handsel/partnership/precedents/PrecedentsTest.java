package org.handsel.partnership.precedents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.handsel.partnership.register.Institution;
import org.handsel.partnership.register.Institutions;
import org.handsel.partnership.talks.Partnership;
import org.handsel.partnership.talks.Partnerships;
import org.handsel.partnership.talks.Stages;
import org.handsel.platform.Database;
import org.handsel.platform.HandselException;
import org.handsel.platform.History;
import org.handsel.platform.Who;
import org.handsel.testing.CaseTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PrecedentsTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-29T12:00:00Z"), ZoneOffset.UTC);
  private static final Who ADA = Who.me("Ada");
  private static final Seeker GERMAN_ARCHIVE =
      new Seeker("none", List.of(), "archive", "DE", 100_000L, "CC BY-SA 4.0");

  @TempDir Path folder;
  private Database database;
  private Institutions register;
  private Precedents precedents;

  @BeforeEach
  void open() {
    database = Database.open("jdbc:sqlite:" + folder.resolve("handsel.db"), NOON);
    History history = new History(database, NOON);
    register = new Institutions(database, history, NOON);
    precedents = new Precedents(database, history, NOON, register);
  }

  @AfterEach
  void close() {
    database.close();
  }

  static Stream<List<String>> titles() {
    return CaseTable.rows("precedents/titles.tsv");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("titles")
  void titleTellsWhoGave(List<String> row) {
    Classified read = CategoryTitles.load().read(row.get(0));
    assertThat(read.kind()).isEqualTo(row.get(1));
    if (read.kind().equals("institution")) {
      assertThat(read.name()).isEqualTo(row.get(2));
      assertThat(read.type() == null ? "" : read.type()).isEqualTo(row.get(3));
    }
  }

  private PrecedentImport take(String... titles) throws Exception {
    Path list = folder.resolve("list.tsv");
    Files.write(list, List.of(titles));
    return precedents.importCategories(ADA, list, "list");
  }

  @Test
  void sameListAgainAddsNothing() throws Exception {
    register.add(ADA, Institution.draft("KYSTBIBLIOTEKET", "NO", "library"));
    PrecedentImport first = take("Images_from_Kystbiblioteket", "Wiki_Loves_Fjords_2020");
    assertThat(first.added()).isEqualTo(2);
    assertThat(first.matched()).isEqualTo(1);
    assertThat(first.kinds()).containsEntry("institution", 1).containsEntry("campaign", 1);
    assertThat(take("Images from Kystbiblioteket", "Wiki Loves Fjords 2020").unchanged())
        .isEqualTo(2);
  }

  @Test
  void emptyListIsRefusedAndBrokenLinesAreNamed() throws Exception {
    assertThatThrownBy(() -> take("", " "))
        .isInstanceOf(HandselException.class)
        .hasMessageContaining("one a line");
    assertThat(take("Images from A", "[[File:x|y]]").problems())
        .singleElement()
        .asString()
        .startsWith("line 2:");
  }

  @Test
  void documentedCoOperationsFitAGermanArchiveBest() {
    List<FittingPrecedent> fitting = precedents.fitting(GERMAN_ARCHIVE, 5);
    assertThat(fitting.getFirst().precedent().name()).isEqualTo("Bundesarchiv");
    assertThat(fitting.getFirst().fits())
        .contains("same-type", "same-country", "similar-size", "same-licence", "documented");
    Precedent archive = fitting.getFirst().precedent();
    assertThat(archive.figures())
        .isNotNull()
        .extracting(Precedent.Figures::files)
        .isEqualTo(82_457L);
    assertThat(archive.facts())
        .extracting(Precedent.Fact::topic)
        .contains("gain", "load", "problem", "end");
    assertThat(archive.facts())
        .extracting(Precedent.Fact::english)
        .anyMatch(fact -> fact.contains("230 %"));
  }

  @Test
  void campaignsAreNeverCited() throws Exception {
    take("Wiki Loves Monuments in Nigeria", "Images from Stadtarchiv Niederau");
    assertThat(precedents.fitting(GERMAN_ARCHIVE, 50))
        .extracting(one -> one.precedent().name())
        .contains("Stadtarchiv Niederau")
        .doesNotContain("Wiki Loves Monuments in Nigeria");
  }

  @Test
  void newestFiguresCountAndSmallOnesGiveNoShare() throws Exception {
    take("Images from Kystbiblioteket");
    for (String day : List.of("2026-01-01", "2026-10-01")) {
      precedents.importFigures(
          ADA,
          List.of(
              new CategoryFigures(
                  "Images from Kystbiblioteket",
                  "Kystbiblioteket",
                  new Precedent.Figures(day, 4L, 4L, 5L, 2L, 6L, 1L, "figures"))),
          "figures",
          "NO");
    }
    FittingPrecedent small =
        precedents.fitting(new Seeker("x", List.of(), "library", "NO", null, null), 9).stream()
            .filter(one -> one.precedent().name().equals("Kystbiblioteket"))
            .findFirst()
            .orElseThrow();
    Precedent.Figures figures = Objects.requireNonNull(small.precedent().figures());
    assertThat(figures.asOf()).isEqualTo("2026-10-01");
    assertThat(figures.share()).isNull();
    assertThat(small.fits()).contains("same-type", "same-country").doesNotContain("figures");
    assertThat(small.unknown()).contains("size", "licence");
  }

  @Test
  void ownPartnershipsInReleaseArePrecedents() {
    Institution house = register.add(ADA, Institution.draft("Stadtmuseum", "DE", "archive"));
    History history = new History(database, NOON);
    Partnership begun =
        new Partnerships(database, history, NOON).begin(ADA, house.id(), "Photographs");
    assertThat(names()).doesNotContain("Stadtmuseum – Photographs");
    new Stages(database, history, NOON).move(ADA, begun.id(), begun.version(), 4, "test");
    assertThat(names()).contains("Stadtmuseum – Photographs");
  }

  private List<String> names() {
    return precedents.fitting(GERMAN_ARCHIVE, 50).stream()
        .map(one -> one.precedent().name())
        .toList();
  }
}
