package org.handsel.partnership.effort;

/// Inquiries to a partner grew, and nobody was added to answer them.
///
/// @param before the first month that was noted
/// @param now the last one
/// @param growth of inquiries, in percent
/// @param staffGrowth in percent
/// @param alarm whether co-operations ended at such a growth
public record LoadWarning(
    PartnerLoad before, PartnerLoad now, long growth, long staffGrowth, boolean alarm) {}
