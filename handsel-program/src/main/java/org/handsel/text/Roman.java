package org.handsel.text;

/// Roman numerals of centuries, 1 to 21.
final class Roman {
  private static final String[] NUMERALS = {
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV",
    "XVI", "XVII", "XVIII", "XIX", "XX", "XXI"
  };

  private Roman() {}

  /// The value of a numeral in capitals, or of two or more small letters; 0 when it is none.
  static int value(String word) {
    if (word.length() > 5 || word.isEmpty()) {
      return 0;
    }
    boolean small = word.length() > 1;
    for (int i = 0; i < NUMERALS.length; i++) {
      if (small ? NUMERALS[i].equalsIgnoreCase(word) : NUMERALS[i].equals(word)) {
        return i + 1;
      }
    }
    return 0;
  }

  /// How many letters at the start of a word such as `XIXe` are a numeral in capitals; 0 when what
  /// follows is not a small letter.
  static int prefix(String word) {
    int i = 0;
    while (i < word.length() && "IVX".indexOf(word.charAt(i)) >= 0) {
      i++;
    }
    boolean suffix = i > 0 && i < word.length() && Character.isLowerCase(word.charAt(i));
    return suffix && word.length() - i <= 3 && value(word.substring(0, i)) > 0 ? i : 0;
  }
}
