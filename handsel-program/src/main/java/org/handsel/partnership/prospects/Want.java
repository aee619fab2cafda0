package org.handsel.partnership.prospects;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What an institution probably wants.
///
/// @param want such as `traffic`; the texts of pages know what it means and what can be offered
/// @param because the conditions of its profile from which it was concluded
/// @param sources who observed that such institutions want it, by language
/// @param words the institution's own words, or empty
public record Want(
    String want,
    Likelihood likelihood,
    List<Because> because,
    Map<String, String> sources,
    String words) {
  /// How sure that is.
  public enum Likelihood {
    CERTAIN,
    LIKELY,
    POSSIBLE;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Want {
    because = List.copyOf(because);
    sources = Map.copyOf(sources);
  }

  /// Who observed it, in a language, in English where there is no other.
  public String source(String language) {
    return sources.getOrDefault(language, sources.getOrDefault("en", ""));
  }

  /// One condition that holds.
  ///
  /// @param how `is`, `below`, `least`, `has` or `no`
  public record Because(String how, String field, String value) {}
}
