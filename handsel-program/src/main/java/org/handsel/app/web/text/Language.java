package org.handsel.app.web.text;

import java.util.Locale;

/// A language that pages can speak.
///
/// @param code language tag such as `de`
/// @param name as its speakers write it
/// @param rightToLeft whether it is written from right to left
public record Language(String code, String name, boolean rightToLeft) {
  public Locale locale() {
    return Locale.forLanguageTag(code);
  }

  /// For the attribute `dir` of a page.
  public String direction() {
    return rightToLeft ? "rtl" : "ltr";
  }
}
