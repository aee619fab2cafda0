package org.handsel.app.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.handsel.partnership.agreement.Gatekeeper;
import org.handsel.platform.Database;
import org.handsel.platform.HandselException;
import org.handsel.platform.History;
import org.handsel.platform.Json;
import org.handsel.platform.Progress;
import org.handsel.platform.Who;
import org.handsel.release.ReleaseRun;
import org.handsel.release.RunOptions;
import org.handsel.release.RunReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Uploads what is ready.
@Command(
    name = "run",
    description = {
      "Uploads the ready files of a release. Run it again after any stop, even kill -9: what is on"
          + " the wiki is never sent twice.",
      "With --pilot N it stops after N files and waits for a judgement (handsel release judge)."
    },
    footer = {
      "",
      "Example: handsel release run skarvik-release --wiki https://commons.wikimedia.org --user"
          + " 'Museum bot@handsel' --pilot 10"
    })
final class ReleaseRunCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @ParentCommand private @Nullable ReleaseCommand release;

  @Parameters(paramLabel = "RELEASE", description = "Folder or name of the release.")
  private Path folder = Path.of("");

  @Mixin private WikiAccess wiki = new WikiAccess();

  @Option(
      names = "--pilot",
      paramLabel = "N",
      description = "Send the first N files only, then wait for a judgement.")
  private int pilot;

  @Option(
      names = "--parallel",
      paramLabel = "N",
      description = "Uploads in flight, 1 to 16; otherwise the setting parallel. Wikis ask for 1.")
  private @Nullable Integer parallel;

  @Option(
      names = "--recheck",
      description = "Try again what the wiki refused before, although the plan is the same.")
  private boolean recheck;

  @Option(
      names = "--by-url",
      description =
          "Let the wiki fetch the files itself whose records have their address, where it lets the"
              + " account do that; what it does not fetch, or fetches otherwise than planned, is"
              + " sent from here.")
  private boolean byUrl;

  @Option(
      names = "--async",
      description =
          "Let the wiki assemble and publish large files when it has time, where it offers that.")
  private boolean async;

  @Option(
      names = "--stash-ahead",
      paramLabel = "N",
      description =
          "Bring up to N files (at most 16) to the wiki ahead of the one that is being published;"
              + " then they are published one after another, in the order of the plan.")
  private int ahead;

  @Option(
      names = "--without-partnership",
      paramLabel = "REASON",
      description =
          "Why files in copyright that rest on the partner's declaration may go although the"
              + " release names no partnership whose agreement is looked at; the history keeps it.")
  private @Nullable String without;

  @Option(names = "--json", description = "The outcome as JSON.")
  private boolean json;

  ReleaseRunCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    HandselCommand handsel = Objects.requireNonNull(release).handsel();
    Path place = release.folder(folder);
    RunOptions options =
        RunOptions.DEFAULT
            .pilot(pilot)
            .parallel(parallel == null ? handsel.settings().number("parallel") : parallel)
            .recheck(recheck)
            .ways(new RunOptions.Ways(byUrl, async, ahead))
            .rates(handsel.workspace().home().resolve("rates"));
    RunReport report;
    try (Database database = release.database()) {
      report = run(handsel, place, options, database);
    }
    surroundings.out().println(json ? Json.pretty(report) : report.message());
    return report.exit().code();
  }

  /// A release that names no partnership would pass by the checklist of its agreement. It waits
  /// until somebody says why it may go, once for the release, and the history keeps that.
  private void goWithoutAgreement(
      HandselCommand handsel, Path place, long files, Database database) {
    History history = new History(database, surroundings.clock());
    String subject = place.toAbsolutePath().normalize().toString();
    String said =
        "%s: %d files rest on what the partner declared, and no partnership is named: its agreement is not looked at."
            .formatted(place, files);
    String reason = without == null ? "" : without.strip();
    if (reason.isEmpty()) {
      String before =
          history.of("release", subject, 1).stream()
              .filter(change -> change.action().equals("override") && change.after() != null)
              .map(change -> Objects.requireNonNull(change.after()).path("reason").asString(""))
              .findFirst()
              .orElse("");
      if (before.isEmpty()) {
        throw HandselException.usage(
            said
                + " Nothing was sent. Plan again with --partnership ID, or say with"
                + " --without-partnership REASON why they may go.");
      }
      surroundings.err().println(said + " It was said before why: " + before);
      return;
    }
    Who who =
        Who.me(
            surroundings
                .environment()
                .getOrDefault("HANDSEL_AS", handsel.settings().get("name").orElse("me")));
    database.write(handle ->
        history.note(
            handle,
            who,
            "release",
            subject,
            "override",
            null,
            Map.of("files", files, "reason", reason)));
    surroundings.err().println(said + " It was said why: " + reason);
  }

  private RunReport run(HandselCommand handsel, Path place, RunOptions options, Database database) {
    Clock clock = surroundings.clock();
    Gatekeeper gatekeeper = new Gatekeeper(database, new History(database, clock), clock);
    ReleaseRun run = new ReleaseRun(place, options, gatekeeper);
    long unchecked = ReleaseRun.withoutAgreement(place);
    if (unchecked > 0) {
      goWithoutAgreement(handsel, place, unchecked, database);
    }
    try (Progress progress = surroundings.progress("uploading", "files");
        Interrupt interrupt = Interrupt.calls(run::stop)) {
      return run.run(wiki.address(handsel), wiki.login(handsel), handsel.wikiSettings(), progress);
    }
  }
}
