package org.handsel.app.sandbox;

import java.util.List;

/// Somebody who may log in.
///
/// @param login name as `action=login` takes it, such as `SandboxBot@handsel`
/// @param password fixed: the sandbox wiki listens on the own machine only
/// @param bot whether the account belongs to the group of bots
/// @param blocked whether it may do nothing
public record SandboxAccount(String login, String password, boolean bot, boolean blocked) {
  /// The accounts that every sandbox has.
  public static final List<SandboxAccount> DEFAULTS =
      List.of(
          new SandboxAccount("SandboxBot@handsel", "sandboxsandboxsandboxsandboxbot1", true, false),
          new SandboxAccount("Volunteer@handsel", "sandboxsandboxsandboxsandboxvol1", false, false),
          new SandboxAccount(
              "BlockedUser@handsel", "sandboxsandboxsandboxsandboxblo1", false, true));

  /// The name of the user, without what tells one bot password from another.
  public String user() {
    int at = login.indexOf('@');
    return at < 0 ? login : login.substring(0, at);
  }

  List<String> groups() {
    return bot
        ? List.of("bot", "*", "user", "autoconfirmed")
        : List.of("*", "user", "autoconfirmed");
  }
}
