package org.handsel.release.back;

import java.util.regex.Pattern;

/// What a reader sees of a piece of wikitext, as near as can be known without the wiki: links as
/// their words, templates as their values.
final class PlainText {
  private static final Pattern LINK = Pattern.compile("\\[\\[(?:[^\\]|]*\\|)?([^\\]|]*)]]");
  private static final Pattern ADDRESS = Pattern.compile("\\[(?:https?:)?//\\S+\\s+([^\\]]*)]");
  private static final Pattern CALL = Pattern.compile("\\{\\{([^{}]*)}}");
  private static final Pattern TAG = Pattern.compile("<[^<>]{1,200}>");
  private static final int DEEPEST = 10;

  private PlainText() {}

  static String of(String wikitext) {
    String text = LINK.matcher(wikitext).replaceAll("$1");
    text = ADDRESS.matcher(text).replaceAll("$1");
    for (int i = 0; i < DEEPEST && text.contains("{{"); i++) {
      text =
          CALL.matcher(text)
              .replaceAll(call -> java.util.regex.Matcher.quoteReplacement(values(call.group(1))));
    }
    text = TAG.matcher(text).replaceAll(" ").replace("'''", "").replace("''", "");
    return text.strip().replaceAll("\\s+", " ");
  }

  private static String values(String call) {
    String[] parts = call.split("\\|", -1);
    if (parts.length == 1) {
      // A template without values stands for its page: a person, an institution, a licence.
      return parts[0].substring(parts[0].indexOf(':') + 1).strip();
    }
    StringBuilder values = new StringBuilder();
    for (int i = 1; i < parts.length; i++) {
      int equals = parts[i].indexOf('=');
      values.append(i == 1 ? "" : " ").append(parts[i].substring(equals + 1).strip());
    }
    return values.toString();
  }
}
