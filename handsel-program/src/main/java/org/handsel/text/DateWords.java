package org.handsel.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.handsel.platform.ResourceTable;

/// The vocabulary of dates, `date-words.tsv`. Immutable.
final class DateWords {
  /// What a word does in a date.
  enum Kind {
    MONTH,
    SEASON,
    CIRCA,
    PROBABLY,
    BEFORE,
    AFTER,
    FROM,
    BETWEEN,
    AND,
    TO,
    OR,
    PART,
    ORDINAL,
    FRACTION,
    CENTURY,
    CENTURY_OF,
    DECADE_BEFORE,
    MARKER,
    SUFFIX,
    BC,
    AD,
    ACT,
    BEGUN,
    COMPLETED,
    FILLER,
    NOTE,
    WEEKDAY,
    ERA,
    ERA_PERIOD,
    UNDATED;

    static Kind of(String name) {
      return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }

  /// One reading of a phrase.
  record Meaning(Kind kind, int value, Set<String> languages) {}

  /// A phrase of one or more words and all its readings.
  record Phrase(List<String> words, List<Meaning> meanings) {}

  private static final Map<String, Integer> PARTS = Map.of("early", 1, "mid", 2, "late", 3);

  private final Map<String, List<Phrase>> byFirstWord;

  private DateWords(Map<String, List<Phrase>> byFirstWord) {
    this.byFirstWord = byFirstWord;
  }

  static DateWords load() {
    ResourceTable table =
        ResourceTable.read(
            DateWords.class, "date-words.tsv", "kind", "value", "languages", "words");
    Map<List<String>, List<Meaning>> meanings = new HashMap<>();
    for (ResourceTable.Row row : table.rows()) {
      Meaning meaning = meaning(table.name(), row);
      for (String phrase : row.list(3)) {
        meanings
            .computeIfAbsent(List.of(phrase.split(" ", -1)), key -> new ArrayList<>())
            .add(meaning);
      }
    }
    Map<String, List<Phrase>> byFirstWord = new HashMap<>();
    meanings.forEach((words, all) ->
        byFirstWord
            .computeIfAbsent(words.getFirst(), key -> new ArrayList<>())
            .add(new Phrase(words, List.copyOf(all))));
    byFirstWord.replaceAll((first, phrases) ->
        phrases.stream()
            .sorted(Comparator.comparingInt((Phrase phrase) -> -phrase.words().size()))
            .toList());
    return new DateWords(Map.copyOf(byFirstWord));
  }

  private static Meaning meaning(String file, ResourceTable.Row row) {
    try {
      String value = row.cell(1);
      int number =
          value.isEmpty()
              ? 0
              : PARTS.containsKey(value) ? PARTS.get(value) : Integer.parseInt(value);
      return new Meaning(Kind.of(row.cell(0)), number, Set.of(row.cell(2).split(",", -1)));
    } catch (IllegalArgumentException e) {
      throw ResourceTable.malformed(
          file,
          row.line(),
          "unknown kind or value \"%s\" \"%s\"".formatted(row.cell(0), row.cell(1)));
    }
  }

  /// Phrases that begin with a word, the longest first.
  List<Phrase> startingWith(String word) {
    return byFirstWord.getOrDefault(word, List.of());
  }
}
