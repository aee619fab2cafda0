package org.handsel.wiki.markup;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/// Names of a wiki's namespaces: its own, their aliases, and the canonical English ones, which
/// count on every wiki. Upper and lower case are alike in every script, and so are spaces and
/// underscores. Also the prefixes of links to other languages. Immutable.
public final class Namespaces {
  public static final int FILE = 6;
  public static final int CATEGORY = 14;
  public static final int TEMPLATE = 10;

  /// Source: MediaWiki NamespaceInfo::CANONICAL_NAMES, with `Image` of its aliases.
  private static final Map<String, Integer> CANONICAL =
      Map.ofEntries(
          Map.entry("Media", -2),
          Map.entry("Special", -1),
          Map.entry("Talk", 1),
          Map.entry("User", 2),
          Map.entry("User talk", 3),
          Map.entry("Project", 4),
          Map.entry("Project talk", 5),
          Map.entry("File", 6),
          Map.entry("Image", 6),
          Map.entry("File talk", 7),
          Map.entry("Image talk", 7),
          Map.entry("MediaWiki", 8),
          Map.entry("MediaWiki talk", 9),
          Map.entry("Template", 10),
          Map.entry("Template talk", 11),
          Map.entry("Help", 12),
          Map.entry("Help talk", 13),
          Map.entry("Category", 14),
          Map.entry("Category talk", 15));

  private final Map<String, Integer> numbers = new HashMap<>();
  private final boolean firstLetter;
  private final boolean ownCategoryName;
  private final Set<String> languages;

  /// @param names of namespaces with their numbers; the main namespace's empty name is left out
  /// @param firstLetter whether titles begin with a capital (siteinfo `case="first-letter"`)
  public Namespaces(Map<String, Integer> names, boolean firstLetter) {
    this(names, firstLetter, Set.of());
  }

  private Namespaces(Map<String, Integer> names, boolean firstLetter, Set<String> languages) {
    CANONICAL.forEach((name, number) -> numbers.put(key(name), number));
    names.forEach((name, number) -> {
      if (!name.isBlank()) {
        numbers.put(key(name), number);
      }
    });
    this.firstLetter = firstLetter;
    this.languages = languages;
    ownCategoryName =
        numbers.values().stream().filter(number -> number == CATEGORY).limit(2).count() > 1;
  }

  /// The namespaces of a wiki in a language.
  ///
  /// @param names what the wiki itself says, which counts more than the language's own names
  public static Namespaces of(String language, Map<String, Integer> names, boolean firstLetter) {
    Map<String, Integer> all = new HashMap<>(LanguageWords.load().namespaces(language));
    all.putAll(names);
    Set<String> others = new HashSet<>(LanguageWords.load().languages());
    others.remove(language);
    return new Namespaces(all, firstLetter, Set.copyOf(others));
  }

  /// Languages whose own name of a namespace this is, in no order that counts.
  public static Set<String> languagesWith(int namespace, String name) {
    return LanguageWords.load().languagesWith(namespace, TitleForm.spaces(name));
  }

  /// What a language calls a namespace; empty for one that MediaWiki does not know.
  public static java.util.Optional<String> name(String language, int namespace) {
    return LanguageWords.load().name(language, namespace);
  }

  /// Number of the namespace with that name, which is written without the colon.
  public OptionalInt number(String name) {
    Integer number = numbers.get(key(name));
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }

  /// Whether the wiki has a name of its own for the namespace of categories.
  boolean ownCategoryName() {
    return ownCategoryName;
  }

  /// Whether a link with this prefix leads to the page in another language.
  boolean isOtherLanguage(String prefix) {
    return languages.contains(prefix);
  }

  /// Whether titles begin with a capital.
  public boolean firstLetter() {
    return firstLetter;
  }

  /// The form in which MediaWiki stores a title without its namespace; empty where the text cannot
  /// be one.
  public String title(String text) {
    return TitleForm.of(text, firstLetter);
  }

  private static String key(String name) {
    return TitleForm.spaces(name).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }
}
