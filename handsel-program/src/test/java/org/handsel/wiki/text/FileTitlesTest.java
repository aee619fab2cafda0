package org.handsel.wiki.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.handsel.platform.Tsv;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileTitlesTest {
  private static final String SUFFIX = " - SMVK - 0307.a.0001";

  static Stream<List<String>> cases() throws Exception {
    try (var in = FileTitlesTest.class.getResourceAsStream("/cases/titles/make.tsv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines().skip(1).map(Tsv::cells).toList().stream();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void makesTheNameThatTheWikiStores(List<String> row) {
    String description = unicode(row.get(1));

    FileTitle title = FileTitles.make(description, row.get(2), row.get(3));

    assertThat(title.name()).as(row.getFirst()).isEqualTo(row.get(4));
    assertThat(title.problems()).isEmpty();
    assertThat(title.page()).isEqualTo("File:" + row.get(4));
  }

  @Test
  void longDescriptionIsCutAtTheEndOfAWordAndTheSuffixStays() {
    FileTitle title = FileTitles.make("museum ".repeat(60), SUFFIX, "jpg");

    assertThat(title.shortened()).isTrue();
    assertThat(title.name()).endsWith("museum" + SUFFIX + ".jpg");
    assertThat(bytes(title.name())).isBetween(230, 240);
  }

  @Test
  void longDescriptionIsCutAtTheEndOfASentenceWhenThatKeepsMostOfIt() {
    String first = "Excavation at Teotihuacan, " + "wall after wall ".repeat(9) + "seen";

    FileTitle title = FileTitles.make(first + ". " + "And more ".repeat(30), SUFFIX, "jpg");

    assertThat(title.name()).isEqualTo(first + SUFFIX + ".jpg");
  }

  @Test
  void lettersWithAccentsAndPairsOfSurrogatesAreNotSplit() {
    String family = "👩‍👩‍👧";
    FileTitle title = FileTitles.make(family.repeat(40), SUFFIX, "jpg");

    String kept = title.name().substring(0, title.name().length() - (SUFFIX + ".jpg").length());
    assertThat(kept.replace(family, "")).isEmpty();
    assertThat(bytes(title.name())).isBetween(215, 240);
  }

  @Test
  void suffixThatFillsTheNameIsReportedAndNotCut() {
    FileTitle title = FileTitles.make("View", " - 1" + "x".repeat(300), "jpg");

    assertThat(title.name()).isEqualTo("1" + "x".repeat(300) + ".jpg");
    assertThat(title.problems()).extracting(TitleProblem::code).containsExactly("TITLE_TOO_LONG");
  }

  @Test
  void nothingToNameTheFileByIsReported() {
    assertThat(FileTitles.make("\u200E", "", "jpg").problems())
        .extracting(TitleProblem::code)
        .containsExactly("TITLE_EMPTY");
    assertThat(FileTitles.make("View", "", "").problems())
        .extracting(TitleProblem::code)
        .containsExactly("TITLE_EXTENSION");
  }

  @Test
  void everyRuleOfTheWikiHasItsProblem() {
    assertThat(codes("A: b.jpg")).containsExactly("TITLE_CHARACTER");
    assertThat(codes("A\u202Eb.jpg")).containsExactly("TITLE_CHARACTER");
    assertThat(codes("A&amp;b.jpg")).containsExactly("TITLE_ENTITY");
    assertThat(codes("A%20b.jpg")).containsExactly("TITLE_PERCENT");
    assertThat(codes("A~~~b.jpg")).containsExactly("TITLE_TILDES");
    assertThat(codes("é".repeat(119) + ".jpg")).contains("TITLE_TOO_LONG");
    assertThat(codes("View")).containsExactly("TITLE_EXTENSION");
    assertThat(codes("Www.museum.com.jpg")).containsExactly("TITLE_PROHIBITED_EXTENSION");
    assertThat(codes("File:view_1.jpg")).containsExactly("TITLE_NOT_NORMAL");
    assertThat(codes("File:View 1.jpg")).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whatWasMadeIsAlwaysFitToBeStoredAndMakingItAgainChangesNothing(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      String description = hostile(random, random.nextInt(400));
      String suffix = " - " + hostile(random, random.nextInt(40));

      FileTitle title = FileTitles.make("x" + description, suffix, "jpg");
      String base = title.name().substring(0, title.name().length() - 4);

      assertThat(title.problems()).as("%s | %s", description, suffix).isEmpty();
      // A dot or an extension at the end of a description without suffix is taken off.
      if (!base.endsWith(".") && !base.endsWith(".jpg")) {
        assertThat(FileTitles.make(base, "", "jpg").name())
            .as("%s | %s", description, suffix)
            .isEqualTo(title.name());
      }
    }
  }

  @Test
  void twinsDifferInCaseSpacesOrSpellingOfTheExtension() {
    assertThat(FileTitles.twinKey("File:A view.JPEG")).isEqualTo(FileTitles.twinKey("a_VIEW.jpg"));
    assertThat(FileTitles.twinKey("Straße.jpg")).isEqualTo(FileTitles.twinKey("STRASSE.jpg"));
    assertThat(FileTitles.twinKey("A.jpg")).isNotEqualTo(FileTitles.twinKey("A.png"));
  }

  @Test
  void twinsAreTheSameOnATurkishComputer() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      assertThat(FileTitles.twinKey("TITLE I.TIFF")).isEqualTo(FileTitles.twinKey("title i.tif"));
      assertThat(FileTitles.make("istanbul", " - M - 1", "TIF").name())
          .isEqualTo("Istanbul - M - 1.tif");
    } finally {
      Locale.setDefault(before);
    }
  }

  private static List<String> codes(String title) {
    return FileTitles.problems(title).stream().map(TitleProblem::code).toList();
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static String unicode(String text) {
    return java.util.regex.Pattern.compile("u([0-9A-F]{4})")
        .matcher(text)
        .replaceAll(match -> Character.toString(Integer.parseInt(match.group(1), 16)));
  }

  private static final List<String> TRAPS =
      List.of(
          " ",
          ".",
          ". ",
          ":",
          "/",
          "&amp;",
          "&#38;",
          "&#x26;",
          "amp;",
          "&",
          ";",
          "%",
          "%2",
          "0",
          "~~",
          "~",
          "#",
          "[[",
          "}}",
          "_",
          "-",
          ".com",
          ".php",
          ".jpg",
          "\u00A0",
          "\u00AD",
          "\u0301",
          "\uD800",
          "\uDC00",
          "é",
          "ß",
          "İ",
          "ǆ",
          "字",
          "👩‍👩‍👧",
          "\u202E",
          "\uFFFD",
          "\n",
          "File:",
          "ﬁ",
          "word",
          "A",
          "\u1161",
          "\u1100",
          "\u0345");

  private static String hostile(Random random, int length) {
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      if (random.nextInt(10) == 0) {
        text.appendCodePoint(random.nextInt(0x2FFF));
      } else {
        text.append(TRAPS.get(random.nextInt(TRAPS.size())));
      }
    }
    return text.toString();
  }
}
