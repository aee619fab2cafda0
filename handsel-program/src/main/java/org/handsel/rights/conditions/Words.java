package org.handsel.rights.conditions;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Cuts text into folded words: small letters, no accents, German umlauts written out, so that
/// "für", "fuer", "l’accord" and "l'accord" meet the same wordings. Hyphens and apostrophes part
/// words; the sign of a currency is a word of its own.
final class Words {
  private Words() {}

  /// A word and where it stands in the letter.
  ///
  /// @param apart whether a comma or a stronger mark stands before it
  /// @param begins whether a semicolon stands before it
  record Word(String text, int start, int end, boolean apart, boolean begins) {}

  static List<Word> of(String text, int from, int to) {
    List<Word> words = new ArrayList<>();
    int at = from;
    boolean apart = false;
    boolean begins = false;
    while (at < to) {
      char sign = text.charAt(at);
      if (!part(sign)) {
        begins |= sign == ';';
        apart |= sign == ',' || sign == ';' || sign == ':' || sign == '(' || sign == ')';
        at++;
        continue;
      }
      int start = at++;
      while (!currency(sign) && at < to && part(text.charAt(at)) && !currency(text.charAt(at))) {
        at++;
      }
      words.add(new Word(fold(text.substring(start, at)), start, at, apart, begins));
      apart = false;
      begins = false;
    }
    return words;
  }

  private static boolean part(char c) {
    return Character.isLetterOrDigit(c)
        || Character.getType(c) == Character.NON_SPACING_MARK
        || currency(c);
  }

  private static boolean currency(char c) {
    return Character.getType(c) == Character.CURRENCY_SYMBOL;
  }

  static String fold(String word) {
    String composed = Normalizer.normalize(word, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    String written =
        composed
            .replace("ä", "ae")
            .replace("ö", "oe")
            .replace("ü", "ue")
            .replace("ß", "ss")
            .replace("œ", "oe");
    StringBuilder plain = new StringBuilder(written.length());
    Normalizer.normalize(written, Normalizer.Form.NFD)
        .chars()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .forEach(c -> plain.append((char) c));
    return plain.toString();
  }
}
