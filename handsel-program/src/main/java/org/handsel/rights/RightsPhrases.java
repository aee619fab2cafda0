package org.handsel.rights;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.handsel.platform.ResourceTable;
import org.jspecify.annotations.Nullable;

/// The phrases of rights statements, `phrases.tsv`. Immutable.
final class RightsPhrases {
  private static final Set<String> WORDS =
      Set.of(
          "cc",
          "by",
          "sa",
          "nc",
          "nd",
          "ccby",
          "attribution",
          "sharealike",
          "noncommercial",
          "noderivatives",
          "filler",
          "negation",
          "metadata");

  /// A phrase and what it means: a key of the statements or `word:` with a part of a name.
  private record Phrase(List<String> words, String means) {}

  /// A word of a text, or a phrase in it.
  ///
  /// @param text small letters
  /// @param means what the phrase means; null when the word is not known
  /// @param capital whether it was written in capitals
  record Word(String text, @Nullable String means, boolean capital) {
    boolean is(String name) {
      return means != null && means.equals("word:" + name);
    }

    boolean version() {
      return text.length() == 3 && text.charAt(1) == '.' && Character.isDigit(text.charAt(0));
    }

    /// The key of a statement that the phrase names; null for words of names and unknown ones.
    @Nullable String statement() {
      return means == null || means.startsWith("word:") ? null : means;
    }
  }

  private final Map<String, List<Phrase>> anywhere = new HashMap<>();
  private final Map<String, String> exact = new HashMap<>();

  RightsPhrases(StatementTables tables) {
    ResourceTable table =
        StatementTables.table("phrases.tsv", "means", "languages", "match", "phrase");
    for (ResourceTable.Row row : table.rows()) {
      String means = row.cell(0);
      boolean known =
          means.startsWith("word:")
              ? WORDS.contains(means.substring(5))
              : tables.find(means) != null;
      if (!known || !Set.of("anywhere", "exact").contains(row.cell(2))) {
        throw ResourceTable.malformed(
            table.name(), row.line(), "unknown meaning or match: " + row.cells());
      }
      if (row.cell(2).equals("exact")) {
        exact.put(row.cell(3), means);
      } else {
        List<String> words = List.of(row.cell(3).split(" ", -1));
        anywhere
            .computeIfAbsent(words.getFirst(), first -> new ArrayList<>())
            .add(new Phrase(words, means));
      }
    }
    anywhere
        .values()
        .forEach(
            phrases -> phrases.sort(Comparator.comparingInt(phrase -> -phrase.words().size())));
  }

  /// What a whole text means that is a code or a placeholder; null when it is none.
  @Nullable String exact(List<Word> words) {
    if (words.size() > 5) {
      return null;
    }
    return exact.get(String.join(" ", words.stream().map(Word::text).toList()));
  }

  /// The words of a text without punctuation; versions such as `4.0` stay together.
  static List<Word> split(String text) {
    List<Word> words = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '©') {
        words.add(new Word("©", null, false));
        at++;
      } else if (Character.isLetterOrDigit(c)) {
        int start = at;
        while (at < text.length() && inside(text, at)) {
          at++;
        }
        String word = text.substring(start, at);
        String small = word.toLowerCase(Locale.ROOT);
        boolean capital = !small.equals(word) && word.equals(word.toUpperCase(Locale.ROOT));
        boolean v = small.matches("v\\d\\.\\d");
        words.add(new Word(v ? small.substring(1) : small, null, capital));
      } else {
        at++;
      }
    }
    return words;
  }

  private static boolean inside(String text, int at) {
    char c = text.charAt(at);
    boolean point =
        c == '.'
            && Character.isDigit(text.charAt(at - 1))
            && at + 1 < text.length()
            && Character.isDigit(text.charAt(at + 1));
    return Character.isLetterOrDigit(c) || point;
  }

  /// Joins words to the longest known phrases.
  List<Word> phrases(List<Word> words) {
    List<Word> joined = new ArrayList<>(words.size());
    int at = 0;
    while (at < words.size()) {
      Phrase phrase = at(words, at);
      if (phrase == null) {
        joined.add(words.get(at));
        at++;
      } else {
        joined.add(
            new Word(String.join(" ", phrase.words()), phrase.means(), words.get(at).capital()));
        at += phrase.words().size();
      }
    }
    return joined;
  }

  private @Nullable Phrase at(List<Word> words, int at) {
    for (Phrase phrase : anywhere.getOrDefault(words.get(at).text(), List.of())) {
      int length = phrase.words().size();
      boolean same = at + length <= words.size();
      for (int i = 1; same && i < length; i++) {
        same = words.get(at + i).text().equals(phrase.words().get(i));
      }
      if (same) {
        return phrase;
      }
    }
    return null;
  }
}
