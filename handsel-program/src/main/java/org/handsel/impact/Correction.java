package org.handsel.impact;

/// A change to a record of the institution that volunteers propose, with its evidence.
///
/// @param record id in the institution's database
/// @param state `proposed`, `sent`, `accepted` or `declined`
/// @param evidence link or sentence
public record Correction(
    String record, String field, String before, String after, String evidence, String state) {}
