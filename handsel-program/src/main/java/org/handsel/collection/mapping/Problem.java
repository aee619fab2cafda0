package org.handsel.collection.mapping;

import com.fasterxml.jackson.annotation.JsonInclude;

/// Something in a delivered record that could not be understood; one line of `problems.jsonl`, in
/// the institution's own terms.
///
/// @param record id of the record; its number in the delivery when it has none
/// @param file path below the source
/// @param line line in the file, from 1; 0 when the format has no lines
/// @param path column name or XPath where the text stands; empty when the record as a whole is
///   meant
/// @param field field of the item, `id`, `rights.work` …; empty for damage met while reading
/// @param code stable upper-case code, such as `DATE_UNPARSED`
/// @param raw the text in question, unchanged
/// @param reason what is wrong, what was done, what a person can do
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Problem(
    String record,
    String file,
    long line,
    String path,
    String field,
    String code,
    String raw,
    String reason) {}
