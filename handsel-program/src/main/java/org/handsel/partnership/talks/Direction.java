package org.handsel.partnership.talks;

/// Who spoke: `OUT` the group, `IN` the institution, `BOTH` as in a meeting.
public enum Direction {
  OUT,
  IN,
  BOTH;

  public String code() {
    return Coded.code(this);
  }

  public static Direction of(String code) {
    return Coded.of(Direction.class, code);
  }
}
