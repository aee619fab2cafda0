package org.handsel.app.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.handsel.platform.HandselException;
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
    String password = password();
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

  private String password() {
    Console console = surroundings.terminal() ? System.console() : null;
    if (console != null) {
      return new String(console.readPassword("Password of %s: ", user));
    }
    try {
      String line =
          new BufferedReader(new InputStreamReader(surroundings.in(), StandardCharsets.UTF_8))
              .readLine();
      if (line != null && !line.isBlank()) {
        return line.strip();
      }
    } catch (IOException e) {
      throw HandselException.environment("standard input cannot be read", e);
    }
    throw HandselException.usage(
        "login: expected the password on standard input, found none. Type it when asked, or pipe it in.");
  }
}
