package org.handsel.collection;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// One value of an item's field, with where it came from.
///
/// @param value the mapped value; for a date its EDTF form (ISO 8601-2:2019, levels 0 and 1 and
///   sets as far as sources need them)
/// @param language BCP 47 tag, or null when unknown or meaningless
/// @param path where in the record it was read: a column name or an XPath
/// @param raw the text there, unchanged
/// @param text display text beside a formal value (dates: the source's words, cleaned). A date that
///   was not understood is kept with value and text equal; so is one whose source wrote EDTF, and
///   nothing is lost by treating both alike: a value that is no EDTF never becomes structured data
/// @param qualifier how far an attribution goes, a code of `attributions.tsv` such as
///   `attributed-to`; null when unqualified
/// @param mapped what the mapping table of the field says of this value; null when the field has no
///   table
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Value(
    String value,
    @Nullable String language,
    String path,
    String raw,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String text,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String qualifier,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Mapped mapped) {

  public Value {
    value = value == null ? "" : value;
    path = path == null ? "" : path;
    raw = raw == null ? value : raw;
  }

  /// A row of a mapping table (`value frequency state qid category creator`).
  ///
  /// @param state `mapped`, `none` (deliberately nothing) or `todo`
  /// @param qid Wikidata item or null
  /// @param category category on Commons without namespace, or null; several separated by `|`
  /// @param creator page of the Creator (or Institution) namespace without namespace, or null
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Mapped(
      String state, @Nullable String qid, @Nullable String category, @Nullable String creator) {}

  /// A plain value without language or qualifier.
  public static Value of(String value, String path, String raw) {
    return new Value(value, null, path, raw, null, null, null);
  }

  public Value withValue(String newValue) {
    return new Value(newValue, language, path, raw, text, qualifier, mapped);
  }

  public Value withText(@Nullable String newText) {
    return new Value(value, language, path, raw, newText, qualifier, mapped);
  }

  public Value withLanguage(@Nullable String newLanguage) {
    return new Value(value, newLanguage, path, raw, text, qualifier, mapped);
  }

  public Value withMapped(@Nullable Mapped newMapped) {
    return new Value(value, language, path, raw, text, qualifier, newMapped);
  }
}
