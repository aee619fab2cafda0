package org.handsel.partnership.agreement;

import java.time.LocalDate;
import org.handsel.platform.Said;
import org.handsel.platform.Who;
import org.jspecify.annotations.Nullable;

/// Where an item of the checklist stands.
///
/// @param state `open`, `met` or `waived`
/// @param statement what meets it or why it is waived; in the words of whoever wrote it, or of the
///   program for items that follow from elsewhere
/// @param by who looked at it or explained it, or null
/// @param day when, or null while it is open
/// @param who wrote it down, or null
public record GateState(
    GateItem item,
    String state,
    Said statement,
    @Nullable String by,
    @Nullable LocalDate day,
    @Nullable Who who) {
  public boolean open() {
    return state.equals("open");
  }
}
