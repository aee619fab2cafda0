package org.handsel.collection.mapping;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The closed list of transforms. What each does is its contract; [Transforms] carries it out.
///
/// Every transform takes the values that a selector found and gives values again; path and raw text
/// of a value never change. Values that end up blank vanish.
enum TransformKind {
  /// Every run of white space, line breaks included, becomes one blank. (White space at both ends
  /// is dropped from every value, with or without this transform.)
  TRIM("trim", Argument.NONE),

  /// HTML becomes plain text: paragraphs and `<br>` line breaks, entities characters.
  HTML("html", Argument.NONE),

  /// One value becomes several at each occurrence of the separator, which is taken literally.
  SPLIT("split", Argument.SEPARATOR),

  /// `Linné, Sigvald` becomes `Sigvald Linné`, only when there is exactly one comma.
  FLIP_NAME("flip-name", Argument.NONE),

  /// `Lind, Ebba, 1861-1930, photographer.` becomes `Ebba Lind`: what catalogues add to a person's
  /// name goes (life dates, roles, fuller forms in brackets, punctuation of ISBD), then as
  /// [#FLIP_NAME].
  PERSON("person", Argument.NONE),

  /// A display date becomes EDTF with the source's words as text. What is not understood is kept
  /// with value and text equal, and reported as `DATE_UNPARSED`.
  DATE("date", Argument.NONE),

  /// Display measures become `107 × 75 cm`, height first. What is not understood is kept and
  /// reported as `DIMENSIONS_UNPARSED`.
  DIMENSIONS("dimensions", Argument.NONE),

  /// A rights text becomes the URI of its statement or licence. What is not understood is kept and
  /// reported as `RIGHTS_UNKNOWN`. In the section `rights` this happens by itself.
  RIGHTS("rights", Argument.NONE),

  /// The value is replaced by what a TSV file (columns `value` and `result`) says; an empty result
  /// drops it. What the file does not hold is kept and reported as `LOOKUP_MISSING`.
  LOOKUP("lookup", Argument.TABLE),

  /// Of values in several languages only those in the first named language that occurs are kept; if
  /// none occurs, all are.
  LANGUAGE("language", Argument.LANGUAGES);

  /// What has to follow the name.
  enum Argument {
    NONE("nothing"),
    SEPARATOR("a separator, as in {split: \";\"}"),
    TABLE("a file, as in {lookup: places.tsv}"),
    LANGUAGES("languages, as in {language: [sv, en]}");

    private final String expected;

    Argument(String expected) {
      this.expected = expected;
    }

    String expected() {
      return expected;
    }
  }

  private final String label;
  private final Argument argument;

  TransformKind(String label, Argument argument) {
    this.label = label;
    this.argument = argument;
  }

  /// The name in a profile.
  String label() {
    return label;
  }

  Argument argument() {
    return argument;
  }

  static Optional<TransformKind> named(String name) {
    return Arrays.stream(values()).filter(kind -> kind.label.equals(name)).findFirst();
  }

  static List<String> names() {
    return Arrays.stream(values()).map(TransformKind::label).toList();
  }
}
