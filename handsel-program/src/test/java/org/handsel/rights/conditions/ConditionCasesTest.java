package org.handsel.rights.conditions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.handsel.testing.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Letters of institutions and what they state. Of the first cases a third is held out by hash, the
/// others are among the known wordings (`wordings.tsv` of the program), from which likeness is
/// learnt; of the fresh ones none is.
class ConditionCasesTest {
  private static final Path CASES =
      Shared.root().resolve("handsel-program/src/test/resources/cases/conditions");

  private final Conditions conditions = Conditions.load();

  private static List<String[]> rows(String file, boolean heldOut) throws IOException {
    List<String[]> rows = new ArrayList<>();
    for (String line : Files.readAllLines(CASES.resolve(file)).stream().skip(1).toList()) {
      String[] cells = line.split("\t");
      CRC32 hash = new CRC32();
      hash.update(cells[2].getBytes(StandardCharsets.UTF_8));
      if (hash.getValue() % 3 == 0 == heldOut) {
        rows.add(cells);
      }
    }
    return rows;
  }

  private static Set<String> ids(LetterAnalysis analysis) {
    return analysis.conditions().stream()
        .map(LetterAnalysis.Condition::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest(name = "held out: {0}")
  @CsvSource({"false, 0.97, 0.95, 0.97, 0.03", "true, 0.94, 0.75, 0.98, 0.17"})
  void conditionsAreFoundAndLookAlikesAreNot(
      boolean heldOut, double precision, double recall, double sure, double wrong)
      throws IOException {
    hold(
        rows("positive.tsv", heldOut),
        rows("negative.tsv", heldOut),
        precision,
        recall,
        sure,
        wrong);
  }

  @Test
  void passagesThatNobodySawAreReadRightRatherThanCompletely() throws IOException {
    hold(all("fresh-positive.tsv"), all("fresh-negative.tsv"), 0.92, 0.78, 0.97, 0.25);
  }

  private static List<String[]> all(String file) throws IOException {
    List<String[]> rows = rows(file, false);
    rows.addAll(rows(file, true));
    return rows;
  }

  @Test
  void knownWordingsAreFoundAndTheirLookAlikesAreNot() {
    List<String[]> positive = new ArrayList<>();
    List<String[]> negative = new ArrayList<>();
    for (Wordings.Wording one : Wordings.read()) {
      (one.ids().isEmpty() ? negative : positive)
          .add(new String[] {one.language(), String.join(",", one.ids()), one.text()});
    }
    hold(positive, negative, 0.95, 0.92, 0.95, 0.07);
  }

  @Test
  void whatIsHeldOutIsNotAmongTheKnownWordings() throws IOException {
    Set<String> known =
        Wordings.read().stream().map(Wordings.Wording::text).collect(Collectors.toSet());
    Map<String, List<String[]>> heldOut =
        Map.of(
            "positive", rows("positive.tsv", true),
            "negative", rows("negative.tsv", true),
            "fresh", all("fresh-positive.tsv"),
            "fresh look-alikes", all("fresh-negative.tsv"));
    for (Map.Entry<String, List<String[]>> file : heldOut.entrySet()) {
      for (String[] row : file.getValue()) {
        // No message that shows the text: nobody reads it.
        assertThat(known.contains(row[2].replace("\\n", "\n"))).as(file.getKey()).isFalse();
      }
    }
  }

  private void hold(
      List<String[]> positive,
      List<String[]> lookAlikes,
      double precision,
      double recall,
      double sure,
      double wrong) {
    int right = 0;
    int tooMany = 0;
    int missed = 0;
    int calledSure = 0;
    int rightlySure = 0;
    for (String[] row : positive) {
      Set<String> expected = Set.of(row[1].split(","));
      LetterAnalysis analysis = conditions.analyse(row[2], row[0]);
      for (LetterAnalysis.Condition condition : analysis.conditions()) {
        if (condition.certainty() == LetterAnalysis.Certainty.SURE) {
          calledSure++;
          rightlySure += expected.contains(condition.id()) ? 1 : 0;
        }
      }
      Set<String> found = ids(analysis);
      for (String id : found) {
        right += expected.contains(id) ? 1 : 0;
        tooMany += expected.contains(id) ? 0 : 1;
      }
      missed += (int) expected.stream().filter(id -> !found.contains(id)).count();
    }
    long mistaken =
        lookAlikes.stream()
            .filter(row -> !ids(conditions.analyse(row[2].replace("\\n", "\n"), row[0])).isEmpty())
            .count();
    assertThat(right / (double) (right + tooMany)).as("precision").isGreaterThan(precision);
    assertThat(right / (double) (right + missed)).as("recall").isGreaterThan(recall);
    assertThat(rightlySure / (double) calledSure).as("right when sure").isGreaterThan(sure);
    assertThat(mistaken / (double) lookAlikes.size()).as("mistaken").isLessThan(wrong);
  }

  @Test
  void everyConditionHasThreeWordingsInEachLanguage() throws IOException {
    List<String[]> all = all("positive.tsv");
    for (String id : ConditionTable.load().entries().keySet()) {
      for (String language : Conditions.LANGUAGES) {
        assertThat(all)
            .filteredOn(row -> row[0].equals(language) && List.of(row[1].split(",")).contains(id))
            .as("%s in %s", id, language)
            .hasSizeGreaterThanOrEqualTo(3);
      }
    }
  }

  @Test
  void wholeLettersAreReadInTheirLanguage() throws IOException {
    int right = 0;
    int tooMany = 0;
    int missed = 0;
    try (DirectoryStream<Path> letters =
        Files.newDirectoryStream(CASES.resolve("letters"), "*.txt")) {
      for (Path letter : letters) {
        String name = letter.getFileName().toString();
        Set<String> expected =
            new TreeSet<>(Files.readAllLines(letter.resolveSibling(name.replace(".txt", ".ids"))));
        expected.remove("");
        LetterAnalysis analysis = conditions.analyse(Files.readString(letter));
        assertThat(analysis.language()).as(name).isEqualTo(name.substring(3, 5));
        Set<String> found = ids(analysis);
        for (String id : found) {
          right += expected.contains(id) ? 1 : 0;
          tooMany += expected.contains(id) ? 0 : 1;
        }
        missed += (int) expected.stream().filter(id -> !found.contains(id)).count();
      }
    }
    assertThat(right / (double) (right + tooMany)).as("precision").isGreaterThan(0.9);
    assertThat(right / (double) (right + missed)).as("recall").isGreaterThan(0.85);
  }

  @Test
  void whatComesAfterAProvisoCounts() {
    assertThat(
            ids(
                conditions.analyse(
                    "We have no objection to the release, provided that nobody may alter the"
                        + " images.",
                    "en")))
        .containsExactly("nd");
    assertThat(ids(conditions.analyse("We have no objection to changes.", "en"))).isEmpty();
  }

  @Test
  void wishForAPromiseIsNotTakenBackByTheNotOfTheNextClause() {
    assertThat(
            ids(
                conditions.analyse(
                    "Wir erwarten eine Garantie, dass die Dateien nicht gelöscht werden.", "de")))
        .containsExactly("guaranteed-use");
  }

  @Test
  void quoteIsThePassageItself() {
    String letter = "Dear all,\n\nthe images must not be cropped. Kind regards";
    LetterAnalysis.Condition condition = conditions.analyse(letter).conditions().getFirst();
    assertThat(condition.id()).isEqualTo("nd");
    assertThat(condition.quote()).isEqualTo("the images must not be cropped.");
    assertThat(letter.substring(condition.start(), condition.end())).isEqualTo(condition.quote());
    assertThat(condition.offers()).isNotEmpty();
    assertThat(condition.source()).isNotEmpty();
  }

  @Test
  void demandThatNobodyKnowsIsLeftOpen() {
    LetterAnalysis analysis =
        conditions.analyse("Thank you for the visit. We must also receive a printed copy.");
    assertThat(analysis.conditions()).isEmpty();
    assertThat(analysis.open())
        .extracting(LetterAnalysis.Open::quote)
        .containsExactly("We must also receive a printed copy.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"你好，图片只能用于教育目的。", "Olá, as imagens só podem ser usadas sem fins lucrativos."})
  void letterInAnotherLanguageIsLeftOpenAsAWhole(String letter) {
    LetterAnalysis analysis = conditions.analyse(letter);
    assertThat(analysis.conditions()).isEmpty();
    assertThat(analysis.open()).isNotEmpty();
  }
}
