package org.handsel.app.sandbox;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds categories in wikitext. Those that templates add are not seen: the sandbox has no parser.
final class WikiLinks {
  private static final Pattern CATEGORY =
      Pattern.compile("\\[\\[\\s*Category\\s*:([^|\\]\\[{}\\n]+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern UNSEEN =
      Pattern.compile("<nowiki>.*?</nowiki>|<!--.*?-->", Pattern.DOTALL);

  private WikiLinks() {}

  /// Titles with namespace, each once, in the order of the text.
  static List<String> categories(String wikitext) {
    Matcher matcher = CATEGORY.matcher(UNSEEN.matcher(wikitext).replaceAll(""));
    return matcher
        .results()
        .flatMap(match -> Titles.read("Category:" + match.group(1)).stream())
        .filter(title -> title.namespace() == 14)
        .map(Titles.Stored::full)
        .distinct()
        .toList();
  }
}
