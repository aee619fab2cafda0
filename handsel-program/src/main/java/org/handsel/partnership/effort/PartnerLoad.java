package org.handsel.partnership.effort;

import java.time.LocalDate;
import org.handsel.platform.Who;

/// What reached an institution in a month.
///
/// @param inquiries a month
/// @param staff who answer them, in full posts
public record PartnerLoad(
    String id,
    String partnership,
    LocalDate day,
    long inquiries,
    double staff,
    String note,
    Who who) {}
