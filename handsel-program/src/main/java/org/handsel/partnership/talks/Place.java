package org.handsel.partnership.talks;

import org.jspecify.annotations.Nullable;

/// Where a partnership stood, as the log keeps it.
///
/// @param reason why it went there, where one was given
record Place(int stage, String state, long version, @Nullable String reason) {
  static Place of(Partnership partnership, @Nullable String reason) {
    return new Place(partnership.stage(), partnership.state(), partnership.version(), reason);
  }
}
