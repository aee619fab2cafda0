package org.handsel.rights.terms;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is known of a work, as the key `facts` of a line of `items.jsonl` says it; absent facts are
/// null, never guessed. Dates are EDTF texts.
///
/// The keys after `reproduction` are read where somebody found them out; a mapping profile does not
/// write them.
///
/// @param country ISO 3166-1 alpha-2 code of the source country
/// @param kind painting, photograph, print, text, sculpture, building or other
/// @param simple whether a photograph is a simple one (a snapshot, no work of art)
/// @param unpublished true when the work is known never to have been published
/// @param government whether the work was made for a government (federal, Crown)
/// @param collective whether a body and no person counts as the author
/// @param warDead whether an author died for France in the sense of its law
/// @param notice whether the first publication bore a copyright notice
/// @param renewed whether the registration in the United States was renewed
public record RightsFacts(
    @Nullable String country,
    @Nullable String kind,
    List<Author> authors,
    @Nullable String created,
    @Nullable String published,
    Reproduction reproduction,
    @Nullable Boolean simple,
    @Nullable Boolean unpublished,
    @Nullable Boolean government,
    @Nullable Boolean collective,
    @Nullable Boolean warDead,
    @Nullable Boolean notice,
    @Nullable Boolean renewed) {

  /// Nothing is known.
  public static final RightsFacts NONE =
      new RightsFacts(
          null,
          null,
          List.of(),
          null,
          null,
          new Reproduction(null, null, null),
          null,
          null,
          null,
          null,
          null,
          null,
          null);

  public RightsFacts {
    // Lines written by others may leave out what they do not know.
    authors =
        authors == null ? List.of() : authors.stream().filter(java.util.Objects::nonNull).toList();
    reproduction = reproduction == null ? new Reproduction(null, null, null) : reproduction;
  }

  /// The same facts, with the photograph taken for a simple one or not.
  RightsFacts withSimple(boolean answer) {
    return new RightsFacts(
        country,
        kind,
        authors,
        created,
        published,
        reproduction,
        answer,
        unpublished,
        government,
        collective,
        warDead,
        notice,
        renewed);
  }

  /// A maker of the work.
  ///
  /// @param anonymous whether the name was delivered as unknown
  public record Author(
      @Nullable String name, @Nullable String birth, @Nullable String death, boolean anonymous) {}

  /// The photo or scan.
  ///
  /// @param by who made it
  /// @param statement what was said about its rights
  /// @param flat whether it shows a flat work from the front
  public record Reproduction(
      @Nullable String by, @Nullable String statement, @Nullable Boolean flat) {}
}
