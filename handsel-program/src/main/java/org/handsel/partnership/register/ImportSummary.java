package org.handsel.partnership.register;

import java.util.List;
import java.util.Map;
import org.handsel.platform.Exit;

/// What an import did.
///
/// @param rows rows of the list that were read
/// @param added rows that are new in the register
/// @param updated rows that the register had otherwise
/// @param unchanged rows that the register had just so
/// @param unnamed rows without a name; they are kept
/// @param identifiers how many values were recognised: `isil`, `gnd`, `dbs`, `wikidata`
/// @param problems in order, at most 10,000
public record ImportSummary(
    long rows,
    long added,
    long updated,
    long unchanged,
    long unnamed,
    Map<String, Long> identifiers,
    List<ImportProblem> problems) {

  public ImportSummary {
    problems = List.copyOf(problems);
  }

  /// Done, or 1 when part of the list could not be taken.
  public Exit exit() {
    return problems.stream().anyMatch(ImportProblem::lost) ? Exit.PARTIAL : Exit.DONE;
  }
}
