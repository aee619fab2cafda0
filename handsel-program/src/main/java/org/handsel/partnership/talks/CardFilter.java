package org.handsel.partnership.talks;

import org.jspecify.annotations.Nullable;

/// Which cards to show; null or empty is any.
///
/// @param team only of this team
/// @param stage only of this stage
/// @param state only in this state; null shows all but `done`
/// @param holder only where the person with this id has the claim
/// @param quietMonths only without a contact for so many months
/// @param institution only with this institution
public record CardFilter(
    @Nullable String team,
    @Nullable Integer stage,
    @Nullable String state,
    @Nullable String holder,
    @Nullable Integer quietMonths,
    @Nullable String institution) {
  public static final CardFilter ALL = new CardFilter(null, null, null, null, null, null);

  public CardFilter ofTeam(String name) {
    return new CardFilter(name, stage, state, holder, quietMonths, institution);
  }

  public CardFilter inStage(@Nullable Integer number) {
    return new CardFilter(team, number, state, holder, quietMonths, institution);
  }

  public CardFilter inState(@Nullable String name) {
    return new CardFilter(team, stage, name, holder, quietMonths, institution);
  }

  public CardFilter heldBy(@Nullable String person) {
    return new CardFilter(team, stage, state, person, quietMonths, institution);
  }

  public CardFilter quietFor(@Nullable Integer months) {
    return new CardFilter(team, stage, state, holder, months, institution);
  }
}
