package org.handsel.app.cli;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.handsel.collection.mapping.Profiles;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import org.handsel.platform.Progress;
import org.handsel.release.PlanOptions;
import org.handsel.release.Plans;
import org.handsel.release.Refresh;
import org.handsel.release.RefreshLine;
import org.handsel.release.RefreshOptions;
import org.handsel.release.RefreshReport;
import org.handsel.release.ReleaseFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Brings later corrections to the wiki.
@Command(
    name = "refresh",
    description = {
      "Brings later corrections of the records to the released pages and keeps what people changed"
          + " there: text, captions and statements are merged place by place; where people changed"
          + " the same, theirs stays and the conflict is listed.",
      "The corrections come from --items (planned into RELEASE/later) or from a folder that was"
          + " planned with \"handsel release plan\" (--plan). Each place stands in"
          + " RELEASE/refresh.tsv. See docs/release.md."
    },
    footer = {
      "",
      "Example: handsel release refresh skarvik-release --wiki https://commons.wikimedia.org"
          + " --items corrected/items.jsonl --dry-run"
    })
final class ReleaseRefreshCommand implements Callable<Integer> {
  private static final int SHOWN = 40;

  private final Surroundings surroundings;

  @ParentCommand private @Nullable ReleaseCommand release;

  @Parameters(paramLabel = "RELEASE", description = "Folder or name of the release.")
  private Path folder = Path.of("");

  @Mixin private WikiAccess wiki = new WikiAccess();

  @Option(
      names = "--plan",
      paramLabel = "FOLDER",
      description = "Folder that was planned from the corrected records.")
  private @Nullable Path plan;

  @Option(
      names = "--items",
      paramLabel = "ITEMS.jsonl",
      description = "The corrected items; they are planned into RELEASE/later first.")
  private @Nullable Path items;

  @Option(
      names = "--mapping",
      paramLabel = "M.yaml",
      description = "With --items: the profile; otherwise the release's own.")
  private @Nullable Path mapping;

  @Option(
      names = "--files",
      paramLabel = "DIR",
      description = "With --items: the files; otherwise the release's own.")
  private @Nullable Path files;

  @Option(names = "--dry-run", description = "Say what would be done; nothing is changed.")
  private boolean dryRun;

  @Option(
      names = "--new-scans",
      paramLabel = "REASON",
      description =
          "Put better scans in the place of the released ones, as new versions with this reason."
              + " Without it no file is ever replaced.")
  private String scans = "";

  @Option(names = "--summary", paramLabel = "TEXT", description = "Edit summary.")
  private String summary = RefreshOptions.DEFAULT.comment();

  @Option(names = "--json", description = "The outcome as JSON.")
  private boolean json;

  ReleaseRefreshCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    ReleaseCommand parent = Objects.requireNonNull(release);
    HandselCommand handsel = parent.handsel();
    Path place = parent.folder(folder);
    if (plan != null && items != null) {
      throw HandselException.usage("--plan and --items: expected one of them, found both.");
    }
    Path corrected = items == null ? plan : later(place, items);
    RefreshOptions options =
        RefreshOptions.DEFAULT.plan(corrected).dryRun(dryRun).scans(scans).comment(summary);
    Refresh refresh = new Refresh(place, options, surroundings.clock());
    RefreshReport report;
    try (Progress progress = surroundings.progress("refreshing", "files");
        Interrupt interrupt = Interrupt.calls(refresh::stop)) {
      report =
          refresh.run(
              wiki.address(handsel),
              dryRun ? null : wiki.login(handsel),
              handsel.wikiSettings(),
              progress);
    }
    surroundings.out().println(json ? Json.pretty(report) : words(report));
    return report.exit().code();
  }

  /// Plans the corrected items as the release was planned.
  private Path later(Path place, Path corrected) {
    ReleaseFolder folder = ReleaseFolder.open(place);
    Path profile =
        mapping != null
            ? mapping
            : folder.profile().isEmpty() ? folder.mapping() : Path.of(folder.profile());
    Path out = place.resolve("later");
    try (Progress progress = surroundings.progress("planning", "items")) {
      int threads = Math.max(1, Runtime.getRuntime().availableProcessors());
      Plans.plan(
          corrected,
          Profiles.load(profile),
          files == null ? folder.files() : files,
          new PlanOptions(null, null, threads, progress, surroundings.clock()),
          out);
    }
    return out;
  }

  private static String words(RefreshReport report) {
    StringBuilder text = new StringBuilder();
    report.lines().stream()
        .limit(SHOWN)
        .forEach(line -> text.append(words(line)).append(System.lineSeparator()));
    if (report.lines().size() > SHOWN) {
      text.append("… and %,d more%n".formatted(report.lines().size() - SHOWN));
    }
    return text.append(report.message()).toString();
  }

  private static String words(RefreshLine line) {
    String values =
        switch (line.state()) {
          case CONFLICT ->
              "released \"%s\", planned \"%s\", on the wiki \"%s\""
                  .formatted(cut(line.released()), cut(line.planned()), cut(line.wiki()));
          case DONE, PLANNED ->
              "\"%s\" → \"%s\"".formatted(cut(line.released()), cut(line.planned()));
          case LEFT, FAILED, NEW, WITHDRAWN, DELETED -> line.note();
        };
    return "%-9s %s, %s: %s".formatted(line.state().word(), line.title(), line.place(), values);
  }

  private static String cut(String text) {
    String one = text.replaceAll("\\s+", " ");
    return one.length() > 60 ? one.substring(0, 59) + "…" : one;
  }
}
