package org.handsel.authority.matching;

/// The keys under which a person is found, as numbers: single words, pairs of words, a word with
/// the beginning, end, initial or skeleton of another, words with the year of birth, and days.
/// Strict keys exist beside each that many records share. Collects into one array that is used
/// again; not safe for threads.
final class CandidateKeys {
  private static final int PAIRED = 5;

  private long[] keys = new long[256];
  private int size;

  int size() {
    return size;
  }

  long get(int key) {
    return keys[key];
  }

  /// Keys under which a record is filed, some perhaps twice.
  void ofRecord(Entry entry) {
    collect(entry, 0);
  }

  /// Keys under which a person is looked for; years may be off by one.
  void ofPerson(Entry entry) {
    collect(entry, 1);
  }

  private void collect(Entry entry, int slack) {
    size = 0;
    if (entry.forms().stream().allMatch(form -> form.words().length == 0)) {
      // Equal days do not make a person of somebody without a name.
      return;
    }
    int born = entry.birth() == LifeDates.UNKNOWN ? 0 : LifeDates.year(entry.birth());
    int died = entry.death() == LifeDates.UNKNOWN ? 0 : LifeDates.year(entry.death());
    for (Form form : entry.forms()) {
      Word[] words = form.words();
      int paired = Math.min(PAIRED, words.length);
      for (int i = 0; i < paired; i++) {
        Word word = words[i];
        if (word.initial()) {
          continue;
        }
        int number = number(word);
        add(1, number, 0);
        if (born != 0 && died != 0) {
          // A slip in a word leaves its beginning or end.
          add(12, (born + 10_000) * 20_000 + died, word.text.charAt(0));
        }
        years(2, number, born, slack);
        years(3, number, died, slack);
        if (word.skeleton.length() > 1) {
          years(4, word.skeleton.hashCode(), born, slack);
        }
        for (int j = 0; j < paired; j++) {
          if (i != j) {
            pair(word, words[j], i < j);
          }
        }
      }
    }
    if (born != 0 && LifeDates.day(entry.birth()) != 0) {
      add(9, born, LifeDates.day(entry.birth()));
    }
    if (born != 0 && died != 0) {
      add(10, born, died);
    }
  }

  private void pair(Word word, Word other, boolean first) {
    int number = number(word);
    add(5, number, other.text.charAt(0));
    if (other.initial()) {
      return;
    }
    String text = other.text;
    int length = text.length();
    if (length > 4) {
      add(6, number, text.substring(0, 3).hashCode());
      add(7, number, text.substring(length - 3).hashCode());
    }
    if (first) {
      int second = number(other);
      if (number >= 0 && second >= 0) {
        add(8, Math.min(number, second), Math.max(number, second));
      }
      int a = word.skeleton.hashCode();
      int b = other.skeleton.hashCode();
      add(11, Math.min(a, b), Math.max(a, b));
    }
  }

  /// Number of a word that records have, or -1. What only persons are called finds nobody, and the
  /// numbers of such words, which depend on the order of persons, would only hit buckets of others.
  private static int number(Word word) {
    return word.records > 0 ? word.number : -1;
  }

  private void years(int kind, int word, int year, int slack) {
    for (int y = year - slack; year != 0 && y <= year + slack; y++) {
      add(kind, word, y);
    }
  }

  private void add(int kind, int a, int b) {
    if (a < 0 && kind < 9 && kind != 4) {
      return;
    }
    if (size == keys.length) {
      keys = java.util.Arrays.copyOf(keys, size * 2);
    }
    long key = (long) a * 0x9E3779B97F4A7C15L + b;
    key = (key ^ key >>> 32) * 0xD6E8FEB86659FD93L + kind;
    key = (key ^ key >>> 32) * 0xD6E8FEB86659FD93L;
    keys[size++] = key ^ key >>> 32;
  }
}
