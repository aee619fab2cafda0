package org.handsel.partnership.commitment;

import org.handsel.partnership.effort.EffortForecast;

/// Whether volunteers can do what is still to come, or somebody has to be paid.
///
/// @param verdict `volunteers`, `chapter` or `paid`
/// @param needed hours still to come from the partnership's stage on
/// @param signedUp hours that volunteers signed up for
/// @param chapter hours that the team's capacities have left in the next months
/// @param months how far ahead the chapter was asked
public record Staffing(
    String verdict, long needed, long signedUp, long chapter, int months, EffortForecast forecast) {
  /// Hours that nobody gives.
  public long missing() {
    return Math.max(0, needed - signedUp - chapter);
  }
}
