package org.handsel.partnership.talks;

import java.time.LocalDate;
import org.handsel.platform.Who;

/// One institution heard of the project from another.
///
/// @param institution id of the one that was told
/// @param toldBy id of the one that told it
public record Referral(String institution, String toldBy, LocalDate day, String note, Who who) {}
