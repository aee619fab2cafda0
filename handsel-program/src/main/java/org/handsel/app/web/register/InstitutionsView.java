package org.handsel.app.web.register;

import java.util.List;
import org.handsel.app.web.register.InstitutionsView.Facet;
import org.handsel.partnership.register.Institution;

/// What a search of the register found.
///
/// @param text that was looked for
/// @param country, type only of these; empty for any
/// @param total how many there are
/// @param base address of the other pages, up to the number
/// @param csv address of the same as a table
public record InstitutionsView(
    String text,
    String country,
    String type,
    int total,
    List<Institution> rows,
    List<Facet> countries,
    List<Facet> types,
    int number,
    boolean more,
    String base,
    String csv) {
  public InstitutionsView {
    rows = List.copyOf(rows);
    countries = List.copyOf(countries);
    types = List.copyOf(types);
  }

  /// A value and how many of what was found have it.
  public record Facet(String value, int count) {}
}
