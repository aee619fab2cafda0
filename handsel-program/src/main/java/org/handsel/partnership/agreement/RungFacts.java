package org.handsel.partnership.agreement;

import org.handsel.platform.Said;

/// What a rung is.
///
/// @param signatures sides that sign
/// @param binding whether it binds
public record RungFacts(
    Rung rung, int signatures, boolean binding, Said title, Said what, String source) {}
