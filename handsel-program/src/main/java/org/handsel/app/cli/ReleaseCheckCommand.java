package org.handsel.app.cli;

import java.nio.file.Path;
import java.util.Objects;
import org.handsel.release.OnWiki;
import org.handsel.release.PlanCounts;
import org.handsel.release.Plans;
import org.handsel.wiki.api.Wiki;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Asks the wiki about a plan.
@Command(
    name = "check",
    description =
        "Asks a wiki about every file of the plan: title taken or refused, same bytes there,"
            + " categories and templates, categories above others. Sends nothing.",
    footer = {"", "Example: handsel release check release --wiki https://commons.wikimedia.org"})
final class ReleaseCheckCommand implements Runnable {
  private final Surroundings surroundings;

  @ParentCommand private @Nullable ReleaseCommand release;

  @Parameters(paramLabel = "RELEASE", description = "Folder or name of the release.")
  private Path folder = Path.of("");

  @Mixin private WikiAccess wiki = new WikiAccess();

  @Option(
      names = "--most-specific",
      description =
          "Leave categories out of the pages that are above another category of the same page.")
  private boolean mostSpecific;

  @Option(names = "--json", description = "The counts as JSON.")
  private boolean json;

  ReleaseCheckCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void run() {
    ReleaseCommand parent = Objects.requireNonNull(release);
    HandselCommand handsel = parent.handsel();
    Path place = parent.folder(folder);
    try (Wiki opened = Wiki.open(wiki.address(handsel), handsel.wikiSettings())) {
      PlanCounts counts =
          Plans.check(place, new OnWiki(opened), mostSpecific, surroundings.clock());
      surroundings.out().println(PlanWords.of(counts, place, json));
    }
  }
}
