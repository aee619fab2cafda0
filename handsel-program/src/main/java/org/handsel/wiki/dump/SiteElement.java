package org.handsel.wiki.dump;

import java.util.HashMap;
import java.util.Map;

/// Reads the `siteinfo` element of a dump.
final class SiteElement {
  private SiteElement() {}

  static DumpSite read(byte[] in, int from, int to, String language, String version) {
    String database = "";
    boolean firstLetter = true;
    Map<String, Integer> namespaces = new HashMap<>();
    for (int at = Tags.next(in, from, to); at < to; at = Tags.next(in, at + 1, to)) {
      int close = Tags.tagEnd(in, at, to);
      if (close < 0) {
        break;
      }
      if (Tags.is(in, at, to, "dbname")) {
        database = content(in, close, to);
      } else if (Tags.is(in, at, to, "case")) {
        firstLetter = !content(in, close, to).equals("case-sensitive");
      } else if (Tags.is(in, at, to, "namespace") && in[close - 2] != '/') {
        String key = Tags.attribute(in, at, close, "key");
        String name = content(in, close, to);
        if (key != null && key.matches("-?\\d{1,6}") && !name.isEmpty()) {
          namespaces.put(name, Integer.parseInt(key));
        }
      }
    }
    return new DumpSite(database, language, firstLetter, Map.copyOf(namespaces), version);
  }

  private static String content(byte[] in, int from, int to) {
    return Tags.text(java.util.Arrays.copyOfRange(in, from, Tags.next(in, from, to))).strip();
  }
}
