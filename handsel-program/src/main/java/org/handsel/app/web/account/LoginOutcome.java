package org.handsel.app.web.account;

import java.time.Duration;

/// How an attempt to log in ended.
public sealed interface LoginOutcome {
  /// @param token of the new session, for the cookie; it is kept nowhere else
  record Granted(Account account, String token) implements LoginOutcome {}

  /// Name or password is wrong, or the account is disabled; which of them is not told.
  record Refused() implements LoginOutcome {}

  /// Too many failed: nothing is looked at before this time has passed.
  record Wait(Duration time) implements LoginOutcome {}
}
