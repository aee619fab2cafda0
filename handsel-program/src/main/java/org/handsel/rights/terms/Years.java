package org.handsel.rights.terms;

/// The years between which something happened, both included.
///
/// @param from earliest possible year; [#EARLIEST] when nothing bounds it
/// @param to latest possible year; [#LATEST] when nothing bounds it
/// @param exact whether the source gave one year without a mark of doubt
public record Years(int from, int to, boolean exact) {
  public static final int EARLIEST = -9999;
  public static final int LATEST = 9999;

  static final Years UNKNOWN = new Years(EARLIEST, LATEST, false);

  public Years {
    if (from > to) {
      throw new IllegalArgumentException(
          "years: expected the earlier first, found %d and %d".formatted(from, to));
    }
  }

  static Years of(int year) {
    return new Years(year, year, true);
  }

  static Years between(int from, int to) {
    return new Years(Math.min(from, to), Math.max(from, to), false);
  }

  boolean bounded() {
    return to < LATEST;
  }

  /// The first free years of a term that begins with the end of the year of an event.
  Years freeAfter(int term) {
    return new Years(shift(from, term + 1), shift(to, term + 1), exact);
  }

  /// What holds when both have to be over.
  Years laterOf(Years other) {
    return new Years(Math.max(from, other.from), Math.max(to, other.to), exact && other.exact);
  }

  /// What holds when the first of both suffices.
  Years earlierOf(Years other) {
    return new Years(Math.min(from, other.from), Math.min(to, other.to), exact && other.exact);
  }

  /// All years of both.
  Years with(Years other) {
    return new Years(Math.min(from, other.from), Math.max(to, other.to), equals(other) && exact);
  }

  private static int shift(int year, int by) {
    return year == EARLIEST || year == LATEST ? year : Math.min(year + by, LATEST);
  }
}
