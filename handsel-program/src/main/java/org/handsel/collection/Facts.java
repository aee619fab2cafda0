package org.handsel.collection;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the estimator of copyright status needs to know of an item; absent facts are null, never
/// guessed.
///
/// @param country ISO 3166-1 alpha-2 code of the source country
/// @param kind painting, photograph, print, text, sculpture, building or other
/// @param authors who made the work
/// @param created year or EDTF of making
/// @param published year or EDTF of first publication
/// @param reproduction who made the photo or scan, what was said about it, and whether it shows a
///   flat work
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Facts(
    @Nullable String country,
    @Nullable String kind,
    List<Author> authors,
    @Nullable String created,
    @Nullable String published,
    Reproduction reproduction) {

  /// Nothing is known.
  public static final Facts NONE =
      new Facts(null, null, List.of(), null, null, new Reproduction(null, null, null));

  public Facts {
    authors = authors == null ? List.of() : List.copyOf(authors);
    reproduction = reproduction == null ? new Reproduction(null, null, null) : reproduction;
  }

  /// A maker of the work.
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Author(
      @Nullable String name, @Nullable String birth, @Nullable String death, boolean anonymous) {}

  /// The photo or scan.
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Reproduction(
      @Nullable String by, @Nullable String statement, @Nullable Boolean flat) {}
}
