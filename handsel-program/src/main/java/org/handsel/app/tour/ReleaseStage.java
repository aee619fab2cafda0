package org.handsel.app.tour;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.handsel.app.sandbox.Sandbox;

/// Stage 4: from the museum's export to checked file pages on a wiki.
final class ReleaseStage {
  private static final String PILOT = "5";

  private final Steps steps;
  private final Path museum;
  private final Path folder;
  private final Sandbox sandbox;

  ReleaseStage(Steps steps, Path samples, Path folder, Sandbox sandbox) {
    this.steps = steps;
    this.museum = samples.resolve("skarvik");
    this.folder = folder;
    this.sandbox = sandbox;
  }

  /// @param partnership that the release belongs to
  void take(String partnership) {
    steps.stage(
        4,
        "release the collection",
        "What is agreed and promised; then map, check, rehearse; a pilot that people judge; then"
            + " the rest, so that no crash can lose or double a file.");
    new AgreementStage(steps, folder).take(partnership);
    String profile = museum.resolve("mapping.yaml").toString();
    String release = folder.resolve("release").toString();
    String items = folder.resolve("items").toString();
    steps.take(
        "Map the export",
        "items/problems.jsonl",
        text ->
            "%s; what could not be understood is listed with its place"
                .formatted(Steps.group(text, "([0-9,]+ records, [0-9,]+ items)")),
        "collection",
        "map",
        museum.resolve("skarvik.csv").toString(),
        "--mapping",
        profile,
        "--out",
        items);
    steps.take(
        "Plan the release",
        "release/report.html",
        Steps::first,
        "release",
        "plan",
        items + "/items.jsonl",
        "--mapping",
        profile,
        "--files",
        museum.resolve("images").toString(),
        "--partnership",
        partnership,
        "--out",
        release);
    String wiki = sandbox.url().toString();
    steps.take(
        "Ask the wiki",
        "release/report.html",
        Steps::first,
        "release",
        "check",
        release,
        "--wiki",
        wiki);
    steps.take(
        "Rehearse", "release/rehearsal/results.tsv", Steps::counts, "release", "rehearse", release);
    run("Pilot", release, wiki, "--pilot", PILOT);
    steps.take(
        "Judge",
        "",
        text -> Steps.group(text, "^([^.]*[.])") + " The rest may run.",
        "release",
        "judge",
        release,
        "--accept",
        "--by",
        "Ada, Bo",
        "--note",
        "titles and dates are good");
    run("Release", release, wiki);
    steps.take(
        "Verify",
        "release/failures.csv",
        Steps::first,
        "release",
        "verify",
        release,
        "--wiki",
        wiki);
  }

  private void run(String title, String release, String wiki, String... more) {
    List<String> command =
        new java.util.ArrayList<>(
            List.of("release", "run", release, "--wiki", wiki, "--user", sandbox.bot().login()));
    command.addAll(List.of(more));
    steps.take(
        title,
        "release/results.tsv",
        Map.of("HANDSEL_PASSWORD", sandbox.bot().password()),
        List.of(0),
        Steps::counts,
        command.toArray(String[]::new));
  }
}
