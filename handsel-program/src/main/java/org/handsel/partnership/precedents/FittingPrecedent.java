package org.handsel.partnership.precedents;

import java.util.List;

/// A precedent and why it fits.
///
/// @param points by which it was chosen
/// @param fits `same-house`, `same-type`, `same-country`, `near-country`, `similar-size`,
///   `same-licence`, `figures`, `documented`
/// @param unknown what could not be compared: `type`, `country`, `size`, `licence`
public record FittingPrecedent(
    Precedent precedent, double points, List<String> fits, List<String> unknown) {
  public FittingPrecedent {
    fits = List.copyOf(fits);
    unknown = List.copyOf(unknown);
  }
}
