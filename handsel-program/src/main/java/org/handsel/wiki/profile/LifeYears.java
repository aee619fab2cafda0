package org.handsel.wiki.profile;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Reads years of birth and death out of the names of categories.
///
/// @param birth patterns with a year
/// @param death patterns with a year
/// @param beforeChrist parts of a name that make its year one before Christ
public record LifeYears(
    List<NamePattern> birth, List<NamePattern> death, List<String> beforeChrist) {

  /// What a category says of a life.
  ///
  /// @param birth whether it is the year of birth, not of death
  /// @param year years before Christ are negative: -43 is 43 BC
  public record LifeYear(boolean birth, int year) {}

  /// The year that a category tells.
  public Optional<LifeYear> read(String category) {
    for (NamePattern pattern : birth) {
      OptionalInt year = pattern.year(category);
      if (year.isPresent()) {
        return Optional.of(new LifeYear(true, signed(category, year.getAsInt())));
      }
    }
    for (NamePattern pattern : death) {
      OptionalInt year = pattern.year(category);
      if (year.isPresent()) {
        return Optional.of(new LifeYear(false, signed(category, year.getAsInt())));
      }
    }
    return Optional.empty();
  }

  private int signed(String category, int year) {
    return beforeChrist.stream().anyMatch(category::contains) ? -year : year;
  }
}
