package org.handsel.collection.source;

import java.util.Map;
import org.handsel.platform.HandselException;
import org.jspecify.annotations.Nullable;

/// How cells are kept apart in a text.
///
/// @param delimiter character between cells
/// @param quote character around cells that hold delimiters or line breaks; [#NO_QUOTE] when the
///   file has no such convention
/// @param hintLines lines before the header that belong to a program, such as `sep=;`
record Dialect(char delimiter, char quote, int hintLines) {
  static final char NO_QUOTE = '\0';

  private static final Map<String, Character> NAMES =
      Map.of("\\t", '\t', "tab", '\t', "comma", ',', "semicolon", ';', "pipe", '|');

  boolean hasQuotes() {
    return quote != NO_QUOTE;
  }

  /// Such as `delimiter |, no quotes`; tab and comma in words, because they cannot be seen in a
  /// sentence.
  String label() {
    String separator =
        switch (delimiter) {
          case '\t' -> "tab";
          case ',' -> "comma";
          default -> String.valueOf(delimiter);
        };
    return "delimiter " + separator + ", " + (hasQuotes() ? "quotes " + quote : "no quotes");
  }

  /// As written in a profile: `\t` for a tab.
  String delimiterName() {
    return delimiter == '\t' ? "\\t" : String.valueOf(delimiter);
  }

  String quoteName() {
    return hasQuotes() ? String.valueOf(quote) : "none";
  }

  /// The delimiter of a profile; null when it is to be recognised.
  ///
  /// @throws HandselException when it is not one character
  static @Nullable Character delimiter(@Nullable String given) {
    if (given == null) {
      return null;
    }
    Character named = NAMES.get(given);
    if (named != null) {
      return named;
    }
    if (given.length() != 1 || given.equals("\n") || given.equals("\r")) {
      throw HandselException.usage(
          "source.delimiter: expected one character such as , ; | or \\t, found \"%s\"."
              .formatted(given));
    }
    return given.charAt(0);
  }

  /// The quote of a profile, [#NO_QUOTE] for `none`; null when it is to be recognised.
  ///
  /// @throws HandselException when it is neither one character nor `none`
  static @Nullable Character quote(@Nullable String given) {
    if (given == null) {
      return null;
    }
    if (given.isEmpty() || given.equals("none")) {
      return NO_QUOTE;
    }
    if (given.length() != 1 || given.equals("\n") || given.equals("\r")) {
      throw HandselException.usage(
          "source.quote: expected one character such as \" or the word none, found \"%s\"."
              .formatted(given));
    }
    return given.charAt(0);
  }
}
