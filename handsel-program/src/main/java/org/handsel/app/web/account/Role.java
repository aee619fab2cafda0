package org.handsel.app.web.account;

import java.util.Locale;

/// What a person may do; each role may do what the ones before it may.
public enum Role {
  /// Looks on.
  VIEWER,
  /// Writes to the timeline, takes claims, signs up for work.
  MEMBER,
  /// Carries partnerships from stage to stage.
  COORDINATOR,
  /// Answers for what is promised: gates and agreements.
  BOARD,
  /// Keeps accounts and settings.
  ADMIN;

  public boolean includes(Role least) {
    return compareTo(least) >= 0;
  }

  /// As it is stored and typed.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
