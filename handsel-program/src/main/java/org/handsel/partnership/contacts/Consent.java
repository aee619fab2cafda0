package org.handsel.partnership.contacts;

import java.time.LocalDate;
import org.handsel.platform.Who;

/// That a person agreed to something, or took it back.
///
/// @param purpose to what, such as `mail about the partnership`
/// @param given false when it was withdrawn
/// @param evidence how it can be shown, such as `mail of 3 May`
/// @param who who recorded it
public record Consent(String purpose, boolean given, LocalDate day, String evidence, Who who) {}
