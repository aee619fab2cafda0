package org.handsel.app.cli;

import org.handsel.wiki.api.Account;
import org.handsel.wiki.api.Login;
import org.handsel.wiki.api.Wiki;
import org.handsel.wiki.api.WikiAddress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// Tries a user name and password on a wiki and keeps the password in the workspace.
@Command(
    name = "login",
    description = {
      "Tries a bot password (Special:BotPasswords) on a wiki and keeps it, readable by you only.",
      "The password is asked for, or read from standard input; it is never an argument."
    },
    footer = {
      "",
      "Example: handsel login --wiki https://commons.wikimedia.org --user 'Museum bot@handsel'"
    })
final class LoginCommand implements Runnable {
  private final Surroundings surroundings;

  @ParentCommand private @Nullable HandselCommand handsel;

  @Option(
      names = "--wiki",
      paramLabel = "URL",
      required = true,
      description = "Address of the wiki.")
  private String wiki = "";

  @Option(
      names = "--user",
      paramLabel = "NAME",
      required = true,
      description = "User name, with the bot password's name after an @.")
  private String user = "";

  LoginCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void run() {
    HandselCommand parent = java.util.Objects.requireNonNull(handsel);
    String password = new PasswordPrompt(surroundings, "login").ask(user);
    WikiAddress address = WikiAddress.parse(wiki);
    try (Wiki opened = Wiki.open(address, parent.wikiSettings())) {
      Account account = opened.login(new Login(user, password));
      parent.workspace().create();
      parent.secrets().keep(wiki, user, password);
      surroundings
          .out()
          .println(
              "Logged in as "
                  + account.name()
                  + "; the password is kept in "
                  + parent.workspace().secrets());
    }
  }
}
