package org.handsel.authority.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.handsel.authority.index.IndexFile;
import org.jspecify.annotations.Nullable;

/// All words of the names of an authority file. Words are added by one thread; looking up is safe
/// for many once nothing is added any more.
final class Lexicon {
  /// In a small file a rare word is as rare as among this many people, not as among a handful.
  private static final int POPULATION = 20_000;

  private final Map<String, Word> byText = new HashMap<>();
  private final List<Word> words = new ArrayList<>();
  private final NameTables tables;
  private int records;

  private final @Nullable StoredWords stored;

  Lexicon(NameTables tables) {
    this.tables = tables;
    stored = null;
  }

  /// The words of an index, and those that are added to them.
  Lexicon(NameTables tables, IndexFile index) {
    this.tables = tables;
    stored = new StoredWords(index, tables);
    records = stored.records();
  }

  /// Words of the index come first.
  private int first() {
    return stored == null ? 0 : stored.size();
  }

  NameTables tables() {
    return tables;
  }

  Word add(String text) {
    Word word = known(text);
    if (word == null) {
      word = new Word(text, size(), tables.sameGiven(text));
      byText.put(text, word);
      words.add(word);
    }
    return word;
  }

  /// The word, or one of its own where no record has it.
  Word find(String text) {
    Word word = known(text);
    return word == null ? new Word(text, -1, tables.sameGiven(text)) : word;
  }

  private @Nullable Word known(String text) {
    Word word = stored == null ? null : stored.find(text);
    return word == null ? byText.get(text) : word;
  }

  Word get(int number) {
    return stored != null && number < stored.size()
        ? stored.get(number)
        : words.get(number - first());
  }

  int size() {
    return first() + words.size();
  }

  /// Records whose words were counted.
  int records() {
    return records;
  }

  void countRecord() {
    records++;
  }

  /// Natural logarithm of how many persons the file speaks for.
  double population() {
    return Math.log(Math.max(records, POPULATION) + 1.0);
  }

  /// Natural logarithm of how rare a word is.
  double rarity(Word word) {
    return population() - Math.log(word.records + 1.0);
  }
}
