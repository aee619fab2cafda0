package org.handsel.authority.review;

import java.time.Instant;
import org.handsel.platform.Who;
import org.jspecify.annotations.Nullable;

/// One word of one reviewer; never changed afterwards.
///
/// @param place row of links.tsv, from 1
/// @param record id of the authority record that was accepted, or null
/// @param note what the reviewer wrote; may be empty
public record Decision(
    long place, Who who, Instant at, Verdict verdict, @Nullable String record, String note) {}
