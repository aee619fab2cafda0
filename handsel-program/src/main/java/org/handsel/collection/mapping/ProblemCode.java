package org.handsel.collection.mapping;

/// What mapping can find wrong with a record. The names are stable: they stand in `problems.jsonl`.
enum ProblemCode {
  /// The record has no id; it does not become an item.
  ID_MISSING,
  /// The id stands on an earlier record; the later item is refused.
  ID_REPEATED,
  /// A date was not understood; the text is kept.
  DATE_UNPARSED,
  /// Measures were not understood; the text is kept.
  DIMENSIONS_UNPARSED,
  /// An attribution phrase is not known; it is kept as the qualifier.
  QUALIFIER_UNKNOWN,
  /// A rights text is not known; the layer stays closed.
  RIGHTS_UNKNOWN,
  /// A value is not in the mapping or lookup table.
  LOOKUP_MISSING,
  /// An XPath of the profile failed on this record.
  XPATH_FAILED
}
