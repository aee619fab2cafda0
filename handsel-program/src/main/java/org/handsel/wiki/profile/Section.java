package org.handsel.wiki.profile;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A section of a profile, read key by key; a key that nobody asked for is a mistake in the file.
final class Section {
  private final String file;
  private final String place;
  private final Map<?, ?> content;
  private final Set<String> read = new HashSet<>();

  Section(String file, String place, @Nullable Object content) {
    this.file = file;
    this.place = place;
    if (!(content instanceof Map<?, ?> map)) {
      throw new IllegalStateException(file + ": expected keys in " + place);
    }
    this.content = map;
  }

  private @Nullable Object value(String key) {
    read.add(key);
    return content.get(key);
  }

  String text(String key) {
    return optional(key).orElseThrow(() -> wrong(key, "a text"));
  }

  Optional<String> optional(String key) {
    Object value = value(key);
    if (value == null) {
      return Optional.empty();
    }
    if (!(value instanceof String text) || text.isBlank()) {
      throw wrong(key, "a text");
    }
    return Optional.of(text);
  }

  boolean flag(String key) {
    if (value(key) instanceof Boolean flag) {
      return flag;
    }
    throw wrong(key, "true or false");
  }

  List<String> list(String key) {
    Object value = value(key);
    return value == null ? List.of() : strings(key, value);
  }

  private List<String> strings(String key, Object value) {
    if (!(value instanceof List<?> items)
        || !items.stream().allMatch(item -> item instanceof String text && !text.isEmpty())) {
      throw wrong(key, "a list of texts");
    }
    return items.stream().map(String.class::cast).toList();
  }

  Optional<Section> section(String key) {
    Object value = value(key);
    return value == null
        ? Optional.empty()
        : Optional.of(new Section(file, place + key + ".", value));
  }

  Map<String, String> texts(String key) {
    Section inner = section(key).orElseThrow(() -> wrong(key, "keys with texts"));
    Map<String, String> texts = new LinkedHashMap<>();
    inner.content.keySet().forEach(name -> texts.put((String) name, inner.text((String) name)));
    return texts;
  }

  Map<String, List<String>> lists(String key) {
    return section(key).orElseThrow(() -> wrong(key, "keys with lists")).remainingLists();
  }

  /// The keys that nobody has read yet, each with its list.
  Map<String, List<String>> remainingLists() {
    Map<String, List<String>> lists = new LinkedHashMap<>();
    for (Object name : content.keySet()) {
      if (!read.contains((String) name)) {
        lists.put((String) name, list((String) name));
      }
    }
    return lists;
  }

  /// @throws IllegalStateException when a key was not read
  void close() {
    for (Object key : content.keySet()) {
      if (!read.contains((String) key)) {
        throw new IllegalStateException("%s: unknown key %s%s".formatted(file, place, key));
      }
    }
  }

  private IllegalStateException wrong(String key, String expected) {
    return new IllegalStateException(
        "%s, %s%s: expected %s, found %s".formatted(file, place, key, expected, content.get(key)));
  }
}
