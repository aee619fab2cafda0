package org.handsel.release;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import tools.jackson.core.JacksonException;

/// The folder of a release: plan, ledger and what they lead to.
public record ReleaseFolder(Path folder) {
  public Path plan() {
    return folder.resolve("plan.jsonl");
  }

  public Path ledger() {
    return folder.resolve("ledger.jsonl");
  }

  public Path results() {
    return folder.resolve("results.tsv");
  }

  public Path failures() {
    return folder.resolve("failures.csv");
  }

  Path lock() {
    return folder.resolve("ledger.lock");
  }

  /// Where the files of the plan are: `files` of `release.json` when the plan wrote one, else the
  /// subfolder `files`, else the release folder.
  public Path files() {
    Path settings = folder.resolve("release.json");
    try {
      if (Files.exists(settings)) {
        String files =
            Json.mapper().readTree(Files.readString(settings)).path("files").asString("");
        if (!files.isEmpty()) {
          return folder.resolve(files);
        }
      }
    } catch (IOException | JacksonException e) {
      throw HandselException.environment(
          "%s: cannot be read (%s). Plan the release again.".formatted(settings, e.getMessage()),
          e);
    }
    Path own = folder.resolve("files");
    return Files.isDirectory(own) ? own : folder;
  }

  /// Reads the plan.
  ///
  /// @throws HandselException with exit 2 when there is none, with exit 1 when a line is damaged
  List<PlanEntry> entries() {
    List<PlanEntry> entries = new ArrayList<>();
    try (BufferedReader in = Files.newBufferedReader(plan(), StandardCharsets.UTF_8)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (!line.isBlank()) {
          entries.add(entry(line, entries.size() + 1));
        }
      }
      return entries;
    } catch (java.nio.file.NoSuchFileException e) {
      throw HandselException.usage(
          "%s: there is no plan here. Make one with \"handsel release plan\".".formatted(plan()));
    } catch (IOException e) {
      throw HandselException.environment(
          "%s: cannot be read (%s).".formatted(plan(), DurableFiles.reason(e)), e);
    }
  }

  private PlanEntry entry(String line, int number) {
    try {
      return Json.mapper().readValue(line, PlanEntry.class);
    } catch (JacksonException | NullPointerException e) {
      throw HandselException.input(
          "%s, line %d: damaged: expected one line of a plan, found \"%s\". Plan the release again."
              .formatted(plan(), number, line.length() > 80 ? line.substring(0, 80) + "…" : line));
    }
  }
}
