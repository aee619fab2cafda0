package org.handsel.partnership.register;

import org.jspecify.annotations.Nullable;

/// A library, gallery, archive, museum or media agency.
///
/// @param id given by Handsel; empty for a draft that is not in the register yet
/// @param source where the row comes from: the name of an imported list, or `hand`
/// @param sourceId its id there, or null
/// @param name as its source writes it; empty where the source has no name
/// @param country ISO 3166-1 code of two letters, or null
/// @param type `library`, `gallery`, `archive`, `museum`, `media agency`, `other` or `unknown`
/// @param city town, or null
/// @param region state or province, or null
/// @param latitude degrees north, or null
/// @param longitude degrees east, or null
/// @param website address of its site, or null
/// @param mergedInto id of the institution that it turned out to be, or null
/// @param version rises with every change; an edit names the version that it was made on
public record Institution(
    String id,
    String source,
    @Nullable String sourceId,
    String name,
    @Nullable String country,
    String type,
    @Nullable String city,
    @Nullable String region,
    @Nullable Double latitude,
    @Nullable Double longitude,
    @Nullable String website,
    @Nullable String mergedInto,
    long version) {

  /// An institution that a person enters by hand.
  public static Institution draft(String name, @Nullable String country, String type) {
    return new Institution(
        "", "hand", null, name, country, type, null, null, null, null, null, null, 0);
  }
}
