package org.handsel.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.handsel.testing.CaseTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RightsStatementsTest {
  private static final RightsStatements RIGHTS = RightsStatements.load();

  private static Stream<List<String>> cases() {
    return CaseTable.rows("rights/statements.tsv");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void deliveredTextHasTheExpectedVerdict(List<String> row) {
    RightsStatement judged = RIGHTS.judge(row.get(0));

    assertThat(judged.verdict().name().toLowerCase(Locale.ROOT)).isEqualTo(row.get(1));
    assertThat(judged.label()).isEqualTo(row.get(2));
    assertThat(judged.template() == null ? "" : judged.template()).isEqualTo(row.get(3));
    assertThat(judged.raw()).isEqualTo(row.get(0));
    assertThat(judged.reason()).isNotBlank();
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "InC,NO,Q47530729",
    "InC-OW-EU,NO,Q47530688",
    "InC-EDU,NO,Q47530757",
    "InC-NC,NO,Q47530780",
    "InC-RUU,NO,Q47530802",
    "NoC-CR,HOLD,Q47530853",
    "NoC-NC,HOLD,Q47530884",
    "NoC-OKLR,HOLD,Q47530902",
    "NoC-US,CONDITIONAL,Q47530911",
    "NKC,CONDITIONAL,Q47530955",
    "CNE,NO,Q47530926",
    "UND,NO,Q47530946"
  })
  void theTwelveStatementsHaveTwelveVerdicts(String code, Verdict verdict, String item) {
    for (String form :
        List.of(
            "http://rightsstatements.org/vocab/%s/1.0/",
            "https://rightsstatements.org/vocab/%s/1.0",
            "rightsstatements.org/page/%s/1.0/?language=de",
            " HTTP://www.RightsStatements.org/vocab/%s/1.0/ ")) {
      RightsStatement judged = RIGHTS.judge(form.formatted(code));

      assertThat(judged.verdict()).as(form).isEqualTo(verdict);
      assertThat(judged.uri())
          .isEqualTo("http://rightsstatements.org/vocab/%s/1.0/".formatted(code));
      assertThat(judged.statementItem()).isEqualTo(item);
      assertThat(judged.licenceItem()).isNull();
    }
  }

  @Test
  void aFreeLicenceBringsItsTemplateAndItems() {
    assertThat(RIGHTS.judge("https://creativecommons.org/licenses/by-sa/4.0/"))
        .isEqualTo(
            new RightsStatement(
                "https://creativecommons.org/licenses/by-sa/4.0/",
                "http://creativecommons.org/licenses/by-sa/4.0/",
                "CC BY-SA 4.0",
                Verdict.YES,
                "A free licence: name the author and the licence as it asks; changes go under the"
                    + " same licence.",
                "Cc-by-sa-4.0",
                "Q18199165",
                null,
                "Q50423863"));
  }

  @Test
  void aPublicDomainMarkIsHeldWithTheFactsThatWouldSettleIt() {
    RightsStatement judged = RIGHTS.judge("http://creativecommons.org/publicdomain/mark/1.0/");

    assertThat(judged.verdict()).isEqualTo(Verdict.HOLD);
    assertThat(judged.licenceItem()).isNull();
    assertThat(judged.statusItem()).isEqualTo("Q19652");
    assertThat(judged.reason()).contains("death year", "date", "country");
  }

  @Test
  void aMissingVersionIsAskedFor() {
    assertThat(RIGHTS.judge("Erkännande-Dela lika").reason()).contains("ask", "version");
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void nothingThatIsWrittenMakesItThrowAndARestrictionIsNeverLost(long seed) {
    Random random = new Random(seed);
    List<String> parts =
        cases().flatMap(row -> Stream.of(row.get(0).split("(?<=\\W)|(?=\\W)", -1))).toList();
    for (int i = 0; i < 5_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(12); n >= 0; n--) {
        text.append(
            random.nextInt(12) == 0
                ? String.valueOf((char) random.nextInt(0x10000))
                : parts.get(random.nextInt(parts.size())));
      }
      assertThat(RIGHTS.judge(text.toString())).isNotNull();
      assertThat(RIGHTS.judge(text + " All rights reserved").verdict())
          .as("%s", text)
          .isNotEqualTo(Verdict.YES);
    }
  }

  @Test
  void answersDoNotDependOnTheLanguageOfTheMachine() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      RightsStatements rights = RightsStatements.load();
      assertThat(cases())
          .allSatisfy(row ->
              assertThat(rights.judge(row.get(0)).label()).as(row.get(0)).isEqualTo(row.get(2)));
      assertThat(rights.judge("İ https://creativecommons.org/LICENSES/BY/4.0/ İ").label())
          .isEqualTo("CC BY 4.0");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void longProseIsReadInTimeInProportionToItsLength() {
    long start = System.nanoTime();
    for (String part :
        List.of("a.", "cc by ", "http://", "no ", "public ", "creativecommons.org")) {
      assertThat(RIGHTS.judge(part.repeat(200_000)).verdict()).isNotEqualTo(Verdict.YES);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
  }

  @Test
  void threadsMayShareIt() {
    List<List<String>> rows = cases().toList();
    RightsStatements rights = RightsStatements.load();
    assertThat(
            IntStream.range(0, 20_000)
                .parallel()
                .mapToObj(i -> rows.get(i % rows.size()))
                .filter(row -> !row.get(2).equals(rights.judge(row.get(0)).label())))
        .isEmpty();
  }
}
