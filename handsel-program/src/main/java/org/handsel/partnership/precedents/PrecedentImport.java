package org.handsel.partnership.precedents;

import java.util.List;
import java.util.Map;

/// What came of an import of precedents.
///
/// @param kinds how many categories seem to be what
/// @param matched how many were found in the register under their name
/// @param problems lines that could not be used, with the reason
public record PrecedentImport(
    int rows,
    int added,
    int updated,
    int unchanged,
    Map<String, Integer> kinds,
    int matched,
    int figures,
    List<String> problems) {
  public PrecedentImport {
    problems = List.copyOf(problems);
  }
}
