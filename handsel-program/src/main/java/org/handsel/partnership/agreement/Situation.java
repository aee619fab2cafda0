package org.handsel.partnership.agreement;

import org.handsel.platform.Said;

/// A situation and the rung that it needs.
public record Situation(String id, Rung rung, Said text, Said reason, String source) {}
