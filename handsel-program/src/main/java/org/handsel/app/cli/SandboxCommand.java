package org.handsel.app.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.handsel.app.sandbox.Sandbox;
import org.handsel.app.sandbox.SandboxAccount;
import org.handsel.app.sandbox.SandboxOptions;
import org.handsel.platform.Exit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The sandbox wiki by itself.
@Command(
    name = "sandbox",
    description = {
      "Starts the sandbox wiki by itself, on this machine only, until Ctrl-C.",
      "It answers the part of MediaWiki's API that a release needs, with the same refusals."
    },
    footer = {"", "Example: handsel sandbox --port 8090 --service-time 200"})
final class SandboxCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Option(
      names = "--port",
      paramLabel = "P",
      defaultValue = "8090",
      description = "Port on 127.0.0.1; 0 for a free one; default ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--service-time",
      paramLabel = "MS",
      defaultValue = "0",
      description = "Least time of each answer in milliseconds.")
  private long serviceTime;

  @Option(
      names = "--fault",
      paramLabel = "FILE",
      description = "JSON file that switches faults on while the wiki runs (testbed/README.md).")
  private @Nullable Path fault;

  @Option(
      names = "--keep",
      paramLabel = "DIR",
      description = "Keep pages and files in this folder for the next start.")
  private @Nullable Path keep;

  SandboxCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws InterruptedException {
    SandboxOptions options =
        SandboxOptions.defaults().onPort(port).serving(Duration.ofMillis(serviceTime), 0);
    options = fault == null ? options : options.withFaults(fault);
    options = keep == null ? options : options.keptIn(keep);
    CountDownLatch stopped = new CountDownLatch(1);
    try (Sandbox sandbox = Sandbox.start(options);
        Interrupt interrupt = Interrupt.calls(stopped::countDown)) {
      surroundings.out().println("Sandbox wiki: " + sandbox.url() + "  (Ctrl-C ends it)");
      for (SandboxAccount account : SandboxAccount.DEFAULTS) {
        surroundings.out().println("  " + account.login() + "  password " + account.password());
      }
      stopped.await();
    }
    return Exit.DONE.code();
  }
}
