package org.handsel.release;

import java.util.List;
import java.util.Map;
import org.handsel.platform.Exit;

/// What a refresh did.
///
/// @param files released files that were looked at
/// @param unchanged of them with nothing to bring
/// @param states number of lines by state
/// @param lines in the order of the release; the same as in `refresh.tsv`
/// @param message one line for a person
public record RefreshReport(
    int files,
    int unchanged,
    Map<String, Integer> states,
    List<RefreshLine> lines,
    String message,
    Exit exit) {
  public RefreshReport {
    lines = List.copyOf(lines);
  }
}
