package org.handsel.authority.matching;

import java.util.List;
import java.util.stream.Collectors;

/// A record of the authority file that may be a person.
///
/// @param number of the record in the authority file, from 0
/// @param id of the record
/// @param name as the record has it
/// @param probability that this record is the person, from 0 to 1; the candidates of a person and
///   "no match" sum to 1
/// @param reasons what speaks for and against it, names first
public record Candidate(
    int number, String id, String name, double probability, List<Reason> reasons) {
  public Candidate {
    reasons = List.copyOf(reasons);
  }

  /// The reasons as one line.
  public String evidence() {
    return reasons.stream().map(Reason::words).collect(Collectors.joining("; "));
  }
}
