package org.handsel.authority.record;

import org.handsel.marc.MarcDamage;

/// Something wrong with a file of persons.
///
/// @param place number of the line or record, from 1
/// @param message with its place, what was expected and found, and what became of it
public record PersonProblem(long place, Kind kind, String message) {
  /// What is wrong.
  public enum Kind {
    /// A line or record that is none.
    NO_RECORD,
    NO_ID,
    NO_NAME,
    /// The id stands on an earlier record.
    REPEATED_ID,
    /// Lengths or the directory of a record say what is not so.
    STRUCTURE,
    /// The file ends within a record.
    TRUNCATED,
    /// Bytes that are not of the encoding that is promised.
    ENCODING,
    /// A date that is none; the record was read without it.
    DATE;

    static Kind of(MarcDamage.Kind kind) {
      return switch (kind) {
        case NO_RECORD -> NO_RECORD;
        case STRUCTURE -> STRUCTURE;
        case TRUNCATED -> TRUNCATED;
        case ENCODING -> ENCODING;
      };
    }

    /// Whether the whole of the input was read all the same.
    public boolean harmless() {
      return this == DATE;
    }
  }
}
