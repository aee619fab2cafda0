package org.handsel.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;
import org.handsel.app.sandbox.Sandbox;
import org.handsel.app.sandbox.SandboxAccount;
import org.handsel.app.sandbox.SandboxOptions;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.handsel.platform.Progress;
import org.handsel.release.ReleaseFolder;
import org.handsel.release.ReleaseRun;
import org.handsel.release.RunOptions;
import org.handsel.release.RunReport;
import org.handsel.wiki.api.Login;
import org.handsel.wiki.api.WikiAddress;
import org.handsel.wiki.api.WikiSettings;
import org.jspecify.annotations.Nullable;

/// Runs a release against the sandbox wiki, in a folder of its own, so that the release itself is
/// untouched.
final class Rehearsals {
  private Rehearsals() {}

  /// Where the rehearsal of a release is kept: plan, ledger, results, and the sandbox wiki's pages.
  static Path folder(Path release) {
    return release.resolve("rehearsal");
  }

  /// Rehearses from the beginning.
  static RunReport rehearse(
      Path release, @Nullable Path fault, WikiSettings settings, Progress progress) {
    Path rehearsal = folder(release);
    ReleaseFolder real = new ReleaseFolder(release);
    try {
      remove(rehearsal);
      Files.createDirectories(rehearsal);
      Files.copy(real.plan(), rehearsal.resolve("plan.jsonl"), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw HandselException.environment(
          "%s: the rehearsal cannot be prepared (%s).".formatted(rehearsal, DurableFiles.reason(e)),
          e);
    }
    SandboxOptions options = SandboxOptions.defaults().keptIn(rehearsal.resolve("wiki"));
    options = fault == null ? options : options.withFaults(fault);
    RunOptions run = RunOptions.DEFAULT.files(real.files()).patience(Duration.ofMinutes(1));
    SandboxAccount bot = SandboxAccount.DEFAULTS.getFirst();
    try (Sandbox sandbox = Sandbox.start(options)) {
      return new ReleaseRun(rehearsal, run)
          .run(
              WikiAddress.parse(sandbox.url().toString()),
              new Login(bot.login(), bot.password()),
              settings,
              progress);
    }
  }

  private static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
