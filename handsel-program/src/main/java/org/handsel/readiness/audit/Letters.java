package org.handsel.readiness.audit;

import java.text.Normalizer;
import java.util.Locale;

/// What is left of a title when capitals, accents, blanks and signs do not count: two titles with
/// the same letters are probably one that is written in two ways.
final class Letters {
  private Letters() {}

  static String of(String title) {
    StringBuilder letters = new StringBuilder(title.length());
    for (int i = 0; i < title.length(); i++) {
      char c = title.charAt(i);
      if (c >= 0x80) {
        return ofAny(title);
      }
      if (c >= 'A' && c <= 'Z') {
        letters.append((char) (c | 0x20));
      } else if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
        letters.append(c);
      }
    }
    return letters.toString();
  }

  private static String ofAny(String title) {
    String plain = Normalizer.normalize(title, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    StringBuilder letters = new StringBuilder(plain.length());
    plain.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
    return letters.toString();
  }
}
