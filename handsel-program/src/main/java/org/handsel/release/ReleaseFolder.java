package org.handsel.release;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import tools.jackson.core.JacksonException;

/// The folder of a release: plan, ledger and what they lead to.
///
/// @param folder its path
public record ReleaseFolder(Path folder) {
  /// Opens a folder that holds a plan.
  ///
  /// @throws HandselException with exit 2 when there is none
  public static ReleaseFolder open(Path folder) {
    ReleaseFolder release = new ReleaseFolder(folder);
    if (!Files.isRegularFile(release.plan())) {
      throw noPlan(release.plan());
    }
    return release;
  }

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

  /// Files that are there already, and what is to become of each.
  public Path duplicates() {
    return folder.resolve("duplicates.tsv");
  }

  /// What a run is told from outside.
  Path control() {
    return folder.resolve("control");
  }

  /// What a refresh did, place by place.
  public Path refresh() {
    return folder.resolve("refresh.tsv");
  }

  /// What people decided about single files.
  Path decisions() {
    return folder.resolve("decisions.tsv");
  }

  /// What people think of the pilot, before enough of them have said so.
  Path opinions() {
    return folder.resolve("opinions.jsonl");
  }

  /// Settings of the release: where its files are, when it was planned, what was counted.
  public Path settings() {
    return folder.resolve("release.json");
  }

  /// The profile by which it was planned.
  public Path mapping() {
    return folder.resolve("mapping.yaml");
  }

  public Path report() {
    return folder.resolve("report.html");
  }

  Path thumbnails() {
    return folder.resolve("report").resolve("thumbs");
  }

  Path lock() {
    return folder.resolve("ledger.lock");
  }

  /// Where the files of the plan are: `files` of `release.json` when the plan wrote one, else the
  /// subfolder `files`, else the release folder.
  public Path files() {
    String files = setting("files");
    if (!files.isEmpty()) {
      return folder.resolve(files);
    }
    Path own = folder.resolve("files");
    return Files.isDirectory(own) ? own : folder;
  }

  /// The items that it was planned from; empty in plans of older versions.
  public String items() {
    return setting("items");
  }

  /// The profile's own place, beside its tables; empty in plans of older versions.
  public String profile() {
    return setting("profileFile");
  }

  /// The partnership that the release was planned for; empty when it names none.
  public String partnership() {
    return setting("partnership");
  }

  private String setting(String name) {
    try {
      return Files.exists(settings())
          ? Json.mapper().readTree(Files.readString(settings())).path(name).asString("")
          : "";
    } catch (IOException | JacksonException e) {
      throw HandselException.environment(
          "%s: cannot be read (%s). Plan the release again.".formatted(settings(), e.getMessage()),
          e);
    }
  }

  /// The plan, entry by entry, in its order. Close the stream.
  ///
  /// @throws HandselException with exit 2 when there is none; while the stream is used, with exit 1
  ///   when a line is damaged
  public Stream<PlanEntry> read() {
    return read(line -> !line.isBlank());
  }

  /// Entries whose line has a word in it, such as those with a check; the others are passed over
  /// quickly. Close the stream.
  Stream<PlanEntry> readNaming(String word) {
    return read(line -> line.contains(word));
  }

  private Stream<PlanEntry> read(Predicate<String> asked) {
    BufferedReader reader = reader();
    AtomicLong number = new AtomicLong();
    return reader
        .lines()
        .peek(line -> number.incrementAndGet())
        .filter(asked)
        .map(line -> entry(line, number.get()))
        .onClose(() -> close(reader));
  }

  private BufferedReader reader() {
    try {
      return Files.newBufferedReader(plan(), StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      throw noPlan(plan());
    } catch (IOException e) {
      throw HandselException.environment(
          "%s: cannot be read (%s).".formatted(plan(), DurableFiles.reason(e)), e);
    }
  }

  /// What has to be known of every line of the plan; the rest stays on the disk.
  ///
  /// @throws HandselException with exit 2 when there is no plan, with exit 1 when a line is damaged
  PlanIndex index() {
    return PlanIndex.of(plan());
  }

  private PlanEntry entry(String line, long number) {
    try {
      return Json.mapper().readValue(line, PlanEntry.class);
    } catch (JacksonException | NullPointerException e) {
      throw damaged(plan(), number, line.length() > 80 ? line.substring(0, 80) + "…" : line);
    }
  }

  static HandselException damaged(Path plan, long number, String shown) {
    return HandselException.input(
        "%s, line %d: damaged: expected one line of a plan, found \"%s\". Plan the release again."
            .formatted(plan, number, shown));
  }

  static HandselException noPlan(Path plan) {
    return HandselException.usage(
        "%s: there is no plan here. Make one with \"handsel release plan\".".formatted(plan));
  }

  private static void close(BufferedReader reader) {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
