package org.handsel.app.exports;

import java.util.Locale;

/// For whom an export is.
public enum Profile {
  /// For anybody: facts on institutions and on what was released; no personal data, no notes.
  PUBLIC,
  /// For the group: all that its members may see, personal data included.
  PRIVATE;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
