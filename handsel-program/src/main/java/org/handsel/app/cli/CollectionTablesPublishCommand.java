package org.handsel.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.handsel.release.tables.MappingTables;
import org.handsel.wiki.api.PageText;
import org.handsel.wiki.api.Wiki;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Puts a mapping table on a wiki.
@Command(
    name = "publish",
    description = {
      "Writes a mapping table as a sortable wiki table, into a file or onto a page of a wiki. What"
          + " stands around the table on the page stays; a page that volunteers changed since the"
          + " last merge is refused."
    },
    footer = {
      "",
      "Example: handsel collection tables publish samples/skarvik/people.tsv --out people.wiki"
    })
final class CollectionTablesPublishCommand implements Runnable {
  private final Surroundings surroundings;

  @ParentCommand private @Nullable CollectionTablesCommand tables;

  @Parameters(paramLabel = "TABLE.tsv", description = "The mapping table.")
  private Path table = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "File for the wikitext; one that exists is a page whose table is replaced.")
  private @Nullable Path out;

  @Option(
      names = "--page",
      paramLabel = "TITLE",
      description = "Page of the wiki named by --wiki; otherwise a file is written.")
  private @Nullable String page;

  @Mixin private WikiAccess wiki = new WikiAccess();

  @Option(
      names = "--most",
      paramLabel = "N",
      defaultValue = "2000",
      description = "Rows at most, the most frequent ones (${DEFAULT-VALUE}).")
  private int most = 2000;

  CollectionTablesPublishCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void run() {
    if ((out == null) == (page == null)) {
      throw HandselException.usage(
          "expected either --out FILE or --page TITLE with --wiki URL, found %s."
              .formatted(out == null ? "neither" : "both"));
    }
    if (out != null) {
      toFile(out);
    } else {
      toWiki(Objects.requireNonNull(page));
    }
  }

  private void toFile(Path file) {
    String before = "";
    try {
      before = Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
    } catch (IOException e) {
      throw HandselException.environment(
          "%s: cannot be read (%s).".formatted(file, DurableFiles.reason(e)), e);
    }
    DurableFiles.replace(file, MappingTables.publish(table, before, most));
    surroundings.out().println("Written: " + file);
  }

  private void toWiki(String title) {
    HandselCommand handsel = Objects.requireNonNull(tables).handsel();
    try (Wiki opened = Wiki.open(wiki.address(handsel), handsel.wikiSettings())) {
      opened.login(wiki.login(handsel));
      Optional<PageText> before = opened.page(title).orThrow(title);
      String text = MappingTables.publish(table, before.map(PageText::text).orElse(""), most);
      String summary = "mapping table for a cooperation";
      long revision =
          before
              .map(now -> opened.save(now, text, summary))
              .orElseGet(() -> opened.create(title, text, summary))
              .orThrow(title);
      surroundings.out().printf("Published: %s, revision %d%n", title, revision);
    }
  }
}
