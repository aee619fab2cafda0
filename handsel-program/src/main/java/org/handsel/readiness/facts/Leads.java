package org.handsel.readiness.facts;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// Takes the first words of a biography, in which its dates stand, out of the wikitext: from the
/// first bold words to the end of the paragraph, without markup. Good for comparing dates, not for
/// showing. Not safe for threads.
final class Leads {
  private static final int LOOKED_AT = 24_000;
  private static final int LONGEST = 400;
  private static final Pattern NOISE =
      Pattern.compile(
          "(?s)<!--.*?-->|<ref[^>/]*/>|<ref[^>]*>.*?</ref>|<[^>]{0,200}>|\\{\\|.*?\\|\\}");
  private static final Pattern INNER_TEMPLATE = Pattern.compile("\\{\\{[^{}]*\\}\\}");
  private static final Pattern LINK =
      Pattern.compile("\\[\\[(?:[^\\[\\]|]*\\|)?([^\\[\\]|]*)\\]\\]");
  private static final Pattern FILE = Pattern.compile("\\[\\[[^\\[\\]|:]{1,20}:[^\\[\\]]*\\]\\]");

  String of(byte[] page, int from, int to) {
    String text = new String(page, from, Math.min(to - from, LOOKED_AT), StandardCharsets.UTF_8);
    int bold = text.indexOf("'''");
    if (bold < 0) {
      return "";
    }
    // An infobox may hold bold words of its own: what stands in braces does not count.
    String plain = NOISE.matcher(text).replaceAll("");
    for (int depth = 0; depth < 6; depth++) {
      String less = INNER_TEMPLATE.matcher(plain).replaceAll("");
      if (less.length() == plain.length()) {
        break;
      }
      plain = less;
    }
    plain = FILE.matcher(plain).replaceAll("");
    bold = plain.indexOf("'''");
    if (bold < 0) {
      return "";
    }
    int end = plain.indexOf("\n\n", bold);
    String lead = plain.substring(bold, end < 0 ? plain.length() : end);
    lead = LINK.matcher(lead).replaceAll("$1");
    lead =
        lead.replace("'''", "")
            .replace("''", "")
            .replace("&nbsp;", " ")
            .replace("&ndash;", "–")
            .replace("&mdash;", "—")
            .replaceAll("\\s+", " ")
            .strip();
    return lead.length() <= LONGEST ? lead : lead.substring(0, LONGEST);
  }
}
