package org.handsel.impact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Collects measures of one source with what they have in common.
final class MeasureList {
  private final MeasureWords words;
  private final String source;
  private final @Nullable String asOf;
  private final Map<String, Object> parameters;
  private final List<Measure> measures = new ArrayList<>();

  MeasureList(
      MeasureWords words, String source, @Nullable String asOf, Map<String, Object> parameters) {
    this.words = words;
    this.source = source;
    this.asOf = asOf;
    this.parameters = parameters;
  }

  MeasureList add(String measure, @Nullable Number value, String... gaps) {
    return add(measure, value, Map.of(), List.of(gaps));
  }

  MeasureList add(
      String measure, @Nullable Number value, Map<String, Object> own, List<String> gaps) {
    return add(measure, value, asOf, own, gaps);
  }

  MeasureList add(
      String measure,
      @Nullable Number value,
      @Nullable String day,
      Map<String, Object> own,
      List<String> gaps) {
    Map<String, Object> all = new LinkedHashMap<>(parameters);
    all.putAll(own);
    Number written = value instanceof Double d ? round(d) : value;
    MeasureWords.Words word = words.of(measure);
    if (word.unit() == MeasureWords.Unit.SHARE && value != null) {
      all.put("percent", Math.round(value.doubleValue() * 10_000) / 100.0);
    }
    measures.add(new Measure(measure, written, word.english(), source, day, all, gaps));
    return this;
  }

  /// A share or ratio; unknown where a part is unknown or the denominator is zero.
  static @Nullable Double divided(@Nullable Number part, @Nullable Number whole) {
    return part == null || whole == null || whole.doubleValue() == 0
        ? null
        : part.doubleValue() / whole.doubleValue();
  }

  private static double round(double value) {
    return Math.round(value * 1e6) / 1e6;
  }

  List<Measure> all() {
    return List.copyOf(measures);
  }
}
