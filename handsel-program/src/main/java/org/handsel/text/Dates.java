package org.handsel.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.handsel.text.DateTokens.Token;
import org.handsel.text.DateTokens.Type;
import org.handsel.text.DateWords.Kind;
import org.jspecify.annotations.Nullable;

/// Understands dates as institutions write them and gives their EDTF form ([Edtf]).
///
/// English, Swedish and German are read in full; French, Dutch, Spanish, Italian, Polish, Romanian,
/// Danish and Norwegian as far as years, months, decades, centuries and their parts, circa, before
/// and after go. The words are data (`date-words.tsv`); how words become years is documented in
/// `docs/understanding/dates.md`. A text with a word or figure that has no place in a date is not
/// understood: no answer is better than a wrong one.
///
/// Immutable, safe for use by many threads; never throws; takes time in proportion to the text.
public final class Dates {
  /// Longer texts are prose.
  private static final int LONGEST = 160;

  private final DateWords words;

  private Dates(DateWords words) {
    this.words = words;
  }

  public static Dates load() {
    return new Dates(DateWords.load());
  }

  /// Parses a display date.
  ///
  /// @param text the source's words
  /// @param language BCP 47 tag that is tried first; null tries all
  public Optional<ParsedDate> parse(String text, @Nullable String language) {
    if (plainYear(text)) {
      return Optional.of(new ParsedDate(text, text));
    }
    String clean = clean(text);
    if (clean.isEmpty() || clean.length() > LONGEST) {
      return Optional.empty();
    }
    if (edtf(clean)) {
      return Optional.of(new ParsedDate(clean, clean));
    }
    List<Token> tokens = DateTokens.of(words, clean, primary(language));
    String edtf = tokens == null ? null : DateReader.read(tokens);
    return edtf == null ? Optional.empty() : Optional.of(new ParsedDate(edtf, clean));
  }

  /// Whether a text says that nobody dated the thing ("Odaterad", "n.d.", "ohne Jahr"): an answer,
  /// but none that has an EDTF form.
  public boolean undated(String text) {
    String clean = clean(text);
    if (clean.isEmpty() || clean.length() > LONGEST) {
      return false;
    }
    List<Token> tokens = DateTokens.of(words, clean, null);
    if (tokens == null) {
      return false;
    }
    boolean said = false;
    for (Token token : tokens) {
      if (token.is(Kind.UNDATED)) {
        said = true;
      } else if (token.type() != Type.MARK && !token.is(Kind.ACT)) {
        return false;
      }
    }
    return said;
  }

  private static boolean plainYear(String text) {
    if (text.length() != 4) {
      return false;
    }
    for (int i = 0; i < 4; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return text.charAt(0) == '1' || text.startsWith("20");
  }

  /// Whether a text is EDTF already. Figures that people also use for other things are left to the
  /// reader: `1908-22` is hardly ever the summer of 1908, `-1900` hardly ever a year before Christ.
  private static boolean edtf(String text) {
    char first = text.charAt(0);
    boolean beforeChrist = text.startsWith("-0");
    if ((first < '0' || first > '2') && first != '.' && !beforeChrist) {
      return false;
    }
    if (!Edtf.valid(text)) {
      return false;
    }
    boolean season = text.indexOf('/') < 0 && text.length() >= 7 && text.charAt(5) == '2';
    Edtf.Range years = Edtf.years(text).orElseThrow();
    Integer last = years.latest() == null ? years.earliest() : years.latest();
    return !season && last != null && last <= Calendar.LAST_YEAR;
  }

  private static @Nullable String primary(@Nullable String language) {
    if (language == null || language.isEmpty()) {
      return null;
    }
    int end = 0;
    while (end < language.length() && Character.isLetter(language.charAt(end))) {
      end++;
    }
    String primary = language.substring(0, end).toLowerCase(Locale.ROOT);
    return primary.equals("nb") || primary.equals("nn") ? "no" : primary;
  }

  /// One line without doubled blanks.
  private static String clean(String text) {
    StringBuilder out = new StringBuilder(Math.min(text.length(), LONGEST + 1));
    boolean blank = false;
    for (int i = 0; i < text.length() && out.length() <= LONGEST; i++) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF') {
        blank = true;
      } else {
        if (blank && !out.isEmpty()) {
          out.append(' ');
        }
        blank = false;
        out.append(c);
      }
    }
    return out.toString();
  }

  /// @param edtf ISO 8601-2 (EDTF) form
  /// @param text display text: the source's words, cleaned
  public record ParsedDate(String edtf, String text) {}
}
