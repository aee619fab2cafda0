package org.handsel.partnership.briefs;

import java.time.LocalDate;

/// Short texts, numbers and dates of the language in which something is written.
public interface Wording {
  /// Such as `de`.
  String language();

  /// The text of a key, with arguments filled in.
  String of(String key, Object... arguments);

  /// Whether there is a text of this key.
  boolean has(String key);

  String number(long number);

  String percent(double share);

  String date(LocalDate date);
}
