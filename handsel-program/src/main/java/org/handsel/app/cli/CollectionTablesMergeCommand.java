package org.handsel.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.Exit;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import org.handsel.release.tables.MappingTables;
import org.handsel.wiki.api.Wiki;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Takes the work of volunteers into a mapping table.
@Command(
    name = "merge",
    description = {
      "Takes what volunteers wrote into a published table, cell by cell. A cell that was changed"
          + " differently here and there stays as it is here and is listed in"
          + " TABLE.conflicts.tsv (exit 1); no row is lost."
    },
    footer = {
      "",
      "Example: handsel collection tables merge samples/skarvik/people.tsv --from people.wiki"
    })
final class CollectionTablesMergeCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @ParentCommand private @Nullable CollectionTablesCommand tables;

  @Parameters(paramLabel = "TABLE.tsv", description = "The mapping table.")
  private Path table = Path.of("");

  @Option(names = "--from", paramLabel = "FILE", description = "File with the page's wikitext.")
  private @Nullable Path from;

  @Option(
      names = "--page",
      paramLabel = "TITLE",
      description = "Page of the wiki named by --wiki; otherwise a file is read.")
  private @Nullable String page;

  @Mixin private WikiAccess wiki = new WikiAccess();

  @Option(names = "--json", description = "What was taken as JSON.")
  private boolean json;

  CollectionTablesMergeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if ((from == null) == (page == null)) {
      throw HandselException.usage(
          "expected either --from FILE or --page TITLE with --wiki URL, found %s."
              .formatted(from == null ? "neither" : "both"));
    }
    MappingTables.Merged merged =
        MappingTables.merge(table, from != null ? file(from) : wiki(Objects.requireNonNull(page)));
    if (json) {
      surroundings.out().println(Json.pretty(merged));
    } else {
      surroundings
          .out()
          .printf(
              "%,d cells taken, %,d rows added, %,d rows gone from the page (kept here), %,d"
                  + " conflicts%n",
              merged.taken(), merged.added(), merged.removed().size(), merged.conflicts().size());
      merged.problems().forEach(problem -> surroundings.out().println("  " + problem));
      merged
          .conflicts()
          .forEach(one ->
              surroundings
                  .out()
                  .printf(
                      "  %s, %s: here \"%s\", on the wiki \"%s\"%n",
                      one.value(), one.column(), one.here(), one.wiki()));
    }
    boolean clean = merged.conflicts().isEmpty() && merged.problems().isEmpty();
    return (clean ? Exit.DONE : Exit.PARTIAL).code();
  }

  private static String file(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw HandselException.usage(
          "%s: cannot be read (%s).".formatted(file, DurableFiles.reason(e)));
    }
  }

  private String wiki(String title) {
    HandselCommand handsel = Objects.requireNonNull(tables).handsel();
    try (Wiki opened = Wiki.open(wiki.address(handsel), handsel.wikiSettings())) {
      return opened
          .pageText(title)
          .orThrow(title)
          .orElseThrow(() ->
              HandselException.usage(
                  "%s: the wiki has no such page. Publish the table first.".formatted(title)));
    }
  }
}
