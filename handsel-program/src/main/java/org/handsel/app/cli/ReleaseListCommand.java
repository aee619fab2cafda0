package org.handsel.app.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import org.handsel.release.Cockpit;
import org.handsel.release.PlanEntry;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Lists files of a plan by what was found of them.
@Command(
    name = "list",
    description = {
      "Lists the files of a plan: all, or those with a finding, in a state, with a word in title,"
          + " id or file.",
      "Without --code it ends with what was found and how often."
    },
    footer = {"", "Example: handsel release list skarvik-release --code IMAGE_TINY"})
final class ReleaseListCommand implements Runnable {
  private final Surroundings surroundings;

  @ParentCommand private @Nullable ReleaseCommand release;

  @Parameters(paramLabel = "RELEASE", description = "Folder or name of the release.")
  private Path folder = Path.of("");

  @Option(
      names = "--code",
      paramLabel = "CODE",
      description = "Only files of which this was found, such as IMAGE_BLANK.")
  private String code = "";

  @Option(
      names = "--state",
      paramLabel = "STATE",
      description = "ready, warned, blocked, left, proven, already-there, refused or unsettled.")
  private String state = "";

  @Option(names = "--text", paramLabel = "TEXT", description = "Part of title, id or file.")
  private String text = "";

  @Option(
      names = "--most",
      paramLabel = "N",
      defaultValue = "200",
      description = "So many at most (${DEFAULT-VALUE}).")
  private int most = 200;

  @Option(names = "--json", description = "The files as JSON.")
  private boolean json;

  ReleaseListCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void run() {
    Cockpit cockpit = Cockpit.open(Objects.requireNonNull(release).folder(folder));
    Map<String, Long> codes = cockpit.choices().codes();
    if (!code.isEmpty() && !codes.containsKey(code) && Cockpit.meaning(code).isEmpty()) {
      throw HandselException.usage(
          "--code: expected one of %s, found \"%s\"."
              .formatted(String.join(", ", codes.keySet()), code));
    }
    Cockpit.Found found =
        cockpit.find(new Cockpit.Filter(state, code, "", text), 0, Math.max(0, most));
    if (json) {
      surroundings
          .out()
          .println(Json.pretty(found.rows().stream().map(ReleaseListCommand::brief).toList()));
      return;
    }
    found.rows().forEach(row -> surroundings.out().print(words(row.entry())));
    surroundings.out().printf("%,d files%s%n", found.all(), left(found));
    if (code.isEmpty()) {
      codes.forEach((one, count) ->
          surroundings.out().printf("  %-24s %,6d  %s%n", one, count, Cockpit.title(one)));
    }
  }

  private static String left(Cockpit.Found found) {
    long left = found.all() - found.rows().size();
    return left == 0 ? "." : ", %,d of them not shown: give --most.".formatted(left);
  }

  private String words(PlanEntry entry) {
    StringBuilder words =
        new StringBuilder(
            "%-7s %s%s  %s%n"
                .formatted(
                    entry.state(),
                    entry.file().isEmpty() ? "(no file)" : entry.file(),
                    entry.pages() == null ? "" : " (%,d pages)".formatted(entry.pages()),
                    entry.title().isEmpty() ? entry.item() : entry.title()));
    for (PlanEntry.Check check : entry.checks()) {
      if (code.isEmpty() || check.code().equals(code)) {
        words.append("        %s: %s%n".formatted(check.code(), check.message()));
      }
    }
    return words.toString();
  }

  private static Map<String, Object> brief(Cockpit.Row row) {
    Map<String, Object> brief = new LinkedHashMap<>();
    brief.put("item", row.entry().item());
    brief.put("file", row.entry().file());
    brief.put("title", row.entry().title());
    brief.put("state", row.entry().state());
    brief.put("progress", row.progress());
    brief.put("pages", row.entry().pages());
    brief.put("checks", List.copyOf(row.entry().checks()));
    return brief;
  }
}
