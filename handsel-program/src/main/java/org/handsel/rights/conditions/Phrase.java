package org.handsel.rights.conditions;

import java.util.ArrayList;
import java.util.List;

/// A wording: words in a row, `*` for any letters at a word's beginning or end, `~` for up to five
/// words in between, `#` for a number.
///
/// @param concept the meaning it stands for
/// @param parts folded words
record Phrase(String concept, List<String> parts) {
  private static final int GAP = 5;

  static Phrase of(String concept, String wording) {
    List<String> parts = new ArrayList<>();
    for (String part : wording.replace('-', ' ').replace('\'', ' ').strip().split("\\s+")) {
      parts.add(Words.fold(part));
    }
    return new Phrase(concept, List.copyOf(parts));
  }

  /// @return the word after the last one matched, or -1
  int match(List<Words.Word> words, int at) {
    return match(words, at, 0);
  }

  private int match(List<Words.Word> words, int at, int part) {
    if (part == parts.size()) {
      return at;
    }
    if (parts.get(part).equals("~")) {
      for (int skip = 0; skip <= GAP && at + skip < words.size(); skip++) {
        // Past a comma something else is spoken of: "we expect a promise, that nothing …".
        if (words.get(at + skip).apart()) {
          return -1;
        }
        int end = match(words, at + skip, part + 1);
        if (end >= 0) {
          return end;
        }
      }
      return -1;
    }
    return at < words.size() && meets(parts.get(part), words.get(at).text())
        ? match(words, at + 1, part + 1)
        : -1;
  }

  static boolean meets(String pattern, String word) {
    if (pattern.equals("#")) {
      return word.chars().allMatch(Character::isDigit);
    }
    boolean open = pattern.startsWith("*");
    boolean goesOn = pattern.endsWith("*");
    String core = pattern.substring(open ? 1 : 0, pattern.length() - (goesOn ? 1 : 0));
    if (open && goesOn) {
      return word.contains(core);
    }
    return open ? word.endsWith(core) : goesOn ? word.startsWith(core) : word.equals(core);
  }
}
