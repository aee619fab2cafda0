package org.handsel.readiness.sample;

import java.io.IOException;

/// How the defect that an audit looks for is made, and what only looks like it.
///
/// @param audit id such as `C1`
record Defect(String audit, Planter planter, Planter decoy) {
  /// Writes the pages of one case; [Plot#variant] chooses among the forms that it can take.
  interface Planter {
    void plant(Plot plot) throws IOException;
  }
}
