package org.handsel.partnership.contacts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A person at an institution.
///
/// @param name of the person; the masked label once it is erased
/// @param role what the person decides or does there
/// @param legalBasis an id of `legal-bases.tsv`
/// @param source where the data is from, such as the imprint of the site
/// @param lastContactOn day of the last contact, or null
/// @param retainUntil last day on which the data is needed; null when erased
/// @param erased whether nothing personal is left of it
/// @param version rises with every edit by a person
public record Contact(
    String id,
    String institution,
    String name,
    String role,
    @Nullable String mail,
    @Nullable String phone,
    @Nullable String address,
    String legalBasis,
    String source,
    LocalDate recordedOn,
    @Nullable LocalDate lastContactOn,
    @Nullable LocalDate retainUntil,
    boolean erased,
    long version) {

  /// What stands for the person where the name must not: the same for ever, and no name.
  public String label() {
    return labelOf(id);
  }

  static String labelOf(String id) {
    return "[person " + id.substring(Math.max(0, id.length() - 6)) + "]";
  }
}
