package org.handsel.partnership.precedents;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A co-operation that can be cited.
///
/// @param identifiers of the house, such as its Wikidata item; empty where none is known
/// @param category on Wikimedia Commons, without namespace; empty for one of our own without one
/// @param name of the house that gave
/// @param country code of two letters, or null
/// @param type such as `museum`, or null
/// @param licence as it is written, or null
/// @param conditions ids of conditions under which it was given, as far as known
/// @param figures what came of it, or null where nobody counted
/// @param facts what else is documented
/// @param source who says so
public record Precedent(
    List<String> identifiers,
    String category,
    String name,
    @Nullable String country,
    @Nullable String type,
    @Nullable String licence,
    List<String> conditions,
    @Nullable Figures figures,
    List<Fact> facts,
    String source) {
  public Precedent {
    identifiers = List.copyOf(identifiers);
    conditions = List.copyOf(conditions);
    facts = List.copyOf(facts);
  }

  /// What was counted; null where it was not.
  ///
  /// @param asOf day or month of the count
  /// @param depth of subcategories that were counted, or null
  public record Figures(
      String asOf,
      @Nullable Long files,
      @Nullable Long used,
      @Nullable Long pages,
      @Nullable Long languages,
      @Nullable Long usages,
      @Nullable Long depth,
      String source) {
    /// Share of the files that are used; null where a part of it is unknown or there are too few to
    /// tell.
    public @Nullable Double share() {
      return files == null || used == null || files < FEW ? null : (double) used / files;
    }
  }

  /// With fewer files than this a share says nothing.
  public static final int FEW = 20;

  /// Something that is documented.
  ///
  /// @param topic `terms`, `counted`, `given`, `gain`, `load`, `problem`, `end` or `lesson`
  public record Fact(String topic, String german, String english, String source) {
    public String in(String language) {
      return language.equals("de") ? german : english;
    }
  }
}
