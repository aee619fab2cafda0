package org.handsel.wiki.markup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.handsel.platform.ResourceTable;

/// The table `words.tsv`: what namespaces, magic words and switches are called in each language of
/// MediaWiki. Words of the languages that a language falls back to count too.
final class LanguageWords {
  private static final Set<String> KINDS =
      Set.of("fallback", "namespace", "alias", "default-sort", "hidden-category", "redirect");

  private record Word(String kind, int number, String text) {}

  private final Map<String, List<Word>> byLanguage = new HashMap<>();

  private LanguageWords() {}

  static LanguageWords load() {
    LanguageWords words = new LanguageWords();
    ResourceTable table =
        ResourceTable.read(LanguageWords.class, "words.tsv", "language", "kind", "number", "word");
    for (ResourceTable.Row row : table.rows()) {
      if (!KINDS.contains(row.cell(1)) || row.cell(3).isBlank()) {
        throw ResourceTable.malformed(
            table.name(), row.line(), "expected a kind of " + KINDS + " and a word");
      }
      int number = row.cell(2).isEmpty() ? 0 : Integer.parseInt(row.cell(2));
      words
          .byLanguage
          .computeIfAbsent(row.cell(0), language -> new ArrayList<>())
          .add(new Word(row.cell(1), number, row.cell(3)));
    }
    return words;
  }

  /// Names of namespaces with their numbers.
  Map<String, Integer> namespaces(String language) {
    Map<String, Integer> names = new HashMap<>();
    for (String code : withFallbacks(language)) {
      for (Word word : byLanguage.getOrDefault(code, List.of())) {
        if (word.kind.equals("namespace") || word.kind.equals("alias")) {
          names.putIfAbsent(word.text, word.number);
        }
      }
    }
    return names;
  }

  /// Codes of all languages.
  Set<String> languages() {
    return byLanguage.keySet();
  }

  MarkupWords markup(String language) {
    return new MarkupWords(all(language, "default-sort"), all(language, "hidden-category"))
        .withEnglish();
  }

  /// What the language itself calls the magic word of the sort key; the English word where it has
  /// none or several, for nobody told which of them people write.
  String defaultSort(String language) {
    List<String> own = new ArrayList<>(all(language, "default-sort"));
    own.removeAll(MarkupWords.ENGLISH.defaultSort());
    return own.size() == 1 ? own.getFirst() : "DEFAULTSORT";
  }

  Set<String> redirects(String language) {
    Set<String> words = new LinkedHashSet<>(List.of("#redirect"));
    for (String word : all(language, "redirect")) {
      words.add(word.toLowerCase(java.util.Locale.ROOT));
    }
    return words;
  }

  java.util.Optional<String> name(String language, int namespace) {
    return byLanguage.getOrDefault(language, List.of()).stream()
        .filter(word -> word.kind.equals("namespace") && word.number == namespace)
        .map(Word::text)
        .findFirst();
  }

  /// Languages in which a namespace has that name, for wikis that turn out to be of another one.
  Set<String> languagesWith(int namespace, String name) {
    Set<String> found = new LinkedHashSet<>();
    byLanguage.forEach((language, words) -> {
      for (Word word : words) {
        if (word.number == namespace
            && word.kind.equals("namespace")
            && word.text.equalsIgnoreCase(name)) {
          found.add(language);
        }
      }
    });
    return found;
  }

  private Set<String> all(String language, String kind) {
    Set<String> found = new LinkedHashSet<>();
    for (String code : withFallbacks(language)) {
      for (Word word : byLanguage.getOrDefault(code, List.of())) {
        if (word.kind.equals(kind)) {
          found.add(word.text);
        }
      }
    }
    return found;
  }

  private Set<String> withFallbacks(String language) {
    Set<String> codes = new LinkedHashSet<>(List.of(language));
    for (Word word : byLanguage.getOrDefault(language, List.of())) {
      if (word.kind.equals("fallback")) {
        codes.addAll(List.of(word.text.split("\\s*,\\s*")));
      }
    }
    return codes;
  }
}
