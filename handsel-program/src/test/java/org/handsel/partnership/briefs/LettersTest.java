package org.handsel.partnership.briefs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Stream;
import org.handsel.partnership.prospects.KnownFacts;
import org.handsel.platform.HandselException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Tables and letters that come with the program.
class LettersTest {
  static Stream<String[]> letters() {
    return Letters.load().templates().stream()
        .flatMap(template ->
            Letters.LANGUAGES.stream().map(language -> new String[] {template.id(), language}));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("letters")
  void whatIsNotKnownStaysAPlaceToFillIn(String template, String language) {
    Letters.Letter letter =
        Letters.load().write(template, language, Map.of("me", "Ada", "group", "WMX"));
    assertThat(letter.subject()).isNotBlank().doesNotContain("\n");
    assertThat(letter.text()).contains("Ada", "WMX").doesNotContain("{", "}");
    assertThat(letter.open()).contains("[salutation]");
  }

  @Test
  void letterThatIsNotThereIsRefusedWithThoseThatAre() {
    assertThatThrownBy(() -> Letters.load().write("love", "de", Map.of()))
        .isInstanceOf(HandselException.class)
        .hasMessageContaining("first-contact")
        .hasMessageContaining("love");
    assertThatThrownBy(() -> Letters.load().write("thanks", "xx", Map.of()))
        .hasMessageContaining("de, en, fr");
  }

  @Test
  void whatIsTypedCannotBecomeAPlaceholder() {
    Letters.Letter letter =
        Letters.load().write("thanks", "en", Map.of("me", "$1 {institution} \\", "group", "g"));
    assertThat(letter.text()).contains("$1 {institution} \\");
  }

  @Test
  void questionsFollowTheProfile() {
    BriefTables tables = BriefTables.load();
    KnownFacts nothing = new KnownFacts(Map.of(), Map.of());
    KnownFacts exclusive =
        new KnownFacts(Map.of("third-party-exclusivity", "until 2030"), Map.of());
    assertThat(tables.questions(nothing, "de"))
        .extracting(Brief.TheirQuestion::id)
        .contains("commercial", "work")
        .doesNotContain("exclusive");
    assertThat(tables.questions(exclusive, "en").getFirst())
        .satisfies(question -> {
          assertThat(question.id()).isEqualTo("exclusive");
          assertThat(question.expected()).isTrue();
        });
    assertThat(tables.asks(nothing)).isNotEmpty().allMatch(ask -> !ask.in("fr").isBlank());
  }
}
