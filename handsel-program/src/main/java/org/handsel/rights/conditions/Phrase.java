package org.handsel.rights.conditions;

import java.util.ArrayList;
import java.util.List;

/// A wording: words in a row, `*` for any letters at a word's beginning or end, `~` for up to five
/// words in between, `#` for a number.
///
/// @param concept the meaning it stands for
record Phrase(String concept, List<Part> parts) {
  private static final int GAP = 5;

  /// What a part of a wording asks of a word.
  enum Kind {
    WORD,
    BEGINNING,
    END,
    WITHIN,
    NUMBER,
    GAP
  }

  /// @param letters folded, without the signs around them
  record Part(Kind kind, String letters) {
    static Part of(String written) {
      if (written.equals("~")) {
        return new Part(Kind.GAP, "");
      }
      if (written.equals("#")) {
        return new Part(Kind.NUMBER, "");
      }
      boolean open = written.startsWith("*");
      boolean goesOn = written.endsWith("*");
      Kind kind = open ? goesOn ? Kind.WITHIN : Kind.END : goesOn ? Kind.BEGINNING : Kind.WORD;
      return new Part(kind, Words.fold(written.replace("*", "")));
    }

    boolean meets(String word) {
      return switch (kind) {
        case WORD -> word.equals(letters);
        case BEGINNING -> word.startsWith(letters);
        case END -> word.endsWith(letters);
        case WITHIN -> word.contains(letters);
        case NUMBER -> word.chars().allMatch(Character::isDigit);
        case GAP -> false;
      };
    }
  }

  static Phrase of(String concept, String wording) {
    List<Part> parts = new ArrayList<>();
    for (String part : wording.replace('-', ' ').replace('\'', ' ').strip().split("\\s+")) {
      parts.add(Part.of(part));
    }
    return new Phrase(concept, List.copyOf(parts));
  }

  /// The letter with which it must begin, or 0.
  char first() {
    Part first = parts.getFirst();
    return first.kind == Kind.WORD || first.kind == Kind.BEGINNING ? first.letters.charAt(0) : 0;
  }

  /// @return the word after the last one matched, or -1
  int match(List<Words.Word> words, int at) {
    return match(words, at, 0);
  }

  private int match(List<Words.Word> words, int at, int part) {
    if (part == parts.size()) {
      return at;
    }
    if (parts.get(part).kind == Kind.GAP) {
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
    return at < words.size() && parts.get(part).meets(words.get(at).text())
        ? match(words, at + 1, part + 1)
        : -1;
  }
}
