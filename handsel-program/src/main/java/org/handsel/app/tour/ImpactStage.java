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

  /// @param partnership its id
  void take(String partnership) {
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
        "--partnership",
        partnership,
        "--out",
        folder.resolve("impact/uses").toString());
    expected(partnership);
    steps.take(
        "Which articles could use a picture",
        "impact/suggestions/suggestions.tsv",
        Steps::first,
        "impact",
        "suggest",
        folder.resolve("release").toString(),
        "--dump",
        samples.resolve("wiki/dump.xml").toString(),
        "--links",
        folder.resolve("links").toString(),
        "--items",
        folder.resolve("items/items.jsonl").toString(),
        "--measures",
        folder.resolve("impact/uses").toString(),
        "--partnership",
        partnership,
        "--out",
        folder.resolve("impact/suggestions").toString());
    steps.take(
        "Report to the partner",
        "impact/uses/report.html",
        text -> "as a page, PDF, workbook and CSV, in the partner's language",
        "impact",
        "report",
        folder.resolve("impact/uses").toString(),
        "--partnership",
        partnership,
        "--format",
        "html,pdf,xlsx,csv",
        "--language",
        "en");
    steps.take(
        "A story, when the partner says yes",
        "",
        text -> "drafted from the numbers; it waits for the partner's approval",
        "impact",
        "story",
        partnership,
        "newsletter");
    steps.take(
        "A report each quarter",
        "",
        text -> Steps.first(text).replaceFirst(", in .*", "") + "; drafts only, nothing is sent",
        "impact",
        "schedule",
        partnership,
        "--from",
        folder.resolve("impact/uses").toString());
    steps.take(
        "How it stands",
        "",
        text -> Steps.line(text, "In thirty articles").replaceFirst("^\\S+ +", ""),
        "impact",
        "status",
        partnership);
  }

  private void expected(String partnership) {
    steps.take(
        "The no is over",
        "",
        text -> "the museum has delivered; the partnership is open again",
        "partnership",
        "move",
        partnership,
        "open",
        "--because",
        "the letter of the director");
    steps.take(
        "Into stage 5",
        "",
        text -> "the release has run; what was expected is held against what is reached",
        "partnership",
        "move",
        partnership,
        "5");
    steps.take(
        "What the museum expects",
        "",
        text -> "thirty articles; reached: " + Steps.group(text, "pages: ([0-9,]+ of [0-9,]+)"),
        "impact",
        "expect",
        partnership,
        "In thirty articles within a year",
        "--measure",
        "pages",
        "--target",
        "30");
    steps.take(
        "What the museum says",
        "",
        text -> "satisfaction 4 of 5, by phone",
        "impact",
        "note",
        partnership,
        "satisfaction",
        "--value",
        "4",
        "--note",
        "by phone");
    steps.take(
        "Corrections for its records",
        "",
        Steps::first,
        "impact",
        "corrections",
        partnership,
        "--add",
        samples.resolve("impact/corrections.tsv").toString());
  }
}
