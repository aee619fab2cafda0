package org.handsel.collection.harvest;

import java.util.List;
import org.handsel.platform.Exit;

/// What a harvest brought, earlier runs included.
///
/// @param pages pages in the folder
/// @param records records in them, deleted ones left out
/// @param deleted records that the repository calls deleted
/// @param complete whether the last page is there
/// @param problems what went wrong in this run
public record HarvestOutcome(
    long pages, long records, long deleted, boolean complete, List<HarvestProblem> problems) {

  public HarvestOutcome {
    problems = List.copyOf(problems);
  }

  /// Partial when pages are missing or broken.
  public Exit exit() {
    boolean harmed = problems.stream().anyMatch(p -> !p.code().equals("SIZE_DIFFERS"));
    return complete && !harmed ? Exit.DONE : Exit.PARTIAL;
  }
}
