package org.handsel.partnership.talks;

/// What an institution said to a request.
public enum Answer {
  YES,
  /// A refusal of today; the partnership becomes `not-yet`.
  NO,
  /// Yes under conditions; the letter's text is kept with the entry.
  NO_BUT,
  /// Nothing came.
  NONE;

  public String code() {
    return Coded.code(this);
  }

  public static Answer of(String code) {
    return Coded.of(Answer.class, code);
  }
}
