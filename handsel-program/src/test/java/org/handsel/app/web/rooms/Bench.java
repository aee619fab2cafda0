package org.handsel.app.web.rooms;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.handsel.app.reconciliation.Reconciliation;
import org.handsel.app.web.WebOptions;
import org.handsel.app.web.WebServer;
import org.handsel.platform.Database;
import org.handsel.platform.Settings;
import org.handsel.platform.Workspace;
import org.handsel.testing.WebClient;

/// A workbench on a free port, for tests.
public final class Bench implements AutoCloseable {
  private final Database database;
  private final Workbench.Parts parts;
  private final WebServer server;

  private Bench(Database database, Workbench.Parts parts, WebServer server) {
    this.database = database;
    this.parts = parts;
    this.server = server;
  }

  public static Bench open(Path home, Clock clock) {
    return open(home, clock, WebOptions.local(0));
  }

  public static Bench open(Path home, Clock clock, WebOptions options) {
    return open(home, clock, options, Map.of());
  }

  /// Opens it with settings from variables.
  ///
  /// @param environment further variables, such as `HANDSEL_DB`
  public static Bench open(
      Path home, Clock clock, WebOptions options, Map<String, String> environment) {
    Workspace workspace = new Workspace(home).create();
    Map<String, String> variables = new HashMap<>(environment);
    variables.put("HANDSEL_ZONE", "UTC");
    Settings settings = Settings.read(workspace, variables);
    Database database = Database.open(workspace, settings, clock);
    Workbench.Parts parts = Workbench.Parts.of(workspace, settings, database, clock);
    return new Bench(database, parts, Workbench.start(parts, options));
  }

  /// Opens it with a file of persons, of whom its pages make proposals; with an empty address on
  /// the workspace's own database.
  static Bench knowing(String url, Path home, Clock clock, Path persons) {
    Workspace workspace = new Workspace(home).create();
    Map<String, String> variables = new HashMap<>(Map.of("HANDSEL_ZONE", "UTC"));
    if (!url.isEmpty()) {
      variables.put("HANDSEL_DB", url);
    }
    Settings settings = Settings.read(workspace, variables);
    Database database = Database.open(workspace, settings, clock);
    Workbench.Parts parts =
        Workbench.reconciling(
            Workbench.Parts.of(workspace, settings, database, clock),
            "127.0.0.1",
            0,
            List.of(Reconciliation.Source.of(persons.toString())));
    return new Bench(database, parts, Workbench.start(parts, WebOptions.local(0)));
  }

  /// Opens it on a database; with an empty address on the workspace's own.
  static Bench on(String url, Path home, Clock clock) {
    return open(
        home, clock, WebOptions.local(0), url.isEmpty() ? Map.of() : Map.of("HANDSEL_DB", url));
  }

  public Workbench.Parts parts() {
    return parts;
  }

  public WebServer server() {
    return server;
  }

  public WebClient client() {
    return new WebClient(server.url());
  }

  public void loseDatabase() {
    database.close();
  }

  @Override
  public void close() {
    server.close();
    Reconciliation authorities = parts.reconciliation();
    if (authorities != null) {
      authorities.close();
    }
    database.close();
  }
}
