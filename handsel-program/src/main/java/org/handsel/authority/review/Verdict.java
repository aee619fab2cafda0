package org.handsel.authority.review;

import java.util.Locale;

/// What a reviewer says of a row.
public enum Verdict {
  /// The person is this record.
  ACCEPT,
  /// The person is none of the records that are shown.
  REJECT,
  /// Somebody else should look, too.
  UNSURE,
  /// The reviewer's last word on this row is taken back; the one before counts again.
  UNDO;

  /// As it is stored and exported.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Verdict of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
