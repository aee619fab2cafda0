package org.handsel.marc;

/// Takes what is wrong with a file of MARC records.
@FunctionalInterface
public interface MarcDamage {
  /// What is wrong.
  enum Kind {
    /// Something that is no record, or whose fields cannot be told apart; it is left out.
    NO_RECORD,
    /// Lengths or the directory of a record say what is not so; the record was read all the same,
    /// unless the message says that it was left out.
    STRUCTURE,
    /// The file ends within a record.
    TRUNCATED,
    /// Bytes that are not of the encoding that is promised.
    ENCODING
  }

  /// Takes one fault.
  ///
  /// @param record its number in the file, from 1
  /// @param message what was expected and found, and what became of it
  /// @param lost whether the record is missing from what is read
  void add(long record, Kind kind, String message, boolean lost);
}
