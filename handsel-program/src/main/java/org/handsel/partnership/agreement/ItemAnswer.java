package org.handsel.partnership.agreement;

import java.time.LocalDate;
import org.handsel.platform.Who;
import org.jspecify.annotations.Nullable;

/// What people answered to an item of the checklist, as the log keeps it.
record ItemAnswer(
    String item, String state, String statement, @Nullable String by, LocalDate day, Who who) {}
