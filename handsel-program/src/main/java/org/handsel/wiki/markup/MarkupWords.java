package org.handsel.wiki.markup;

import java.util.Set;

/// Words of a wiki's language that the preprocessor knows.
///
/// @param defaultSort names of the magic word that sets the sort key, without the colon; upper and
///   lower case count
/// @param hiddenCategory behaviour switches that hide a category, with their underscores
public record MarkupWords(Set<String> defaultSort, Set<String> hiddenCategory) {
  /// The words that every wiki understands. Source: MediaWiki MessagesEn.php, magic words
  /// `defaultsort` and `hiddencat`.
  public static final MarkupWords ENGLISH =
      new MarkupWords(
          Set.of("DEFAULTSORT", "DEFAULTSORTKEY", "DEFAULTCATEGORYSORT"), Set.of("__HIDDENCAT__"));

  /// The words of a language, those that it falls back to, and the English ones.
  ///
  /// @param language code such as `de`; one that MediaWiki does not know has the English words only
  public static MarkupWords of(String language) {
    return LanguageWords.load().markup(language);
  }

  /// The magic word with which pages in a language set their sort key, without the colon.
  public static String defaultSort(String language) {
    return LanguageWords.load().defaultSort(language);
  }

  /// What begins the text of a redirect in a language, with the number sign, in small letters.
  public static Set<String> redirects(String language) {
    return LanguageWords.load().redirects(language);
  }

  /// These words together with the English ones, which count everywhere.
  public MarkupWords withEnglish() {
    return new MarkupWords(
        union(defaultSort, ENGLISH.defaultSort), union(hiddenCategory, ENGLISH.hiddenCategory));
  }

  private static Set<String> union(Set<String> some, Set<String> others) {
    Set<String> all = new java.util.HashSet<>(some);
    all.addAll(others);
    return Set.copyOf(all);
  }
}
