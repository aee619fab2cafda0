package org.handsel.app.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Turns an answer of format version 2 into version 1: booleans become empty texts or nothing,
/// pages are keyed by their id, texts stand under `*`.
final class Formats {
  private Formats() {}

  static Object version1(Object answer) {
    if (answer instanceof Map<?, ?> map) {
      Map<String, Object> old = new LinkedHashMap<>();
      map.forEach((key, value) -> member(String.valueOf(key), value, old));
      return old;
    }
    if (answer instanceof List<?> list) {
      List<Object> old = new ArrayList<>();
      list.forEach(value -> old.add(version1(value == null ? "" : value)));
      return old;
    }
    return answer;
  }

  private static void member(
      String key, @org.jspecify.annotations.Nullable Object value, Map<String, Object> old) {
    if (value instanceof Boolean yes) {
      if (yes) {
        old.put(key, "");
      }
    } else if (key.equals("pages") && value instanceof List<?> pages) {
      old.put(key, keyed(pages));
    } else if (key.equals("content") || key.equals("category") || key.equals("docref")) {
      old.put("*", version1(value == null ? "" : value));
    } else if (value != null) {
      old.put(key, version1(value));
    }
  }

  private static Map<String, Object> keyed(List<?> pages) {
    Map<String, Object> byId = new LinkedHashMap<>();
    int missing = 0;
    for (Object page : pages) {
      if (page instanceof Map<?, ?> map) {
        Object id = map.get("pageid");
        byId.put(id == null ? String.valueOf(--missing) : id.toString(), version1(map));
      }
    }
    return byId;
  }
}
