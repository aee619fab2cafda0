package org.handsel.authority.matching;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/// Brings words into one spelling, and tells how alike two are. Pure functions, safe for threads.
final class Spelling {
  private static final Map<Character, String> FOLDED =
      Map.ofEntries(
          Map.entry('ß', "ss"),
          Map.entry('ø', "o"),
          Map.entry('ł', "l"),
          Map.entry('æ', "a"),
          Map.entry('œ', "o"),
          Map.entry('đ', "d"),
          Map.entry('ı', "i"),
          Map.entry('ð', "d"),
          Map.entry('þ', "th"));

  private Spelling() {}

  /// Small letters without accents, single spaces between what are letters and digits. Umlauts and
  /// their two letters become the vowel alone, so that Müller, Mueller and Muller agree.
  static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    String small = text.toLowerCase(Locale.ROOT);
    boolean ascii = true;
    for (int i = 0; i < small.length() && ascii; i++) {
      ascii = small.charAt(i) < 128;
    }
    String cut = ascii ? small : Normalizer.normalize(small, Normalizer.Form.NFKD);
    for (int i = 0; i < cut.length(); i++) {
      char c = cut.charAt(i);
      if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
        if (c == 'e' && umlaut(plain)) {
          continue;
        }
        plain.append(c);
      } else if (c == '\'' || c == '’' || c == '`' || c == '´' || c == 'ʹ' || c == 'ʺ') {
        continue;
      } else if (c < 128) {
        space(plain);
      } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
        String folded = FOLDED.get(c);
        if (folded != null) {
          plain.append(folded);
        } else if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
          plain.append(c);
        } else {
          space(plain);
        }
      }
    }
    int end = plain.length();
    return end > 0 && plain.charAt(end - 1) == ' ' ? plain.substring(0, end - 1) : plain.toString();
  }

  private static void space(StringBuilder plain) {
    if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
      plain.append(' ');
    }
  }

  /// Whether an "e" behind what is written so far only marks an umlaut.
  private static boolean umlaut(StringBuilder plain) {
    int end = plain.length();
    if (end < 1) {
      return false;
    }
    char vowel = plain.charAt(end - 1);
    if (vowel != 'a' && vowel != 'o' && vowel != 'u') {
      return false;
    }
    char before = end < 2 ? ' ' : plain.charAt(end - 2);
    return before != 'q' && "aeiou".indexOf(before) < 0;
  }

  /// What is left of a word when spelling and transliteration are taken away: consonants that sound
  /// alike, without vowels inside.
  static String skeleton(String word) {
    StringBuilder left = new StringBuilder(word.length());
    char last = 0;
    int length = word.length();
    for (int i = 0; i < length; i++) {
      char c = word.charAt(i);
      char next = i + 1 < length ? word.charAt(i + 1) : 0;
      char third = i + 2 < length ? word.charAt(i + 2) : 0;
      if ("aeiouyjh".indexOf(c) >= 0) {
        if (i == 0) {
          left.append('A');
          last = 'A';
        }
        continue;
      }
      char sound = c;
      if (c == 's' && next == 'c' && third == 'h') {
        i += 2;
      } else if (c == 't' && next == 's' && third == 'c') {
        sound = 'k';
        i += 3;
      } else if (c == 't' && next == 'c' || c == 'c' && next == 'k') {
        sound = 'k';
        i++;
      } else if (c == 'p' && next == 'h') {
        sound = 'f';
        i++;
      } else if (c == 'k' && next == 's') {
        sound = 'x';
        i++;
      } else if (c == 'c' && (next == 'e' || next == 'i' || next == 'y')) {
        sound = 's';
      } else if (c == 'c' || c == 'q') {
        sound = 'k';
      } else if (c == 'z') {
        sound = 's';
      } else if (c == 'w' || c == 'v') {
        sound = 'f';
      }
      if (sound != last) {
        left.append(sound);
      }
      last = sound;
    }
    return left.toString();
  }

  /// How many letters must be changed, put in, left out or swapped with their neighbour; 3 for more
  /// than two. Source: optimal string alignment, F. Damerau, 1964.
  static int edits(String shorter, String longer) {
    int n = shorter.length();
    int m = longer.length();
    if (m - n > 2) {
      return 3;
    }
    int begin = 0;
    while (begin < n && shorter.charAt(begin) == longer.charAt(begin)) {
      begin++;
    }
    int end = 0;
    while (end < n - begin && shorter.charAt(n - 1 - end) == longer.charAt(m - 1 - end)) {
      end++;
    }
    int a = n - begin - end;
    int b = m - begin - end;
    if (a == 0 || b == 0) {
      return Math.min(3, Math.max(a, b));
    }
    if (a > 6 || b > 6) {
      return 3;
    }
    int[] before = new int[b + 1];
    int[] last = new int[b + 1];
    int[] row = new int[b + 1];
    for (int j = 0; j <= b; j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a; i++) {
      row[0] = i;
      char c = shorter.charAt(begin + i - 1);
      for (int j = 1; j <= b; j++) {
        char d = longer.charAt(begin + j - 1);
        int best = Math.min(Math.min(last[j], row[j - 1]) + 1, last[j - 1] + (c == d ? 0 : 1));
        if (i > 1
            && j > 1
            && c == longer.charAt(begin + j - 2)
            && shorter.charAt(begin + i - 2) == d) {
          best = Math.min(best, before[j - 2] + 1);
        }
        row[j] = best;
      }
      int[] free = before;
      before = last;
      last = row;
      row = free;
    }
    return Math.min(3, last[b]);
  }
}
