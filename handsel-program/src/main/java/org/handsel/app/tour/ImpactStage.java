package org.handsel.app.tour;

import java.nio.file.Path;

/// Stage 5: what came of it.
final class ImpactStage {
  private final Steps steps;
  private final Path samples;
  private final Path folder;

  ImpactStage(Steps steps, Path samples, Path folder) {
    this.steps = steps;
    this.samples = samples;
    this.folder = folder;
  }

  void take() {
    steps.stage(
        5,
        "show the partner what came of it",
        "Numbers with their definitions, a report that a museum's controller can read, and what to"
            + " do next.");
    steps.take(
        "Count the release",
        "impact/release/measures.json",
        text ->
            "%s files, as the release's own ledger proves"
                .formatted(Steps.group(text, "files-available +([0-9,]+)")),
        "impact",
        "measure",
        "--release",
        folder.resolve("release").toString(),
        "--collection",
        "Skarvik Maritime Museum",
        "--out",
        folder.resolve("impact/release").toString());
    steps.take(
        "Count the uses",
        "impact/uses/measures.json",
        text ->
            "%s pages in %s wikis use %s of the pictures"
                .formatted(
                    Steps.group(text, " pages +([0-9,]+)"),
                    Steps.group(text, " wikis +([0-9,]+)"),
                    Steps.group(text, " files-used +([0-9,]+)")),
        "impact",
        "measure",
        "--pages",
        samples.resolve("impact/page-list.xlsx").toString(),
        "--out",
        folder.resolve("impact/uses").toString());
    steps.take(
        "Report to the partner",
        "impact/uses/report.html",
        text -> "as a page, PDF, workbook and CSV, in the partner's language",
        "impact",
        "report",
        folder.resolve("impact/uses").toString(),
        "--format",
        "html,pdf,xlsx,csv",
        "--language",
        "en");
  }
}
