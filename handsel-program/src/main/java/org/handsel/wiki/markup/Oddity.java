package org.handsel.wiki.markup;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Something on a page that is read as it is meant, but not written as is usual.
///
/// @param category that it is about, as stored; empty where it is about none
/// @param passage as it stands on the page; empty where it is too long to be told
public record Oddity(Kind kind, String category, String passage) {

  /// What is odd. Source of the kinds: Check Wikipedia.
  public enum Kind {
    /// Links to categories with nothing but blanks between them (009).
    CATEGORIES_ON_ONE_LINE,
    /// A small letter where the wiki stores a capital (018).
    SMALL_LETTER,
    /// The canonical name of the namespace on a wiki that has one of its own (021).
    ENGLISH_NAMESPACE,
    /// Blanks before or behind the namespace or the name (022).
    BLANK_IN_CATEGORY,
    /// A category above a headline; told once for a page, for the first (052).
    CATEGORY_BEFORE_HEADLINE,
    /// A link to the page in another language above a headline; told once for a page (053).
    INTERWIKI_BEFORE_HEADLINE,
    /// A default sort key that begins with a blank (088).
    BLANK_BEFORE_SORT_KEY;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /// Such as `small-letter`.
    public String word() {
      return word;
    }

    public static Optional<Kind> of(String word) {
      return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
  }
}
