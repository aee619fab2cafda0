package org.handsel.partnership.talks;

import java.time.LocalDate;
import org.handsel.platform.Who;

/// Who of the group speaks with an institution now.
///
/// @param expiresOn last day; moves on with every contact
public record Claim(String institution, Who owner, LocalDate since, LocalDate expiresOn) {}
