package org.handsel.readiness.edits;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the passage of an edit in a page's wikitext and puts the new one in its place. An audit
/// knows values and names without the white space around them, so two kinds of passage are
/// recognised by what they say and everything around is kept as it stands:
///
/// - `|FIELD=value` or `|FIELD=`: a parameter, with any white space around its parts; the value
///   must be the whole value,
/// - `[[Category:Name]]`: a category link, with any sort key, which stays where the link stays, and
///   with spaces or underscores. A link that goes takes its line along when it stands alone on it,
///   and one that only is to be written otherwise is written as the edit has it.
///
/// - the same category link twice, line under line: a link that stands on the page more than once,
///   of which only the first stays.
///
/// A template that is added (no old passage) stands before the categories and the sort key at the
/// end of the page. Any other passage is taken to the letter. What stands in a comment, `nowiki` or
/// `pre` is never touched. A pure function.
final class Passage {
  private static final Pattern HIDDEN =
      Pattern.compile(
          "<!--.*?-->|<(nowiki|pre|syntaxhighlight)\\b[^>]*>.*?</\\1\\s*>",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
  private static final Pattern PARAMETER =
      Pattern.compile("\\|([^|={}\\[\\]]+)=(.*)", Pattern.DOTALL);
  private static final Pattern LINK =
      Pattern.compile("\\[\\[([^:\\[\\]|]+):([^\\[\\]|]+)(\\|[^\\[\\]]*)?\\]\\]");

  private static final Pattern TEMPLATE =
      Pattern.compile("\\{\\{\\s*([^|{}\\n]+?)\\s*(?:[|}\\n].*)?", Pattern.DOTALL);
  private static final Pattern LAST_LINES =
      Pattern.compile(
          "(?:^[^\\S\\n]*(?:\\[\\[[^\\]|]+:[^\\n]*\\]\\]|\\{\\{\\p{L}+:[^\\n]*\\}\\})?[^\\S\\n]*(?:\\n|\\z))+"
              + "(?:\\{\\{\\s*(?:Personendaten|Persondata)\\b[^{}]*\\}\\}\\s*)?\\z",
          Pattern.MULTILINE);

  private Passage() {}

  /// What came of looking for the passage.
  sealed interface Found {
    /// The page with the edit made.
    record Changed(String text) implements Found {}

    /// The old passage is not there, the new one is: somebody made the edit already.
    record Already() implements Found {}

    /// The old passage is not there: the page was changed since the dump.
    record Absent() implements Found {}

    /// The old passage stands there more than once, so that nobody knows which one is meant.
    record Ambiguous(int times) implements Found {}
  }

  static Found change(String text, Edit edit) {
    if (edit.old().isBlank()) {
      return added(text, edit.changed());
    }
    if (edit.old().equals(edit.changed() + "\n" + edit.changed())) {
      return once(text, edit.changed());
    }
    List<MatchResult> found = matches(text, pattern(edit.old(), valueOf(edit.changed())));
    if (found.isEmpty()) {
      return !edit.changed().isBlank() && !matches(text, pattern(edit.changed(), "")).isEmpty()
          ? new Found.Already()
          : new Found.Absent();
    }
    if (found.size() > 1) {
      return new Found.Ambiguous(found.size());
    }
    String changed = replaced(text, found.getFirst(), edit);
    // A link that is written otherwise is still the same link.
    return changed.equals(text) ? new Found.Already() : new Found.Changed(changed);
  }

  private static Found once(String text, String link) {
    List<MatchResult> found = matches(text, pattern(link, ""));
    if (found.size() < 2) {
      return found.isEmpty() ? new Found.Absent() : new Found.Already();
    }
    String changed = text;
    for (MatchResult surplus : found.subList(1, found.size()).reversed()) {
      changed = without(changed, surplus.start(), surplus.end());
    }
    return new Found.Changed(changed);
  }

  private static Found added(String text, String template) {
    Matcher name = TEMPLATE.matcher(template.strip());
    if (!name.matches()) {
      return new Found.Absent();
    }
    Pattern there = Pattern.compile("\\{\\{\\s*%s\\s*[|}]".formatted(loose(name.group(1), false)));
    if (!matches(text, there).isEmpty()) {
      return new Found.Already();
    }
    Matcher last = LAST_LINES.matcher(text);
    int at = last.find() ? last.start() : text.length();
    String before = text.substring(0, at).stripTrailing();
    return new Found.Changed(
        before + "\n\n" + template.strip() + "\n\n" + text.substring(at).stripLeading());
  }

  private static String valueOf(String passage) {
    Matcher parameter = PARAMETER.matcher(passage);
    return parameter.matches() ? parameter.group(2).strip() : "";
  }

  private static List<MatchResult> matches(String text, Pattern wanted) {
    List<int[]> hidden = new ArrayList<>();
    for (Matcher matcher = HIDDEN.matcher(text); matcher.find(); ) {
      hidden.add(new int[] {matcher.start(), matcher.end()});
    }
    List<MatchResult> found = new ArrayList<>();
    for (Matcher matcher = wanted.matcher(text); matcher.find(); ) {
      int start = matcher.start();
      if (hidden.stream().noneMatch(span -> span[0] <= start && start < span[1])) {
        found.add(matcher.toMatchResult());
      }
    }
    return found;
  }

  /// @param coming the value that the edit gives a parameter; when the old one has none, only a
  ///   parameter that is empty is meant
  private static Pattern pattern(String passage, String coming) {
    Matcher link = LINK.matcher(passage);
    if (link.matches()) {
      String key = link.group(3) == null ? "(?:\\|[^\\[\\]]*)?" : Pattern.quote(link.group(3));
      return Pattern.compile(
          "(\\[\\[[ _]*)((?:%s|(?i:Category))[ _]*:[ _]*%s)([ _]*)(%s)\\]\\]"
              .formatted(
                  loose(link.group(1).strip(), true), loose(link.group(2).strip(), false), key));
    }
    Matcher parameter = PARAMETER.matcher(passage);
    if (parameter.matches()) {
      String value = parameter.group(2).strip();
      return Pattern.compile(
          "(\\|\\s*)(%s)(\\s*=[^\\S\\n]*)".formatted(Pattern.quote(parameter.group(1).strip()))
              + (value.isEmpty() && coming.isEmpty()
                  ? ""
                  : "(\\s*)(%s)(?=\\s*(?:\\||\\}\\}|<!--))".formatted(Pattern.quote(value))));
    }
    return Pattern.compile(Pattern.quote(passage));
  }

  /// A name as MediaWiki takes it: the first letter in either case, spaces or underscores; the name
  /// of a namespace in any case.
  private static String loose(String name, boolean anyCase) {
    StringBuilder pattern = new StringBuilder();
    for (String word : name.split("[ _]+")) {
      if (!pattern.isEmpty()) {
        pattern.append("[ _]+");
      }
      if (anyCase) {
        pattern.append("(?iu:").append(Pattern.quote(word)).append(')');
      } else if (pattern.isEmpty()) {
        int first = word.codePointAt(0);
        pattern
            .append("(?iu:")
            .append(Pattern.quote(Character.toString(first)))
            .append(')')
            .append(Pattern.quote(word.substring(Character.charCount(first))));
      } else {
        pattern.append(Pattern.quote(word));
      }
    }
    return pattern.toString();
  }

  private static String replaced(String text, MatchResult at, Edit edit) {
    Matcher oldLink = LINK.matcher(edit.old());
    Matcher newLink = LINK.matcher(edit.changed());
    if (oldLink.matches()) {
      if (edit.changed().isEmpty()) {
        return without(text, at.start(), at.end());
      }
      if (newLink.matches()) {
        String key = newLink.group(3) == null ? at.group(4) : newLink.group(3);
        boolean rewritten = pattern(edit.changed(), "").matcher(edit.old()).matches();
        String before = rewritten ? "[[" : at.group(1);
        String behind = rewritten ? "" : at.group(3);
        return spliced(
            text, at, before + newLink.group(1) + ":" + newLink.group(2) + behind + key + "]]");
      }
    }
    Matcher oldParameter = PARAMETER.matcher(edit.old());
    Matcher newParameter = PARAMETER.matcher(edit.changed());
    if (!oldLink.matches() && oldParameter.matches() && newParameter.matches()) {
      String before = at.group(1) + newParameter.group(1).strip() + at.group(3);
      String value = newParameter.group(2).strip();
      return spliced(text, at, at.groupCount() > 3 ? before + at.group(4) + value : before + value);
    }
    return spliced(text, at, edit.changed());
  }

  private static String spliced(String text, MatchResult at, String middle) {
    return text.substring(0, at.start()) + middle + text.substring(at.end());
  }

  private static String without(String text, int start, int end) {
    boolean begins = start == 0 || text.charAt(start - 1) == '\n';
    boolean ends = end == text.length() || text.charAt(end) == '\n';
    if (begins && ends) {
      return end < text.length()
          ? text.substring(0, start) + text.substring(end + 1)
          : text.substring(0, Math.max(0, start - 1));
    }
    return text.substring(0, start) + text.substring(end);
  }
}
