package org.handsel.release.tables;

import java.util.Optional;

/// Who or what a value may be.
@FunctionalInterface
public interface Suggester {
  /// Suggests nothing.
  Suggester NONE = (field, value) -> Optional.empty();

  /// @param field of the profile, such as `creator`
  /// @param value as the delivery has it
  Optional<Suggestion> suggest(String field, String value);

  /// A suggestion; a person decides.
  ///
  /// @param id of the record that is meant; a Wikidata item where it is one
  /// @param name of that record
  /// @param probability that it is right, from 0 to 1
  /// @param reason what speaks for and against it, in one line
  record Suggestion(String id, String name, double probability, String reason) {}
}
