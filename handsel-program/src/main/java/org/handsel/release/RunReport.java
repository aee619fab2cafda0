package org.handsel.release;

import org.handsel.platform.Exit;

/// What a run did and how to go on.
///
/// @param message one line for a person, with what to do next
public record RunReport(Exit exit, String message, ReleaseStatus status) {}
