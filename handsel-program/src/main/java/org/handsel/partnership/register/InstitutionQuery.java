package org.handsel.partnership.register;

import org.jspecify.annotations.Nullable;

/// What to look for in the register; null asks for anything.
///
/// @param text words of name, other names and place, each of them begun is enough; or an identifier
public record InstitutionQuery(
    String text,
    @Nullable String country,
    @Nullable String type,
    @Nullable String subtype,
    @Nullable String incomeBand) {

  /// Only words.
  public static InstitutionQuery text(String text) {
    return new InstitutionQuery(text, null, null, null, null);
  }
}
