package org.handsel.app.web;

import java.util.Locale;

/// A sentence at the top of a page.
///
/// @param text in the language of the page
public record Notice(Kind kind, String text) {
  /// What colour and sign it has.
  public enum Kind {
    SUCCESS,
    NOTICE,
    WARNING,
    ERROR;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
