package org.handsel.wiki.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageWordsTest {
  @ParameterizedTest
  @CsvSource({
    "de, Kategorie, 14",
    "de, BILD, 6",
    "de, benutzerin, 2",
    "fr, Modèle, 10",
    "ru, категория, 14",
    "ja, カテゴリ, 14",
    "ar, تصنيف, 14",
    "ltg, Kategoreja, 14",
    // Latgalian falls back to Latvian.
    "ltg, Kategorija, 14",
    "xx-unknown, Category, 14",
  })
  void namespaceIsKnownByItsNamesInEveryLanguage(String language, String name, int number) {
    assertThat(Namespaces.of(language, Map.of(), true).number(name)).hasValue(number);
  }

  @ParameterizedTest
  @CsvSource({
    "de, SORTIERUNG",
    "fr, CLEFDETRI",
    "ja, デフォルトソート",
    "pl, DOMYŚLNIESORTUJ",
    "nl, STANDAARDSORTERING",
    "xx-unknown, DEFAULTSORT"
  })
  void sortKeyIsSetByItsLocalWord(String language, String word) {
    assertThat(MarkupWords.of(language).defaultSort()).contains(word, "DEFAULTSORT");
  }

  @ParameterizedTest
  @CsvSource({"de, __VERSTECKTE_KATEGORIE__", "sv, __DOLDKAT__", "es, __CATEGORÍAOCULTA__"})
  void categoryIsHiddenByItsLocalSwitch(String language, String word) {
    assertThat(MarkupWords.of(language).hiddenCategory()).contains(word, "__HIDDENCAT__");
  }
}
