package org.handsel.text;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Understands display measures such as `Mått 107 x 75 cm` or `30 in x 24 1/2 in (76.2 cm x 62.23
/// cm)`.
///
/// Without labels the order is height × width × depth, as Swedish, German and English museums write
/// it; a single number without a label, an approximate measure and a text with words that are not
/// known are not understood. Words are data (`dimension-words.tsv`). Immutable, safe for use by
/// many threads; never throws.
public final class Dimensions {
  private static final int LONGEST = 600;

  private final DimensionWords words;

  private Dimensions(DimensionWords words) {
    this.words = words;
  }

  public static Dimensions load() {
    return new Dimensions(DimensionWords.load());
  }

  /// The measures of the work itself (not of its frame), metric preferred; empty when not
  /// understood.
  public Optional<Measures> parse(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    List<DimensionTokens.Token> tokens = DimensionTokens.of(text);
    return tokens == null
        ? Optional.empty()
        : Optional.ofNullable(DimensionReader.read(words, text, tokens));
  }

  /// @param unit mm, cm, m or in
  /// @param height height in that unit
  /// @param width width, or null
  /// @param depth depth, or null
  /// @param others parts that were understood but are not the work's own size (frame, sheet)
  public record Measures(
      String unit,
      BigDecimal height,
      @Nullable BigDecimal width,
      @Nullable BigDecimal depth,
      List<String> others) {

    /// The form kept in an item: `107 × 75 cm`.
    public String display() {
      StringBuilder out = new StringBuilder(height.toPlainString());
      if (width != null) {
        out.append(" × ").append(width.toPlainString());
      }
      if (depth != null) {
        out.append(" × ").append(depth.toPlainString());
      }
      return out.append(' ').append(unit).toString();
    }
  }
}
