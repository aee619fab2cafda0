package org.handsel.collection.source;

/// Damage in a delivery that cost a record or a part of it.
///
/// @param file path below the source
/// @param record number of the record, from 1
/// @param line line, from 1; 0 when unknown
/// @param code stable upper-case code such as `XML_BROKEN`, `CELLS_MISSING`, `BYTES_UNDECODABLE`
/// @param raw the text in question, cut when long
/// @param reason what is wrong, what was expected, what to do
/// @param recordLost whether the record is missing from what [RecordSource#next] gives
public record SourceProblem(
    String file,
    long record,
    long line,
    String code,
    String raw,
    String reason,
    boolean recordLost) {}
