package org.handsel.collection.text;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Understands dates as institutions write them and gives their EDTF form. Immutable.
public final class Dates {
  private Dates() {}

  public static Dates load() {
    return new Dates();
  }

  /// Parses a display date.
  ///
  /// @param text the source's words
  /// @param language BCP 47 tag that is tried first; null tries all
  public Optional<ParsedDate> parse(String text, @Nullable String language) {
    return Optional.empty();
  }

  /// @param edtf ISO 8601-2 (EDTF) form
  /// @param text display text: the source's words, cleaned
  public record ParsedDate(String edtf, String text) {}
}
