package org.handsel.app.sandbox;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a sandbox wiki is started.
///
/// @param port on 127.0.0.1; 0 takes a free one
/// @param serviceTime how long each API request takes at least, counted from its arrival; requests
///   that arrive together overlap
/// @param parallelService how many requests are served at the same time; 0 for any number
/// @param faults file that is read at every request and switches faults on (`testbed/README.md`
///   names its keys); null for none
/// @param folder where pages and files are kept for the next start; null for a folder that is
///   removed at the end
/// @param accounts who may log in
public record SandboxOptions(
    int port,
    Duration serviceTime,
    int parallelService,
    @Nullable Path faults,
    @Nullable Path folder,
    List<SandboxAccount> accounts) {
  public SandboxOptions {
    if (serviceTime.isNegative() || parallelService < 0 || port < 0 || port > 65535) {
      throw new IllegalArgumentException("sandbox: port, service time or parallel service");
    }
    accounts = List.copyOf(accounts);
  }

  /// A sandbox on a free port that answers at once and keeps nothing.
  public static SandboxOptions defaults() {
    return new SandboxOptions(0, Duration.ZERO, 0, null, null, SandboxAccount.DEFAULTS);
  }

  public SandboxOptions onPort(int chosen) {
    return new SandboxOptions(chosen, serviceTime, parallelService, faults, folder, accounts);
  }

  public SandboxOptions serving(Duration time, int parallel) {
    return new SandboxOptions(port, time, parallel, faults, folder, accounts);
  }

  public SandboxOptions withFaults(Path file) {
    return new SandboxOptions(port, serviceTime, parallelService, file, folder, accounts);
  }

  public SandboxOptions keptIn(Path chosen) {
    return new SandboxOptions(port, serviceTime, parallelService, faults, chosen, accounts);
  }
}
