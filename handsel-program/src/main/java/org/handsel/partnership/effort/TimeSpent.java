package org.handsel.partnership.effort;

import java.time.LocalDate;
import org.handsel.platform.Who;

/// Time that somebody gave to a partnership.
public record TimeSpent(
    String id, String partnership, int stage, long minutes, LocalDate day, String note, Who who) {}
