package org.handsel.app.cli;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.handsel.app.web.account.Account;
import org.handsel.app.web.account.Accounts;
import org.handsel.app.web.account.Role;
import org.handsel.platform.Database;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import org.handsel.platform.Secrets;
import org.handsel.platform.Who;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// Who may use the workbench of a group.
@Command(
    name = "account",
    description = {
      "Adds, lists and changes the accounts of a group that shares a workspace.",
      "Passwords are asked for, or read from standard input; they are never an argument."
    },
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "Example: handsel account add Ada --role admin"})
final class AccountCommand implements Runnable {
  private static final String ROLES = "viewer, member, coordinator, board or admin.";

  private final Surroundings surroundings;

  @Spec private @Nullable CommandSpec spec;
  @ParentCommand private @Nullable HandselCommand handsel;

  AccountCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void run() {
    throw new ParameterException(
        Objects.requireNonNull(spec).commandLine(), "handsel account: which command?");
  }

  @Command(
      name = "add",
      description = "Adds an account.",
      footer = {"", "Example: handsel account add Ada --role admin"})
  void add(
      @Parameters(paramLabel = "NAME", description = "Name to log in with.") String name,
      @Option(names = "--role", paramLabel = "ROLE", required = true, description = ROLES)
          Role role,
      @Option(
              names = "--wiki-user",
              paramLabel = "USER",
              description = "User name on the wiki that vouches; then no password is asked for.")
          @Nullable String wikiUser) {
    String password =
        wikiUser == null ? new PasswordPrompt(surroundings, "account").ask(name) : null;
    with((accounts, who) -> {
      if (!accounts.any() && role != Role.ADMIN) {
        throw HandselException.usage(
            "account: the first account must be an administrator: expected --role admin, found %s."
                .formatted(role.word()));
      }
      Account account = accounts.add(who, name, role, password, wikiUser);
      surroundings.out().println(account.name() + " can log in as " + role.word() + ".");
    });
  }

  @Command(
      name = "list",
      description = "Lists the accounts.",
      footer = {"", "Example: handsel account list"})
  void list(@Option(names = "--json", description = "The accounts as JSON.") boolean json) {
    with((accounts, who) -> {
      if (json) {
        surroundings.out().println(Json.pretty(accounts.all()));
        return;
      }
      for (Account account : accounts.all()) {
        surroundings
            .out()
            .printf(
                Locale.ROOT,
                "%-12s %s%s%n",
                account.role().word(),
                account.name(),
                account.disabled() ? "  (disabled)" : "");
      }
    });
  }

  @Command(
      name = "role",
      description = "Gives an account another role.",
      footer = {"", "Example: handsel account role Ada board"})
  void role(
      @Parameters(paramLabel = "NAME", description = "Its name.") String name,
      @Parameters(paramLabel = "ROLE", description = ROLES) Role role) {
    with((accounts, who) -> {
      Account account = named(accounts, name);
      accounts.changeRole(who, account.id(), role, account.version());
    });
  }

  @Command(
      name = "disable",
      description = "Shuts an account out at once; what it did stays in the history.",
      footer = {"", "Example: handsel account disable Ada"})
  void disable(
      @Parameters(paramLabel = "NAME", description = "Its name.") String name,
      @Option(names = "--undo", description = "Lets it in again.") boolean undo) {
    with((accounts, who) -> {
      Account account = named(accounts, name);
      accounts.disable(who, account.id(), !undo, account.version());
    });
  }

  @Command(
      name = "password",
      description = "Sets an account's password and ends its sessions.",
      footer = {"", "Example: handsel account password Ada"})
  void password(@Parameters(paramLabel = "NAME", description = "Its name.") String name) {
    with((accounts, who) -> {
      Account account = named(accounts, name);
      accounts.changePassword(
          who, account.id(), new PasswordPrompt(surroundings, "account").ask(name));
    });
  }

  @Command(
      name = "oauth-secret",
      description = "Keeps the secret of the login by a wiki (settings oauth.url, oauth.client).",
      footer = {"", "Example: handsel account oauth-secret"})
  void oauthSecret() {
    HandselCommand parent = Objects.requireNonNull(handsel);
    String url = needed(parent, "oauth.url");
    String client = needed(parent, "oauth.client");
    String secret = new PasswordPrompt(surroundings, "account").ask(client);
    parent.workspace().create();
    new Secrets(parent.workspace(), Map.of()).keep(url, client, secret);
  }

  private static String needed(HandselCommand parent, String setting) {
    return parent
        .settings()
        .get(setting)
        .orElseThrow(() ->
            HandselException.usage(
                "account: the setting %s is empty. Set it first.".formatted(setting)));
  }

  private static Account named(Accounts accounts, String name) {
    return accounts
        .named(name)
        .orElseThrow(() ->
            HandselException.usage(
                "account: no account \"%s\". Run handsel account list to see them."
                    .formatted(name)));
  }

  private void with(BiConsumer<Accounts, Who> work) {
    HandselCommand parent = Objects.requireNonNull(handsel);
    try (Database database =
        Database.open(parent.workspace(), parent.settings(), surroundings.clock())) {
      work.accept(
          new Accounts(database, surroundings.clock()),
          Who.me(parent.settings().get("name").orElse("me")));
    }
  }
}
