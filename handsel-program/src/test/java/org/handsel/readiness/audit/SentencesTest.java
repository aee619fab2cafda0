package org.handsel.readiness.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// What findings are told in, in every language.
class SentencesTest {
  static final List<String> LANGUAGES = AuditTexts.LANGUAGES;

  private final Sentences sentences = Sentences.load();

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void everyLanguageHasEverySentenceAndFillsInEveryValue(String language) {
    Map<String, String> texts = AuditTexts.all(language);
    sentences
        .keys()
        .forEach((key, arguments) -> {
          assertThat(texts).containsKey(key);
          MessageFormat format = new MessageFormat(texts.get(key), Locale.ROOT);
          assertThat(format.getFormatsByArgumentIndex()).as(key).hasSize(arguments);
        });
    assertThat(texts.keySet()).isEqualTo(AuditTexts.all("en").keySet());
    assertThat(texts.values()).noneMatch(text -> text.contains("'") || text.isBlank());
  }

  @Test
  void everySentenceIsUsedAndEveryAuditHasAName() {
    Set<String> told = new TreeSet<>();
    Set<String> named = new TreeSet<>();
    for (String key : AuditTexts.all("en").keySet()) {
      if (key.startsWith("readiness.finding.")) {
        told.add(key);
      } else if (key.startsWith("readiness.name.")) {
        named.add(key.substring("readiness.name.".length()));
      }
    }
    assertThat(told).isEqualTo(new TreeSet<>(sentences.keys().keySet()));
    assertThat(named).isEqualTo(new TreeSet<>(AuditCatalogue.all().keySet()));
  }

  @Test
  void germanPageTellsAFindingInGermanWithItsNumbers() {
    String told =
        sentences.of(
            "C4", Map.of("members", 2_500, "similar", "Maler (Barock)"), AuditTexts.in("de")::of);
    assertThat(told)
        .isEqualTo(
            "2.500 Seiten stehen in dieser Kategorie, die keine Seite hat."
                + " Vielleicht ist Maler (Barock) gemeint.");
  }

  @Test
  void namesThatHoldCommasAreStillToldApart() {
    String told =
        sentences.of(
            "C12",
            Map.of("kind", "several-sort-keys", "keys", List.of("Hals, Frans", "Frans Hals")),
            AuditTexts.in("en")::of);
    assertThat(told).endsWith("counts: Hals, Frans; Frans Hals.");
  }

  @Test
  void reasonIsToldWithItsValuesAndAForeignOneAsItIs() {
    Reasons reasons = Reasons.load();
    assertThat(reasons.of("hardly a page of the dump uses {{Persondata}}", AuditTexts.in("de")::of))
        .isEqualTo("kaum eine Seite des Dumps verwendet {{Persondata}}");
    assertThat(reasons.of("no reason", AuditTexts.in("de")::of)).isEqualTo("no reason");
  }

  @Test
  void auditThatNobodyKnowsIsNotTold() {
    assertThat(sentences.of("X1", Map.of(), AuditTexts.in("en")::of)).isEmpty();
  }

  @Test
  void languageThatAuditsDoNotSpeakIsEnglish() {
    assertThat(AuditTexts.in("fr").language()).isEqualTo("en");
    assertThat(AuditTexts.all("fr")).isEmpty();
  }
}
