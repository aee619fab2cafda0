package org.handsel.readiness.compare;

import java.util.Locale;

/// What became of a finding.
enum State {
  MENDED,
  NEW,
  OPEN,
  /// Its page is not in the later dump: deleted, or not read.
  GONE,
  /// Only one of the two audits could ask.
  UNASKED;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
