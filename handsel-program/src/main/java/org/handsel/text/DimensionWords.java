package org.handsel.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.handsel.platform.ResourceTable;
import org.jspecify.annotations.Nullable;

/// The words beside measures, `dimension-words.tsv`. Immutable.
final class DimensionWords {
  /// What a word says about the number beside it.
  enum Kind {
    OWN,
    OTHER,
    HEIGHT,
    WIDTH,
    DEPTH,
    LENGTH,
    DIAMETER,
    REMARK;

    boolean axis() {
      return this == HEIGHT || this == WIDTH || this == DEPTH || outside();
    }

    /// An axis that the three of an item do not hold.
    boolean outside() {
      return this == LENGTH || this == DIAMETER;
    }
  }

  static final int LONGEST_PHRASE = 3;

  private final Map<String, Kind> kinds;

  private DimensionWords(Map<String, Kind> kinds) {
    this.kinds = Map.copyOf(kinds);
  }

  static DimensionWords load() {
    ResourceTable table =
        ResourceTable.read(
            DimensionWords.class, "dimension-words.tsv", "kind", "languages", "words");
    Map<String, Kind> kinds = new HashMap<>();
    for (ResourceTable.Row row : table.rows()) {
      Kind kind =
          Arrays.stream(Kind.values())
              .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(row.cell(0)))
              .findFirst()
              .orElseThrow(() ->
                  ResourceTable.malformed(table.name(), row.line(), "unknown kind " + row.cell(0)));
      row.list(2).forEach(phrase -> kinds.putIfAbsent(phrase, kind));
    }
    return new DimensionWords(kinds);
  }

  @Nullable Kind kind(String phrase) {
    return kinds.get(phrase);
  }
}
