package org.handsel.text;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What catalogues write around a name without its being part of it: life dates, roles, fuller
/// forms in brackets, punctuation of ISBD.
final class NameRest {
  private static final int LONGEST = 200;
  private static final Pattern TOKEN = Pattern.compile("\\p{L}+|\\d+|[^\\p{L}\\d\\s]");
  private static final Pattern PUNCTUATION = Pattern.compile("[\\s,;:/=]+$");
  private static final Pattern YEARS_BEHIND =
      Pattern.compile("\\s\\d{4}\\s?[-–—]\\s?(?:\\d{4})?\\??$");
  private static final Pattern FULL_STOP = Pattern.compile("(?<=\\p{Ll}{3})\\.$");
  private static final Pattern INITIAL = Pattern.compile("\\b\\p{Lu}\\.");

  /// Words beside the years of a life.
  private static final Set<String> LIFE =
      Set.of(
          "b",
          "born",
          "d",
          "died",
          "active",
          "fl",
          "flourished",
          "c",
          "ca",
          "cca",
          "circa",
          "approximately",
          "approx",
          "about",
          "or",
          "before",
          "after",
          "to",
          "until",
          "and",
          "th",
          "st",
          "nd",
          "rd",
          "cent",
          "century",
          "geb",
          "geboren",
          "gest",
          "gestorben",
          "um",
          "vor",
          "nach",
          "bis",
          "oder",
          "tätig",
          "jh",
          "jahrhundert",
          "f",
          "född",
          "död",
          "verksam",
          "före",
          "efter",
          "till",
          "eller",
          "né",
          "née",
          "mort",
          "actif",
          "vers",
          "nato",
          "morto",
          "attivo",
          "ur",
          "zm",
          "werkzaam",
          "overleden");

  private NameRest() {}

  /// The name alone; all of it where nothing would be left.
  static String without(String name, Roles roles) {
    if (name.length() > LONGEST) {
      return name;
    }
    String left = name.strip();
    int colon = left.indexOf(':');
    if (colon > 0 && roles.maker(left.substring(0, colon))) {
      left = left.substring(colon + 1).strip();
    }
    for (int before = left.length() + 1; left.length() < before; ) {
      before = left.length();
      left = shorter(left, roles);
    }
    if (left.indexOf(',') > 0) {
      left = FULL_STOP.matcher(left).replaceFirst("");
    }
    return left.isEmpty() ? name : left;
  }

  private static String shorter(String name, Roles roles) {
    String left = PUNCTUATION.matcher(name).replaceFirst("");
    int open = bracket(left);
    if (open > 0) {
      String inside = left.substring(open + 1, left.length() - 1);
      String before = left.substring(0, open).strip();
      String last = inside.substring(inside.lastIndexOf(',') + 1);
      if (life(inside) || life(last) || role(inside, roles) || fuller(before, inside)) {
        return before;
      }
    }
    int semicolon = left.lastIndexOf(';');
    if (semicolon > 0 && role(left.substring(semicolon + 1), roles)) {
      return left.substring(0, semicolon);
    }
    // "Atget, Eugène (1857-1927). Photographe"; "J. Potter" is a name.
    int stop = left.lastIndexOf(". ");
    if (stop > 0
        && (left.charAt(stop - 1) == ')' || left.lastIndexOf(',', stop) > 0)
        && role(left.substring(stop + 1), roles)) {
      return left.substring(0, stop);
    }
    int comma = left.lastIndexOf(',');
    if (comma > 0 && (open < 0 || comma < open)) {
      String behind = left.substring(comma + 1);
      if (life(behind) || role(behind, roles)) {
        return left.substring(0, comma);
      }
    }
    Matcher years = YEARS_BEHIND.matcher(left);
    return years.find() && years.start() > 0 ? left.substring(0, years.start()) : left;
  }

  /// Where the brackets begin with which a name ends; -1 without any.
  private static int bracket(String name) {
    return name.endsWith(")")
        ? name.lastIndexOf('(')
        : name.endsWith("]") ? name.lastIndexOf('[') : -1;
  }

  private static boolean role(String text, Roles roles) {
    return roles.maker(text) || roles.other(text);
  }

  /// `Dodd, Thomas J. (Thomas Joseph)`.
  private static boolean fuller(String before, String inside) {
    return before.indexOf(',') > 0
        && INITIAL.matcher(before).find()
        && inside.chars().allMatch(c -> Character.isLetter(c) || c == ' ' || c == '-' || c == '.');
  }

  /// Years or a century, and nothing but what stands beside them.
  private static boolean life(String text) {
    boolean years = false;
    boolean century = false;
    boolean small = false;
    Matcher tokens = TOKEN.matcher(text);
    while (tokens.find()) {
      String token = tokens.group();
      char first = token.charAt(0);
      if (Character.isDigit(first)) {
        years |= token.length() == 3 || token.length() == 4;
        small |= token.length() <= 2;
        if (token.length() > 4) {
          return false;
        }
      } else if (Character.isLetter(first)) {
        String word = token.toLowerCase(Locale.ROOT);
        if (!LIFE.contains(word)) {
          return false;
        }
        century |= word.startsWith("cent") || word.startsWith("j");
      }
    }
    return years || (century && small);
  }
}
