package org.handsel.app.web.rooms;

import java.util.List;
import org.handsel.app.web.Form;
import org.handsel.app.web.account.Account;

/// The page of settings.
///
/// @param file where they are changed; empty for those who may not see them
/// @param own whether the person has an account, and so a password
public record SettingsView(
    String file, List<Value> values, List<Account> accounts, boolean own, Form form) {
  public SettingsView {
    values = List.copyOf(values);
    accounts = List.copyOf(accounts);
  }

  /// One setting.
  public record Value(String name, String value, String meaning) {}
}
