package org.handsel.impact;

import org.handsel.platform.Who;
import org.jspecify.annotations.Nullable;

/// A draft for others to read, and what the partner said to it.
///
/// @param kind `newsletter`, `blog` or `precedents`
/// @param state `draft`, `approved` or `declined`
/// @param decidedBy person of the partner who said so, or null
/// @param evidence where that is written: a mail's date, a page
/// @param version rises with every change
public record Story(
    String id,
    String partnership,
    String kind,
    String language,
    String text,
    String state,
    @Nullable String decidedBy,
    @Nullable String decidedOn,
    @Nullable String evidence,
    long version,
    Who who) {
  /// Only what the partner approved may leave the workspace.
  public boolean publishable() {
    return state.equals("approved");
  }
}
