package org.handsel.partnership.prospects;

import java.util.List;
import org.handsel.partnership.register.Institution;
import org.jspecify.annotations.Nullable;

/// One institution of the shopping list.
///
/// @param rank place in the list, from 1; 0 where it was looked at by itself
/// @param wants what it probably wants, the surest first
/// @param stage `none`, `0` to `5`, `not-yet`, `paused` or `done`
/// @param holder who has the claim now, or null
public record Prospect(
    int rank,
    Institution institution,
    KnownFacts facts,
    Score score,
    List<Want> wants,
    String stage,
    @Nullable String holder) {
  public Prospect {
    wants = List.copyOf(wants);
  }
}
