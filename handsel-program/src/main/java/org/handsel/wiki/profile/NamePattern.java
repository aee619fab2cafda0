package org.handsel.wiki.profile;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// A pattern of a name: `*` stands for any text, `{year}` for one to four digits of any script.
///
/// @param text as written in a profile
public record NamePattern(String text) {
  private static final String YEAR = "{year}";

  public NamePattern {
    if (text.isBlank() || text.indexOf(YEAR) != text.lastIndexOf(YEAR)) {
      throw new IllegalArgumentException(
          "a pattern of a name has text and {year} at most once, found \"%s\"".formatted(text));
    }
  }

  public boolean matches(String name) {
    return ends(name) && match(0, name, 0) != null;
  }

  /// Whether a name ends as the pattern does; nearly all names are told apart by that.
  private boolean ends(String name) {
    int tail = text.length() - 1 - Math.max(text.lastIndexOf('*'), text.lastIndexOf('}'));
    return name.length() >= tail
        && name.regionMatches(name.length() - tail, text, text.length() - tail, tail);
  }

  /// The year in a name that matches.
  public OptionalInt year(String name) {
    int[] found = ends(name) ? match(0, name, 0) : null;
    return found == null || found[0] < 0 ? OptionalInt.empty() : OptionalInt.of(found[0]);
  }

  /// One cell with the year or -1, or null where the name does not match.
  private int @Nullable [] match(int at, String name, int from) {
    if (at == text.length()) {
      return from == name.length() ? new int[] {-1} : null;
    }
    if (text.charAt(at) == '*') {
      for (int end = from; end <= name.length(); end++) {
        int[] rest = match(at + 1, name, end);
        if (rest != null) {
          return rest;
        }
      }
      return null;
    }
    if (text.startsWith(YEAR, at)) {
      return year(at + YEAR.length(), name, from);
    }
    return from < name.length() && name.charAt(from) == text.charAt(at)
        ? match(at + 1, name, from + 1)
        : null;
  }

  private int @Nullable [] year(int at, String name, int from) {
    int end = from;
    int value = 0;
    while (end < name.length() && end - from < 4 && Character.isDigit(name.charAt(end))) {
      value = value * 10 + Character.digit(name.charAt(end), 10);
      end++;
    }
    if (end == from || end < name.length() && Character.isDigit(name.charAt(end))) {
      return null;
    }
    return match(at, name, end) == null ? null : new int[] {value};
  }
}
