package org.handsel.app.cli;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.handsel.platform.Exit;
import org.handsel.platform.Json;
import org.handsel.release.ReleaseRun;
import org.handsel.release.Verification;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Asks the wiki again for everything that was reported as released.
@Command(
    name = "verify",
    description = "Asks the wiki for every released file again and names each difference.",
    footer = {
      "",
      "Example: handsel release verify skarvik-release --wiki https://commons.wikimedia.org"
    })
final class ReleaseVerifyCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @ParentCommand private @Nullable ReleaseCommand release;

  @Parameters(paramLabel = "RELEASE", description = "Folder or name of the release.")
  private Path folder = Path.of("");

  @Mixin private WikiAccess wiki = new WikiAccess();

  @Option(names = "--json", description = "The differences as JSON.")
  private boolean json;

  ReleaseVerifyCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    ReleaseCommand parent = Objects.requireNonNull(release);
    HandselCommand handsel = parent.handsel();
    Verification verification =
        ReleaseRun.verify(parent.folder(folder), wiki.address(handsel), handsel.wikiSettings());
    if (json) {
      surroundings.out().println(Json.pretty(verification));
    } else {
      verification.differences().forEach(d -> surroundings.out().println(d.message()));
      surroundings
          .out()
          .printf(
              "%,d files asked for, %,d differences%n",
              verification.asked(), verification.differences().size());
    }
    return (verification.differences().isEmpty() ? Exit.DONE : Exit.PARTIAL).code();
  }
}
