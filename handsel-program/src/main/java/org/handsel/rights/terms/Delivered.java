package org.handsel.rights.terms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The facts of an item as delivered and as understood, for the basis of an estimate.
final class Delivered {
  private Delivered() {}

  /// Texts by the path of the fact in `items.jsonl`.
  static Map<String, String> texts(RightsFacts facts) {
    Map<String, String> texts = new LinkedHashMap<>();
    put(texts, "facts.country", facts.country());
    put(texts, "facts.kind", facts.kind());
    for (int i = 0; i < facts.authors().size(); i++) {
      RightsFacts.Author author = facts.authors().get(i);
      String path = "facts.authors[%d].".formatted(i);
      put(texts, path + "name", author.name());
      put(texts, path + "birth", author.birth());
      put(texts, path + "death", author.death());
      put(texts, path + "anonymous", author.anonymous() ? "true" : null);
    }
    put(texts, "facts.created", facts.created());
    put(texts, "facts.published", facts.published());
    put(texts, "facts.unpublished", flag(facts.unpublished()));
    put(texts, "facts.government", flag(facts.government()));
    put(texts, "facts.collective", flag(facts.collective()));
    put(texts, "facts.warDead", flag(facts.warDead()));
    put(texts, "facts.notice", flag(facts.notice()));
    put(texts, "facts.renewed", flag(facts.renewed()));
    return texts;
  }

  /// The years that the texts allow; a bound that nothing gives is left out of the list.
  static Map<String, List<Integer>> intervals(Timeline timeline) {
    Map<String, List<Integer>> intervals = new LinkedHashMap<>();
    put(intervals, "death", timeline.death());
    put(intervals, "created", timeline.created());
    put(intervals, "published", timeline.published());
    return intervals;
  }

  private static void put(Map<String, List<Integer>> intervals, String name, Years years) {
    if (years.from() > Years.EARLIEST && years.bounded()) {
      intervals.put(name, List.of(years.from(), years.to()));
    }
  }

  private static void put(Map<String, String> texts, String path, @Nullable String text) {
    if (text != null && !text.isBlank()) {
      texts.put(path, text);
    }
  }

  private static @Nullable String flag(@Nullable Boolean value) {
    return value == null ? null : value.toString();
  }
}
