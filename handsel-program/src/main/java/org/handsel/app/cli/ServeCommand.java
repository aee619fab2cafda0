package org.handsel.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.handsel.app.reconciliation.Reconciliation;
import org.handsel.app.web.WebServer;
import org.handsel.app.web.rooms.Workbench;
import org.handsel.platform.Database;
import org.handsel.platform.Exit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// The workbench in the browser.
@Command(
    name = "serve",
    description = {
      "Starts the workbench for the browser until Ctrl-C.",
      "Without accounts it is for one person on this machine; see handsel account for a group."
    },
    footer = {"", "Example: handsel serve --port 7070"})
final class ServeCommand implements Callable<Integer> {
  private static final int SHOWN = 5;

  private final Surroundings surroundings;

  @ParentCommand private @Nullable HandselCommand handsel;

  @Option(
      names = "--port",
      paramLabel = "P",
      defaultValue = "7070",
      description = "Port; 0 for a free one; default ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "NAME",
      defaultValue = "127.0.0.1",
      description = "Name or address to listen on; default ${DEFAULT-VALUE}, this machine only.")
  private String host = "127.0.0.1";

  @Option(
      names = "--authority",
      paramLabel = "[NAME=]FILE|INDEX",
      description = {
        "Authority file or index of one over which the reconciliation service answers, for"
            + " OpenRefine and others; may be given several times. Otherwise the setting authority."
      })
  private List<String> authorities = new ArrayList<>();

  ServeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws InterruptedException {
    HandselCommand parent = Objects.requireNonNull(handsel);
    CountDownLatch stopped = new CountDownLatch(1);
    try (Database database =
            Database.open(parent.workspace(), parent.settings(), surroundings.clock());
        Reconciling reconciling = new Reconciling(parts(parent, database));
        WebServer server = Workbench.start(reconciling.parts, host, port);
        Interrupt interrupt = Interrupt.calls(stopped::countDown)) {
      surroundings.out().println("Workbench: " + server.url() + "  (Ctrl-C ends it)");
      stopped.await();
    }
    return Exit.DONE.code();
  }

  /// Closes the reconciliation service after the server, if there is one.
  private record Reconciling(Workbench.Parts parts) implements AutoCloseable {
    @Override
    public void close() {
      Reconciliation service = parts.reconciliation();
      if (service != null) {
        service.close();
      }
    }
  }

  private Workbench.Parts parts(HandselCommand parent, Database database) {
    Workbench.Parts parts =
        Workbench.Parts.of(parent.workspace(), parent.settings(), database, surroundings.clock());
    List<String> written =
        authorities.isEmpty()
            ? List.of(parent.settings().get("authority").orElse("").split(";"))
            : authorities;
    List<Reconciliation.Source> sources =
        written.stream()
            .filter(source -> !source.isBlank())
            .map(Reconciliation.Source::of)
            .toList();
    if (sources.isEmpty()) {
      return parts;
    }
    sources.forEach(source -> surroundings.out().println("Reading " + source.file() + " …"));
    Workbench.Parts reconciling = Workbench.reconciling(parts, host, port, sources);
    List<String> problems = Objects.requireNonNull(reconciling.reconciliation()).problems();
    problems.stream().limit(SHOWN).forEach(surroundings.err()::println);
    if (problems.size() > SHOWN) {
      surroundings.err().println("… and %d more".formatted(problems.size() - SHOWN));
    }
    surroundings
        .out()
        .println("Reconciliation service: the page Links of the workbench has its addresses.");
    return reconciling;
  }
}
