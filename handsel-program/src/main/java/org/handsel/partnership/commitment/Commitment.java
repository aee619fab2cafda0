package org.handsel.partnership.commitment;

import java.time.LocalDate;
import org.handsel.platform.Who;
import org.jspecify.annotations.Nullable;

/// What one side promised, or would like to.
///
/// @param side `community` or `institution`
/// @param kind of [PromiseKind]
/// @param keeper who keeps it
/// @param due by when; of a recurring one the last time
/// @param hours that it takes, each time
/// @param capacity of the team on which it draws; empty where a call answers for it
/// @param call for volunteers who answer for it, or null
/// @param everyMonths interval of a recurring one, or null
/// @param state `wished`, `agreed`, `kept` or `dropped`
/// @param reason why it is only wished, or was dropped
public record Commitment(
    String id,
    String partnership,
    String side,
    String kind,
    String text,
    String keeper,
    LocalDate due,
    long hours,
    String capacity,
    @Nullable String call,
    @Nullable Integer everyMonths,
    String state,
    String reason,
    long version,
    LocalDate madeOn,
    Who who) {
  public static final String COMMUNITY = "community";
  public static final String INSTITUTION = "institution";

  public boolean open() {
    return state.equals("wished") || state.equals("agreed");
  }

  boolean ours() {
    return side.equals(COMMUNITY);
  }
}
