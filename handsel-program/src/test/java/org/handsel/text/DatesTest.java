package org.handsel.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.handsel.testing.CaseTable;
import org.handsel.text.Dates.ParsedDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {
  private static final Dates DATES = Dates.load();

  private static Stream<List<String>> cases() {
    return CaseTable.rows("dates/display-dates.tsv");
  }

  private static String answer(String text, String language) {
    return DATES
        .parse(text, language.isEmpty() ? null : language)
        .map(ParsedDate::edtf)
        .orElse(DATES.undated(text) ? "undated" : "none");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void displayDateHasTheExpectedForm(List<String> row) {
    assertThat(answer(row.get(0), row.get(1))).isEqualTo(row.get(2));
  }

  @Test
  void answersDoNotDependOnTheLanguageOfTheMachine() {
    Locale before = Locale.getDefault();
    try {
      for (String language : List.of("tr", "de", "ar", "th-TH-u-ca-buddhist")) {
        Locale.setDefault(Locale.forLanguageTag(language));
        Dates dates = Dates.load();
        assertThat(cases())
            .allSatisfy(row ->
                assertThat(
                        dates
                            .parse(row.get(0), row.get(1).isEmpty() ? null : row.get(1))
                            .map(ParsedDate::edtf)
                            .orElse(dates.undated(row.get(0)) ? "undated" : "none"))
                    .as(row.get(0))
                    .isEqualTo(row.get(2)));
        assertThat(dates.parse("JULI 1862", "de").map(ParsedDate::edtf)).contains("1862-07");
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void displayTextKeepsTheWordsOfTheSource() {
    assertThat(DATES.parse("  Utf.\u00a0 troligen  1732\n", "sv"))
        .contains(new ParsedDate("1732?", "Utf. troligen 1732"));
  }

  @Test
  void wordsAreUnderstoodWhateverLanguageTheTextIsTaggedWith() {
    assertThat(DATES.parse("Förvärvsår mellan 1986 och 1988", "en").map(ParsedDate::edtf))
        .contains("1986/1988");
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void nothingThatIsWrittenMakesItThrowAndEveryAnswerIsValid(long seed) {
    Random random = new Random(seed);
    List<String> parts =
        cases().flatMap(row -> Stream.of(row.get(0).split("(?<=\\W)|(?=\\W)", -1))).toList();
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(9); n >= 0; n--) {
        text.append(
            random.nextInt(12) == 0
                ? String.valueOf((char) random.nextInt(0x10000))
                : parts.get(random.nextInt(parts.size())));
        if (random.nextInt(3) == 0) {
          text.append(' ');
        }
      }
      Optional<ParsedDate> date = DATES.parse(text.toString(), random.nextBoolean() ? "sv" : null);
      assertThat(date.map(ParsedDate::edtf).filter(edtf -> !Edtf.valid(edtf))).isEmpty();
      DATES.undated(text.toString());
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {11, 12, 13})
  void yearsOfAnAnswerAreYearsOfTheText(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      int from = 1000 + random.nextInt(1000);
      int to = from + 1 + random.nextInt(99);
      assertThat(answer("mellan %d och %d".formatted(from, to), "sv")).isEqualTo(from + "/" + to);
      assertThat(answer("ca %d (?)".formatted(from), "")).isEqualTo(from + "%");
      assertThat(answer("%d-%d".formatted(to, from), "")).isEqualTo("none");
    }
  }

  @Test
  void longAndHostileTextsAreLeftAloneQuickly() {
    List<String> hostile =
        Stream.of(
                "1",
                "-",
                "(",
                "första ",
                "1850-",
                "c. ",
                "av ",
                "?",
                "X",
                "a\u0301",
                " ",
                "1850 or ")
            .map(part -> part.repeat(200_000))
            .toList();

    long start = System.nanoTime();
    for (String text : hostile) {
      assertThat(DATES.parse(text, null)).isEmpty();
      assertThat(DATES.undated(text)).isFalse();
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void threadsMayShareIt() {
    List<List<String>> rows = cases().toList();
    assertThat(
            IntStream.range(0, 20_000)
                .parallel()
                .mapToObj(i -> rows.get(i % rows.size()))
                .filter(row -> !answer(row.get(0), row.get(1)).equals(row.get(2))))
        .isEmpty();
  }
}
