package org.handsel.app.reconciliation;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.handsel.app.web.WebOptions;
import org.handsel.app.web.WebServer;
import org.handsel.app.web.rooms.Workbench;
import org.handsel.platform.Database;
import org.handsel.platform.Settings;
import org.handsel.platform.Workspace;

/// A workbench on a free port that answers over authority files, for tests.
final class ServedOnLoopback implements AutoCloseable {
  private final Database database;
  private final Reconciliation service;
  private final WebServer server;

  private ServedOnLoopback(Database database, Reconciliation service, WebServer server) {
    this.database = database;
    this.service = service;
    this.server = server;
  }

  static ServedOnLoopback start(Path home, Map<String, Path> files) {
    return start(home, files, "");
  }

  static ServedOnLoopback start(Path home, Map<String, Path> files, String token) {
    Workspace workspace = new Workspace(home).create();
    Settings settings = Settings.read(workspace, Map.of("HANDSEL_ZONE", "UTC"));
    Database database = Database.open(workspace, settings, Clock.systemUTC());
    List<Reconciliation.Source> sources =
        files.entrySet().stream()
            .map(file -> new Reconciliation.Source(file.getKey(), file.getValue()))
            .toList();
    Reconciliation service = Reconciliation.over(sources, 0.95, token);
    WebServer server =
        Workbench.start(
            Workbench.Parts.of(workspace, settings, database, Clock.systemUTC()).with(service),
            WebOptions.local(0));
    return new ServedOnLoopback(database, service, server);
  }

  WebServer server() {
    return server;
  }

  /// Address of a dialect's root.
  String url(String version, String name) {
    return server.url() + "reconcile/" + version + "/" + name;
  }

  @Override
  public void close() {
    server.close();
    service.close();
    database.close();
  }
}
