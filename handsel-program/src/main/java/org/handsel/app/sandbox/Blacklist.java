package org.handsel.app.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// The lines of MediaWiki:Titleblacklist: regular expressions that a new title must not match.
///
/// A line is `expression <option|option>`; read are `casesensitive` and `errmsg=KEY`. A line that
/// Java cannot read as an expression is passed over.
final class Blacklist {
  private static final Pattern LINE = Pattern.compile("^(.*?)\\s*(?:<([^<>]*)>)?$");

  private Blacklist() {}

  /// A line that forbids a title.
  record Hit(String line, String message) {}

  static Optional<Hit> hit(String page, String title) {
    for (String line : lines(page)) {
      Matcher matcher = LINE.matcher(line);
      if (!matcher.matches()) {
        continue;
      }
      String options = matcher.group(2) == null ? "" : matcher.group(2);
      boolean caseSensitive = options.toLowerCase(Locale.ROOT).contains("casesensitive");
      try {
        int flags = caseSensitive ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        if (Pattern.compile(matcher.group(1), flags).matcher(title).matches()) {
          return Optional.of(new Hit(line, message(options)));
        }
      } catch (PatternSyntaxException e) {
        // Not an expression in Java's syntax; the real wiki may understand it.
      }
    }
    return Optional.empty();
  }

  private static String message(String options) {
    for (String option : options.split("\\|", -1)) {
      if (option.strip().startsWith("errmsg=")) {
        return option.strip().substring("errmsg=".length()).strip();
      }
    }
    return "";
  }

  private static List<String> lines(String page) {
    List<String> lines = new ArrayList<>();
    page.lines()
        .map(line -> line.replaceFirst("#.*", "").strip())
        .filter(line -> !line.isEmpty())
        .forEach(lines::add);
    return lines;
  }
}
