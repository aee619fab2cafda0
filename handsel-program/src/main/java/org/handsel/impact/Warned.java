package org.handsel.impact;

import java.time.LocalDate;
import org.handsel.platform.Said;
import org.jspecify.annotations.Nullable;

/// Something that a coordinator should look at before it becomes a loss.
///
/// @param code of `warnings.tsv`
/// @param since when it began, or null
/// @param advice what to do
public record Warned(String code, Said text, @Nullable LocalDate since, Said advice) {}
