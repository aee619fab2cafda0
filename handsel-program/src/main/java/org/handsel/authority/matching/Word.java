package org.handsel.authority.matching;

import org.jspecify.annotations.Nullable;

/// A word of names and what can be said of it without looking at a pair of names. Equal words of
/// one [Lexicon] are the same object. Counts change while files are read, never while they are
/// compared.
final class Word {
  final String text;
  final String skeleton;

  /// Which letters occur, a bit for each; quick proof that two words are unlike.
  final int letters;

  /// Number in the lexicon; negative for a word that it lacks.
  final int number;

  /// Given names that stand for one another have a number in common; all other words have none.
  private final int[] sameGiven;

  /// Records of the authority file with the word.
  int records;

  /// How often it stands before and behind the comma of a heading.
  int asSurname;

  int asGiven;

  /// Bearers of the given name whose gender is said.
  int men;

  int women;

  Word(String text, int number, int[] sameGiven) {
    this.text = text;
    this.number = number;
    this.sameGiven = sameGiven;
    skeleton = Spelling.skeleton(text);
    int bits = 0;
    for (int i = 0; i < text.length(); i++) {
      bits |= 1 << (text.charAt(i) & 31);
    }
    letters = bits;
  }

  /// Whether one person may bear both given names in turn.
  boolean standsFor(Word other) {
    for (int one : sameGiven) {
      for (int another : other.sameGiven) {
        if (one == another) {
          return true;
        }
      }
    }
    return false;
  }

  boolean initial() {
    return text.length() == 1;
  }

  /// Two numbers are equal or have nothing in common.
  boolean number() {
    return Character.isDigit(text.charAt(0));
  }

  /// That of nearly all bearers.
  Entry.Gender gender() {
    if (men >= 3 && men > 12 * women) {
      return Entry.Gender.MALE;
    }
    return women >= 3 && women > 12 * men ? Entry.Gender.FEMALE : Entry.Gender.UNKNOWN;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || other instanceof Word word && number < 0 && word.number < 0 && text.equals(word.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
