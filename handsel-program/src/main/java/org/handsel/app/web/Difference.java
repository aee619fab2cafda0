package org.handsel.app.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One field that a change of the history gave another value.
///
/// @param field name as it is stored, with dots between levels
/// @param before empty where there was none
/// @param after empty where none is left
public record Difference(String field, String before, String after) {

  /// All fields in which two states differ, by name.
  public static List<Difference> between(@Nullable JsonNode before, @Nullable JsonNode after) {
    List<Difference> differences = new ArrayList<>();
    compare("", before, after, differences);
    return differences;
  }

  private static void compare(
      String field, @Nullable JsonNode before, @Nullable JsonNode after, List<Difference> found) {
    boolean deeper =
        (before != null && before.isObject() && (after == null || after.isObject()))
            || (before == null && after != null && after.isObject());
    if (!deeper) {
      if (!text(before).equals(text(after))) {
        found.add(new Difference(field, text(before), text(after)));
      }
      return;
    }
    Set<String> names = new TreeSet<>();
    if (before != null) {
      names.addAll(before.propertyNames());
    }
    if (after != null) {
      names.addAll(after.propertyNames());
    }
    for (String name : names) {
      compare(
          field.isEmpty() ? name : field + "." + name,
          before == null ? null : before.get(name),
          after == null ? null : after.get(name),
          found);
    }
  }

  private static String text(@Nullable JsonNode value) {
    if (value == null || value.isNull()) {
      return "";
    }
    return value.isString() ? value.stringValue() : value.toString();
  }
}
