package org.handsel.app.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.handsel.platform.Json;
import org.handsel.platform.Progress;
import org.handsel.release.ReleaseChanges;
import org.handsel.release.back.SourceLinks;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Lists what a wiki's people changed, for the institution.
@Command(
    name = "changes",
    description = {
      "Lists what people changed on the released pages since: descriptions, categories, names,"
          + " corrections, what is depicted, files that were replaced, moved or deleted and why.",
      "Writes changes.csv and changes.xlsx, corrections.tsv (for handsel impact corrections),"
          + " changes.lido.xml and changes.marc.xml, pages.tsv (record id and page) and"
          + " deleted.tsv. Nothing on the wiki is changed."
    },
    footer = {
      "",
      "Example: handsel release changes skarvik-release --wiki https://commons.wikimedia.org --out"
          + " for-the-museum"
    })
final class ReleaseChangesCommand implements Runnable {
  private final Surroundings surroundings;

  @ParentCommand private @Nullable ReleaseCommand release;

  @Parameters(paramLabel = "RELEASE", description = "Folder or name of the release.")
  private Path folder = Path.of("");

  @Mixin private WikiAccess wiki = new WikiAccess();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Folder for the institution.")
  private Path out = Path.of("");

  @Option(
      names = "--links",
      description =
          "Also ask whether the links on the pages still lead somewhere, one a second; links.tsv.")
  private boolean links;

  @Option(
      names = "--allow-private",
      description = "With --links: addresses of private networks may be asked.")
  private boolean allowPrivate;

  @Option(names = "--json", description = "The changes as JSON.")
  private boolean json;

  ReleaseChangesCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void run() {
    ReleaseCommand parent = Objects.requireNonNull(release);
    HandselCommand handsel = parent.handsel();
    String contact = handsel.settings().get("contact").orElse("");
    ReleaseChanges.Found found;
    try (Progress progress = surroundings.progress("asking", "files");
        SourceLinks asking =
            new SourceLinks(allowPrivate, contact, Duration.ofSeconds(allowPrivate ? 0 : 1))) {
      found =
          ReleaseChanges.write(
              parent.folder(folder),
              wiki.address(handsel),
              handsel.wikiSettings(),
              links ? asking : null,
              out,
              progress);
    }
    surroundings.out().println(json ? Json.pretty(found) : words(found));
  }

  private String words(ReleaseChanges.Found found) {
    Map<String, Integer> kinds = new TreeMap<>();
    found.changes().forEach(change -> kinds.merge(change.kind(), 1, Integer::sum));
    StringBuilder text =
        new StringBuilder(
            "%,d released files, %,d changes".formatted(found.files(), found.changes().size()));
    if (!kinds.isEmpty()) {
      text.append(" (");
      String between = "";
      for (Map.Entry<String, Integer> kind : kinds.entrySet()) {
        text.append(between).append("%,d %s".formatted(kind.getValue(), kind.getKey()));
        between = ", ";
      }
      text.append(')');
    }
    long broken = found.links().stream().filter(link -> link.state().equals("broken")).count();
    if (!found.links().isEmpty()) {
      text.append("; %,d links asked, %,d broken".formatted(found.links().size(), broken));
    }
    return text.append(". For the institution: ").append(out).toString();
  }
}
