package org.handsel.partnership.register;

import org.jspecify.annotations.Nullable;

/// A library, gallery, archive, museum or media agency.
///
/// @param id given by Handsel; empty for a draft that is not in the register yet
/// @param source where the row comes from: the name of an imported list, or `hand`
/// @param sourceId its id there, or null
/// @param name as its source writes it; empty where the source has no name
/// @param country ISO 3166-1 code of two letters, or null
/// @param type `library`, `gallery`, `archive`, `museum`, `media agency`, `other`, `unknown`, or
///   another word of its list such as `historical society`
/// @param city town, or null
/// @param region state or province, or null
/// @param latitude degrees north, or null
/// @param longitude degrees east, or null
/// @param website address of its site, or null
/// @param mergedInto id of the institution that it turned out to be, or null
/// @param version rises with every change; an edit names the version that it was made on
/// @param more what only some lists know
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
    long version,
    More more) {

  /// What only some lists know of an institution; each may be null.
  ///
  /// @param subtype the discipline of a museum
  /// @param address street and number with the postal code
  /// @param altname other names, separated by ` | `
  /// @param incomeBand in the words of the list, such as `$1M-4.9M`
  /// @param funderType who pays for it, in the words of the list
  /// @param classification its kind in the words of the list
  /// @param stockSize how much it holds, in the words of the list
  /// @param phoneKey equal for equal telephone numbers; the number itself is not kept
  /// @param note what else the list says
  public record More(
      @Nullable String subtype,
      @Nullable String address,
      @Nullable String altname,
      @Nullable String incomeBand,
      @Nullable String funderType,
      @Nullable String classification,
      @Nullable String stockSize,
      @Nullable String phoneKey,
      @Nullable String note) {

    /// Nothing more is known.
    public static final More NOTHING =
        new More(null, null, null, null, null, null, null, null, null);
  }

  /// An institution that a person enters by hand.
  public static Institution draft(String name, @Nullable String country, String type) {
    return new Institution(
        "", "hand", null, name, country, type, null, null, null, null, null, null, 0, More.NOTHING);
  }

  /// The same with another place.
  public Institution at(@Nullable String city, @Nullable String region) {
    return with(name, city, region, website);
  }

  /// The same under another name.
  public Institution named(String name) {
    return with(name, city, region, website);
  }

  /// The same with another site.
  public Institution withWebsite(@Nullable String website) {
    return with(name, city, region, website);
  }

  private Institution with(
      String name, @Nullable String city, @Nullable String region, @Nullable String website) {
    return new Institution(
        id,
        source,
        sourceId,
        name,
        country,
        type,
        city,
        region,
        latitude,
        longitude,
        website,
        mergedInto,
        version,
        more);
  }
}
