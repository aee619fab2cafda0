package org.handsel.wiki.markup;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Tags that the preprocessor knows, and how it treats what stands inside.
enum MarkupTags {
  /// The content is shown or run as it is: nothing inside is markup.
  OPAQUE,
  /// An extension's content is wikitext of its own: braces inside never match braces outside.
  APART,
  /// Only the tag itself vanishes, when the page itself is read.
  BARE,
  /// Tag and content count only where the page is transcluded.
  TRANSCLUDED;

  /// Source: MediaWiki Preprocessor_Hash and the tag hooks of Wikimedia's extensions.
  private static final Map<String, MarkupTags> BY_NAME = byName();

  private static final int LONGEST = 20;

  private static Map<String, MarkupTags> byName() {
    Map<String, MarkupTags> tags = new HashMap<>();
    for (String name :
        ("nowiki pre math chem ce syntaxhighlight source score timeline graph templatedata hiero"
                + " html inputbox categorytree maplink mapframe"
                + " templatestyles phonos rss quiz")
            .split(" ")) {
      tags.put(name, OPAQUE);
    }
    for (String name : "ref references gallery poem indicator imagemap section tabber".split(" ")) {
      tags.put(name, APART);
    }
    tags.put("noinclude", BARE);
    tags.put("onlyinclude", BARE);
    tags.put("includeonly", TRANSCLUDED);
    return Map.copyOf(tags);
  }

  static boolean isLetter(byte b) {
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
  }

  /// Name of the tag whose letters begin at that place, in lower case; empty where it is none of
  /// the known ones.
  static String name(byte[] text, int from, int to) {
    int end = from;
    while (end < to && end - from <= LONGEST && isLetter(text[end])) {
      end++;
    }
    if (end == from || end - from > LONGEST || !endsName(text, end, to)) {
      return "";
    }
    String name =
        new String(text, from, end - from, StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT);
    return BY_NAME.containsKey(name) ? name : "";
  }

  static MarkupTags of(String name) {
    MarkupTags kind = BY_NAME.get(name);
    if (kind == null) {
      throw new IllegalArgumentException(name + " is no known tag");
    }
    return kind;
  }

  private static boolean endsName(byte[] text, int at, int to) {
    return at >= to || text[at] == '>' || text[at] == '/' || text[at] <= ' ' && text[at] >= 0;
  }

  /// Place of the closing tag `</name >`, or -1.
  static int closing(byte[] text, int from, int to, String name) {
    for (int i = from; i + name.length() + 2 < to; i++) {
      if (text[i] == '<' && text[i + 1] == '/' && matches(text, i + 2, name)) {
        int end = i + 2 + name.length();
        while (end < to && text[end] <= ' ' && text[end] >= 0) {
          end++;
        }
        if (end < to && text[end] == '>') {
          return i;
        }
      }
    }
    return -1;
  }

  private static boolean matches(byte[] text, int at, String name) {
    for (int i = 0; i < name.length(); i++) {
      if ((text[at + i] | 0x20) != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
