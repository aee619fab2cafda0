package org.handsel.app.cli;

import java.nio.file.Path;
import java.util.Objects;
import org.handsel.collection.mapping.MappingProfile;
import org.handsel.collection.mapping.Profiles;
import org.handsel.platform.Database;
import org.handsel.platform.Progress;
import org.handsel.release.CategoryFile;
import org.handsel.release.Duplicates;
import org.handsel.release.PlanCounts;
import org.handsel.release.PlanOptions;
import org.handsel.release.Plans;
import org.handsel.release.ReleaseRegister;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Plans a release.
@Command(
    name = "plan",
    description = {
      "Matches files to items, judges rights, writes the pages and checks everything that can be"
          + " known before a wiki is touched.",
      "The result is RELEASE/plan.jsonl and RELEASE/report.html. Blocked files are results, not"
          + " failures."
    },
    footer = {
      "",
      "Example: handsel release plan items/items.jsonl --mapping samples/skarvik/mapping.yaml"
          + " --files samples/skarvik/images --out release"
    })
final class ReleasePlanCommand implements Runnable {
  private final Surroundings surroundings;

  @ParentCommand private @Nullable ReleaseCommand release;

  @Parameters(paramLabel = "ITEMS.jsonl", description = "Items of handsel collection map.")
  private Path items = Path.of("");

  @Option(
      names = "--mapping",
      paramLabel = "M.yaml",
      required = true,
      description = "The profile by which they were mapped.")
  private Path mapping = Path.of("");

  @Option(
      names = "--files",
      paramLabel = "DIR",
      required = true,
      description = "Folder with the files, searched with all folders below it.")
  private Path files = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "RELEASE",
      required = true,
      description = "Folder of the release.")
  private Path out = Path.of("");

  @Option(
      names = "--partnership",
      paramLabel = "ID",
      description =
          "The partnership that the release belongs to: its id, the beginning of it, or the"
              + " institution's name. Files in copyright are then uploaded only when its agreement"
              + " is complete.")
  private @Nullable String partnership;

  @Option(
      names = "--exclude",
      paramLabel = "FILE",
      description = "Ids or SHA-1s that must not go, one a line.")
  private @Nullable Path exclude;

  @Option(
      names = "--no-look-alikes",
      description =
          "Do not look for pictures that show the same in other bytes: saves decoding each of"
              + " them.")
  private boolean noLookAlikes;

  @Option(
      names = "--categories",
      paramLabel = "FILE|DIR",
      description =
          "The wiki's category graph: a table with the columns category and parent, or the folder"
              + " of an audit. Of categories of a page that are above one another the lowest stay.")
  private @Nullable Path categories;

  @Option(names = "--json", description = "The counts as JSON.")
  private boolean json;

  ReleasePlanCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void run() {
    MappingProfile profile = Profiles.load(mapping);
    CategoryFile graph = categories == null ? null : new CategoryFile(categories);
    String belongs = partnership();
    PlanCounts counts;
    try (Progress progress = surroundings.progress("planning", "items")) {
      int threads = Math.max(1, Runtime.getRuntime().availableProcessors());
      PlanOptions options =
          new PlanOptions(exclude, belongs, threads, progress, surroundings.clock());
      counts = Plans.plan(items, profile, files, options, out);
    }
    if (!noLookAlikes) {
      try (Progress progress = surroundings.progress("comparing pictures", "files")) {
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors());
        counts = Duplicates.search(out, threads, progress, surroundings.clock());
      }
    }
    if (graph != null) {
      counts = Plans.mostSpecific(out, graph, surroundings.clock());
    }
    try (Database database = Objects.requireNonNull(release).database()) {
      new ReleaseRegister(database, surroundings.clock()).planned(out, belongs, counts.entries());
    }
    surroundings.out().println(PlanWords.of(counts, out, json));
  }

  /// The id of the partnership that was named; a release for one that does not exist could never be
  /// held against its agreement.
  private @Nullable String partnership() {
    if (partnership == null) {
      return null;
    }
    try (Database database = Objects.requireNonNull(release).database()) {
      return Desk.on(database, surroundings.clock()).partnerships().named(partnership).id();
    }
  }
}
