package org.handsel.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/// One line of `ledger.jsonl`.
///
/// @param at time in UTC, ISO-8601
/// @param item and `file`: the line of the plan; empty for what concerns the whole release
/// @param facts what the step found, by name: texts, and a list of texts for the files of a pilot
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record LedgerEntry(String at, Step step, String item, String file, Map<String, Object> facts) {
  LedgerEntry {
    item = orEmpty(item);
    file = orEmpty(file);
    facts = orEmpty(facts);
  }

  FileKey key() {
    return new FileKey(item, file);
  }

  String text(String name) {
    return facts.get(name) instanceof Object value ? value.toString() : "";
  }

  long number(String name) {
    String text = text(name);
    return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
  }

  List<String> texts(String name) {
    return facts.get(name) instanceof List<?> list
        ? list.stream().map(Object::toString).toList()
        : List.of();
  }

  // Empty parts are left out of the line, so they are missing when it is read.
  private static String orEmpty(@org.jspecify.annotations.Nullable String text) {
    return text == null ? "" : text;
  }

  private static Map<String, Object> orEmpty(
      @org.jspecify.annotations.Nullable Map<String, Object> map) {
    return map == null ? Map.of() : Map.copyOf(map);
  }
}
