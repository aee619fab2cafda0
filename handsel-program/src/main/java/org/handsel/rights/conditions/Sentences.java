package org.handsel.rights.conditions;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Cuts a letter into the sentences its writer wrote, with their places: quoted mail, signature and
/// headers are left out. Linear in the letter's length.
final class Sentences {
  private static final Pattern QUOTES_FOLLOW =
      Pattern.compile(
          "-{2,} ?(original message|ursprüngliche nachricht|message d'origine).*"
              + "|(on|am|le) .{4,80}(wrote|schrieb.{0,60}|a écrit) ?:");
  private static final Pattern HEADER =
      Pattern.compile("(from|to|cc|subject|date|sent|von|an|betreff|datum|de|à|objet) ?:.*");
  private static final Set<String> SHORT =
      Set.of(
          "z", "b", "d", "h", "u", "a", "bzw", "ca", "dr", "prof", "nr", "no", "mr", "mrs", "ms",
          "st", "evtl", "ggf", "inkl", "vgl", "e", "g", "i", "art", "m", "mme", "abs", "p", "ex");
  private static final int LONGEST_LINE = 200;

  private Sentences() {}

  /// A sentence's place in the letter.
  record Sentence(int start, int end) {}

  static List<Sentence> of(String letter) {
    List<Sentence> sentences = new ArrayList<>();
    int block = -1;
    int blockEnd = 0;
    int at = 0;
    while (at < letter.length()) {
      int end = letter.indexOf('\n', at);
      end = end < 0 ? letter.length() : end;
      String line =
          letter
              .substring(at, Math.min(end, at + LONGEST_LINE))
              .strip()
              .replace('’', '\'')
              .toLowerCase(Locale.ROOT);
      if (line.equals("--") || QUOTES_FOLLOW.matcher(line).matches() && end - at < LONGEST_LINE) {
        break;
      }
      boolean apart = line.isEmpty() || line.startsWith(">") || HEADER.matcher(line).matches();
      boolean begins = apart || line.matches("([-*•–]|\\d{1,2}[.)]|[a-z]\\)) .*");
      if (begins && block >= 0) {
        split(letter, block, blockEnd, sentences);
        block = -1;
      }
      if (!apart) {
        block = block < 0 ? at : block;
        blockEnd = end;
      }
      at = end + 1;
    }
    if (block >= 0) {
      split(letter, block, blockEnd, sentences);
    }
    return sentences;
  }

  private static void split(String letter, int from, int to, List<Sentence> sentences) {
    int start = from;
    for (int at = from; at < to; at++) {
      char c = letter.charAt(at);
      boolean stop = c == '!' || c == '?' || c == '.' && !shortened(letter, start, at);
      if (stop && (at + 1 == to || Character.isWhitespace(letter.charAt(at + 1)))) {
        add(letter, start, at + 1, sentences);
        start = at + 1;
      }
    }
    add(letter, start, to, sentences);
  }

  private static boolean shortened(String letter, int start, int dot) {
    int at = dot;
    while (at > start && Character.isLetterOrDigit(letter.charAt(at - 1)) && dot - at < 6) {
      at--;
    }
    String word = letter.substring(at, dot).toLowerCase(Locale.ROOT);
    boolean day =
        !word.isEmpty() && word.length() <= 2 && word.chars().allMatch(Character::isDigit);
    return SHORT.contains(word) || day;
  }

  private static void add(String letter, int from, int to, List<Sentence> sentences) {
    int start = from;
    int end = to;
    while (start < end && Character.isWhitespace(letter.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(letter.charAt(end - 1))) {
      end--;
    }
    if (start < end) {
      sentences.add(new Sentence(start, end));
    }
  }
}
