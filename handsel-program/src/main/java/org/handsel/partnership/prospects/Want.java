package org.handsel.partnership.prospects;

import java.util.List;
import java.util.Locale;

/// What an institution probably wants.
///
/// @param want such as `traffic`; the texts of pages know what it means and what can be offered
/// @param because the conditions of its profile from which it was concluded
/// @param source who observed that such institutions want it
/// @param words the institution's own words, or empty
public record Want(
    String want, Likelihood likelihood, List<Because> because, String source, String words) {
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
  }

  /// One condition that holds.
  ///
  /// @param how `is`, `below`, `least`, `has` or `no`
  public record Because(String how, String field, String value) {}
}
