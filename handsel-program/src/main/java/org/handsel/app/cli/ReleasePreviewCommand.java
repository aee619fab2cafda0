package org.handsel.app.cli;

import java.nio.file.Path;
import java.util.Objects;
import org.handsel.platform.Json;
import org.handsel.release.PagePreviews;
import org.handsel.wiki.api.Wiki;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Shows planned pages as a wiki would show them.
@Command(
    name = "preview",
    description = {
      "Shows one page of each kind as the wiki's own parser shows it: RELEASE/preview.html, for the"
          + " community to look at before a batch. Nothing is saved on the wiki."
    },
    footer = {"", "Example: handsel release preview release --wiki https://commons.wikimedia.org"})
final class ReleasePreviewCommand implements Runnable {
  private final Surroundings surroundings;

  @ParentCommand private @Nullable ReleaseCommand release;

  @Parameters(paramLabel = "RELEASE", description = "Folder or name of the release.")
  private Path folder = Path.of("");

  @Mixin private WikiAccess wiki = new WikiAccess();

  @Option(
      names = "--most",
      paramLabel = "N",
      defaultValue = "12",
      description = "Kinds of pages that are shown at most (${DEFAULT-VALUE}).")
  private int most = 12;

  @Option(names = "--json", description = "The pages and what is wrong with them as JSON.")
  private boolean json;

  ReleasePreviewCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void run() {
    ReleaseCommand parent = Objects.requireNonNull(release);
    HandselCommand handsel = parent.handsel();
    Path place = parent.folder(folder);
    try (Wiki opened = Wiki.open(wiki.address(handsel), handsel.wikiSettings())) {
      PagePreviews.View view = PagePreviews.write(place, opened, most, surroundings.clock());
      if (json) {
        surroundings.out().println(Json.pretty(view.pages()));
        return;
      }
      for (PagePreviews.Shown page : view.pages()) {
        surroundings.out().printf("%s: %,d like this%n", page.title(), page.like());
        page.faults().forEach(fault -> surroundings.out().println("  " + fault));
      }
      surroundings
          .out()
          .printf(
              "%,d of %,d kinds of pages. Look at them: %s%n",
              view.pages().size(), view.kinds(), place.resolve("preview.html"));
    }
  }
}
