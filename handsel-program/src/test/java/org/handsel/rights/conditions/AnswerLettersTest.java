package org.handsel.rights.conditions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Drafts of answers: what they take up, in which order and words.
class AnswerLettersTest {
  private static final String LETTER =
      """
      The images may be used for non-commercial purposes only.
      Each image must carry the credit line "Museum of Foo".
      If possible, we would perhaps want a visible watermark.
      We must also receive a printed copy.
      """;

  private final Conditions conditions = Conditions.load();
  private final AnswerLetters answers = AnswerLetters.load();
  private final LetterAnalysis analysis = conditions.analyse(LETTER, "en");

  @ParameterizedTest
  @ValueSource(strings = {"de", "en", "fr"})
  void everyConditionHasNameReasonReplyAndAllOffersInEachLanguage(String language) {
    ConditionTable table = ConditionTable.load();
    table
        .entries()
        .forEach((id, entry) -> {
          AnswerWords words = answers.words(id, language);
          assertThat(words.offers()).as(id).hasSameSizeAs(entry.offers());
          assertThat(words.name()).as(id).isNotBlank();
          assertThat(words.why()).as(id).isNotBlank();
          assertThat(words.reply()).as(id).isNotBlank();
          if (!language.equals("en")) {
            assertThat(words.why()).as(id).isNotEqualTo(entry.why());
            assertThat(words.offers()).as(id).isNotEqualTo(entry.offers());
          }
        });
  }

  @Test
  void whatCanBeAgreedToComesFirstAndOpenSentencesAreAsked() {
    String letter = answers.draft(analysis, "en", Chosen.all(analysis));
    assertThat(letter)
        .containsSubsequence(
            "These points we can agree to:",
            "1. Fixed credit line",
            "On these points we should like to find a way",
            "2. Non-commercial use only",
            "3. Visible watermark",
            "If we understand you correctly:",
            "We are not sure what exactly you mean",
            "– We must also receive a printed copy.");
  }

  @Test
  void onlyWhatIsChosenIsAnsweredAndOffered() {
    Chosen chosen = new Chosen(Map.of("nc-only", Set.of(1)));
    assertThat(answers.draft(analysis, "de", chosen))
        .contains("1. Nur nicht-kommerziell", "– eine kleinere Auswahl oder ein Pilot")
        .doesNotContain("Wasserzeichen", "Urhebervermerk", "– weiterhin");
  }

  @Test
  void letterWithoutConditionsIsAnsweredWithThanks() {
    LetterAnalysis nothing = conditions.analyse("We are glad about your plan.", "en");
    assertThat(answers.draft(nothing, "fr", Chosen.all(nothing)))
        .startsWith("Madame, Monsieur,")
        .contains("Nous n’y avons rien trouvé");
  }

  @Test
  void internalWarningsAreNotSentToTheInstitution() {
    LetterAnalysis figures = conditions.analyse("We expect an annual report on usage.", "en");
    assertThat(figures.conditions()).isNotEmpty();
    assertThat(answers.draft(figures, "en", Chosen.all(figures)))
        .doesNotContain("Never promise a number of views");
  }

  @Test
  void languageWithoutWordingsIsRefusedForADraftAndEnglishOnAPage() {
    assertThatThrownBy(() -> answers.draft(analysis, "sv", Chosen.all(analysis)))
        .hasMessageContaining("de, en, fr")
        .hasMessageContaining("\"sv\"");
    assertThat(answers.words("fee", "sv")).isEqualTo(answers.words("fee", "en"));
  }
}
