package org.handsel.readiness.edits;

import java.util.List;
import java.util.Map;
import org.handsel.platform.Exit;

/// What came of a run of edits.
///
/// @param pages in the list, each counted once
/// @param earlier pages that an earlier run had done
/// @param states pages by how they ended
/// @param stopped why the run ended before the list did; empty when it did not
/// @param problems entries of the list that are no edits
public record EditSummary(
    long pages, long earlier, Map<String, Long> states, String stopped, List<String> problems) {
  public EditSummary {
    states = Map.copyOf(states);
    problems = List.copyOf(problems);
  }

  /// Partial when a page was not brought to the state that the list wants.
  public Exit exit() {
    boolean all =
        states.keySet().stream()
            .allMatch(state ->
                state.equals(Outcome.State.MADE.word())
                    || state.equals(Outcome.State.ALREADY.word())
                    || state.equals(Outcome.State.WOULD_CHANGE.word()));
    return all && stopped.isEmpty() && problems.isEmpty() ? Exit.DONE : Exit.PARTIAL;
  }
}
