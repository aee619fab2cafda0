package org.handsel.app.web.rooms;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.handsel.app.web.Room;
import org.handsel.app.web.WebOptions;
import org.handsel.app.web.WebServer;
import org.handsel.app.web.account.Accounts;
import org.handsel.app.web.text.Messages;
import org.handsel.partnership.register.Institutions;
import org.handsel.platform.Database;
import org.handsel.platform.HandselException;
import org.handsel.platform.History;
import org.handsel.platform.Secrets;
import org.handsel.platform.Settings;
import org.handsel.platform.Workspace;

/// The workbench of a workspace: all rooms behind one server.
public final class Workbench {
  private Workbench() {}

  /// What rooms are made from.
  ///
  /// @param institutions the register, one for all rooms because it keeps an index in memory
  public record Parts(
      Workspace workspace,
      Settings settings,
      Database database,
      Accounts accounts,
      History history,
      Institutions institutions,
      Clock clock) {
    public static Parts of(Workspace workspace, Settings settings, Database database, Clock clock) {
      History history = new History(database, clock);
      return new Parts(
          workspace,
          settings,
          database,
          new Accounts(database, clock),
          history,
          new Institutions(database, history, clock),
          clock);
    }
  }

  /// All rooms. A feature adds its own here.
  public static List<Room> rooms(Parts parts) {
    return List.of(
        new StartRoom(parts),
        new ReleasesRoom(parts),
        new HistoryRoom(parts),
        new SettingsRoom(parts));
  }

  /// Texts of the shell and all rooms, and the languages that the workspace adds in its folder
  /// `languages`.
  public static Messages messages(Parts parts) {
    List<String> names = new ArrayList<>(List.of("shell"));
    rooms(parts).forEach(room -> names.add(room.name()));
    return Messages.load(
        WebServer.class,
        names,
        parts.workspace().home().resolve("languages"),
        zone(parts.settings()));
  }

  /// Starts the server; it does not own the database.
  public static WebServer start(Parts parts, String host, int port) {
    return start(
        parts,
        new WebOptions(
            host,
            port,
            parts.settings().get("web.address").orElse(null),
            parts.settings().get("name").orElse("me"),
            provider(parts).orElse(null)));
  }

  /// Starts the server with other options than those of the settings.
  public static WebServer start(Parts parts, WebOptions options) {
    return WebServer.start(
        options,
        parts.accounts(),
        rooms(parts),
        messages(parts),
        parts.workspace().create().scratch(),
        parts.clock());
  }

  private static Optional<WebOptions.Provider> provider(Parts parts) {
    Optional<String> url = parts.settings().get("oauth.url");
    Optional<String> client = parts.settings().get("oauth.client");
    if (url.isEmpty() || client.isEmpty()) {
      return Optional.empty();
    }
    // Not the environment's password, which is the one of the account that uploads.
    Secrets kept = new Secrets(parts.workspace(), java.util.Map.of());
    String secret =
        kept.password(url.get(), client.get())
            .orElseThrow(() ->
                HandselException.usage(
                    "setting oauth.client: no secret is kept for it. Run \"handsel account"
                        + " oauth-secret\" first."));
    return Optional.of(new WebOptions.Provider(url.get(), client.get(), secret));
  }

  private static ZoneId zone(Settings settings) {
    String zone = settings.get("zone").orElse("");
    try {
      return zone.isEmpty() ? ZoneId.systemDefault() : ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw HandselException.usage(
          "setting zone: expected a time zone such as Europe/Berlin, found \"%s\"."
              .formatted(zone));
    }
  }
}
