package org.handsel.partnership.precedents;

import org.jspecify.annotations.Nullable;

/// What a category's title tells.
///
/// @param kind `institution`, `affiliate`, `campaign`, `event` or `theme`
/// @param name of the house, or the title where none is named
/// @param type of the house by the words of its name, or null
/// @param reason the form that fitted
record Classified(String kind, String name, @Nullable String type, String reason) {}
