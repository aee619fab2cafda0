package org.handsel.partnership.commitment;

import java.time.LocalDate;
import org.handsel.platform.HandselException;
import org.jspecify.annotations.Nullable;

/// A promise as a person writes it; fields as in [Commitment].
public record CommitmentDraft(
    String partnership,
    String side,
    String kind,
    String text,
    String keeper,
    LocalDate due,
    long hours,
    String capacity,
    @Nullable String call,
    @Nullable Integer everyMonths) {
  private static final long MOST_HOURS = 100_000;

  public CommitmentDraft {
    text = text.strip();
    keeper = keeper.strip();
    capacity = capacity.strip();
    call = call == null || call.isBlank() ? null : call.strip();
    if (!side.equals(Commitment.COMMUNITY) && !side.equals(Commitment.INSTITUTION)) {
      throw HandselException.usage(
          "side: expected community or institution, found \"%s\".".formatted(side));
    }
    if (text.isEmpty() || keeper.isEmpty()) {
      throw HandselException.usage(
          "commitment: expected what is promised and who keeps it, found \"%s\" and \"%s\"."
              .formatted(text, keeper));
    }
    if (hours < 0 || hours > MOST_HOURS) {
      throw HandselException.usage(
          "hours: expected up to %d, found %d.".formatted(MOST_HOURS, hours));
    }
    if (everyMonths != null && (everyMonths < 1 || everyMonths > 24)) {
      throw HandselException.usage(
          "interval: expected 1 to 24 months, found %d.".formatted(everyMonths));
    }
  }

  /// A promise of our side that draws on a capacity of the team.
  public static CommitmentDraft ours(
      String partnership,
      String kind,
      String text,
      String keeper,
      LocalDate due,
      long hours,
      String capacity) {
    return new CommitmentDraft(
        partnership, Commitment.COMMUNITY, kind, text, keeper, due, hours, capacity, null, null);
  }

  /// A promise of the institution.
  public static CommitmentDraft theirs(
      String partnership, String kind, String text, String keeper, LocalDate due) {
    return new CommitmentDraft(
        partnership, Commitment.INSTITUTION, kind, text, keeper, due, 0, "", null, null);
  }

  /// The same, answered for by those who signed up to a call.
  public CommitmentDraft by(VolunteersOf calling) {
    return new CommitmentDraft(
        partnership, side, kind, text, keeper, due, hours, "", calling.call(), everyMonths);
  }

  /// The same at an interval until the day.
  public CommitmentDraft every(int months) {
    return new CommitmentDraft(
        partnership, side, kind, text, keeper, due, hours, capacity, call, months);
  }

  /// Those who signed up to a call.
  ///
  /// @param call its id
  public record VolunteersOf(String call) {}
}
