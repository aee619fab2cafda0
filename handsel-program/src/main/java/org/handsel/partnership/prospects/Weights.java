package org.handsel.partnership.prospects;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.handsel.platform.HandselException;

/// How much each factor counts, 0 to 5.
public record Weights(Map<Factor, Double> values) {
  public static final double MOST = 5;

  public Weights {
    EnumMap<Factor, Double> all = new EnumMap<>(Factor.class);
    for (Factor factor : Factor.values()) {
      double value = values.getOrDefault(factor, 0.0);
      if (!(value >= 0 && value <= MOST)) {
        throw HandselException.usage(
            "weight of %s: expected a number from 0 to 5, found \"%s\"."
                .formatted(factor.code(), value));
      }
      all.put(factor, value);
    }
    values = java.util.Collections.unmodifiableMap(all);
  }

  public double of(Factor factor) {
    return values.getOrDefault(factor, 0.0);
  }

  /// The same with one factor counted differently.
  public Weights with(Factor factor, double value) {
    EnumMap<Factor, Double> changed = new EnumMap<>(values);
    changed.put(factor, value);
    return new Weights(changed);
  }

  /// The same changed by a text such as `rights=2,effort=0.5`.
  ///
  /// @throws HandselException when it has another form
  public Weights changed(String text) {
    Weights weights = this;
    for (String part : text.split(",", -1)) {
      if (part.isBlank()) {
        continue;
      }
      String[] sides = part.split("=", -1);
      Factor factor = Factor.of(sides[0].strip()).orElse(null);
      if (factor == null || sides.length != 2) {
        List<String> names = new ArrayList<>();
        for (Factor one : Factor.values()) {
          names.add(one.code());
        }
        throw HandselException.usage(
            "weights: expected factor=number with a factor of %s, found \"%s\"."
                .formatted(String.join(", ", names), part.strip()));
      }
      try {
        weights = weights.with(factor, Double.parseDouble(sides[1].strip()));
      } catch (NumberFormatException e) {
        throw HandselException.usage(
            "weight of %s: expected a number from 0 to 5, found \"%s\"."
                .formatted(factor.code(), sides[1].strip()));
      }
    }
    return weights;
  }
}
