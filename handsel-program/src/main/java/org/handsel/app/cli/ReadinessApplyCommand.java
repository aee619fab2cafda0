package org.handsel.app.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import org.handsel.platform.Progress;
import org.handsel.readiness.edits.EditRun;
import org.handsel.readiness.edits.EditSummary;
import org.handsel.wiki.api.Patience;
import org.handsel.wiki.api.Wiki;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Makes proposed edits on a wiki.
@Command(
    name = "apply",
    description = {
      "Makes the edits of a list (edits/edits.json of an audit) on a wiki, one page after the"
          + " other. A page that was changed since the dump is left alone where the passage is not"
          + " what it was; nobody's edit is overwritten.",
      "What came of each page stands in a journal beside the list. After any stop run the same"
          + " command again; what is done is not done twice. Look first with --dry-run."
    },
    footer = {
      "",
      "Example: handsel readiness apply audit/edits/edits.json --wiki https://de.wikipedia.org"
          + " --dry-run"
    })
final class ReadinessApplyCommand implements Callable<Integer> {
  private static final int SHOWN = 10;
  private static final int LONGEST_PAUSE = 3600;

  private final Surroundings surroundings;

  @ParentCommand private @Nullable ReadinessCommand readiness;

  @Parameters(paramLabel = "EDITS", description = "The list of edits.")
  private Path edits = Path.of("");

  @Mixin private WikiAccess wiki = new WikiAccess();

  @Option(names = "--dry-run", description = "Only read the pages and say what would be done.")
  private boolean dry;

  @Option(
      names = "--pause",
      paramLabel = "SECONDS",
      defaultValue = "5",
      description = "Between two pages that are changed; wikis ask for 5 or more (default: 5).")
  private int pause;

  @Option(
      names = "--journal",
      paramLabel = "FILE",
      description = "Journal; otherwise applied.jsonl beside the list.")
  private @Nullable Path journal;

  @Option(names = "--json", description = "The summary as JSON.")
  private boolean json;

  ReadinessApplyCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (pause < 0 || pause > LONGEST_PAUSE) {
      throw HandselException.usage(
          "--pause: expected seconds from 0 to 3600, found \"%d\".".formatted(pause));
    }
    HandselCommand handsel = Objects.requireNonNull(readiness).handsel();
    Path kept =
        journal != null
            ? journal
            : edits.toAbsolutePath().resolveSibling(dry ? "dry-run.jsonl" : "applied.jsonl");
    AtomicBoolean stopped = new AtomicBoolean();
    EditSummary summary;
    try (Wiki site = Wiki.open(wiki.address(handsel), handsel.wikiSettings());
        Progress progress = surroundings.progress("editing", "pages");
        Interrupt interrupt = Interrupt.calls(() -> stopped.set(true))) {
      if (!dry) {
        site.login(wiki.login(handsel));
      }
      EditRun.Options options =
          new EditRun.Options(dry, Duration.ofSeconds(pause), Patience.real());
      summary = EditRun.run(edits, kept, site, options, progress, stopped::get);
    }
    surroundings.out().println(json ? Json.pretty(summary) : words(summary, kept));
    return summary.exit().code();
  }

  private static String words(EditSummary summary, Path journal) {
    StringBuilder text = new StringBuilder();
    text.append("%,d pages".formatted(summary.pages()));
    if (summary.earlier() > 0) {
      text.append(", %,d of them done before".formatted(summary.earlier()));
    }
    text.append('\n');
    summary
        .states()
        .forEach((state, pages) -> text.append("  %-14s %,7d%n".formatted(state, pages)));
    summary.problems().stream().limit(SHOWN).forEach(problem -> text.append(problem).append('\n'));
    if (!summary.stopped().isEmpty()) {
      text.append("Stopped before the end: ").append(summary.stopped()).append('\n');
    }
    return text.append("Page by page: ").append(journal).toString();
  }
}
