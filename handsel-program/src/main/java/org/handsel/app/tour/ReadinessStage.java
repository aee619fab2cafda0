package org.handsel.app.tour;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.handsel.app.sandbox.Sandbox;
import org.handsel.wiki.api.Wiki;
import org.handsel.wiki.api.WikiAddress;
import org.handsel.wiki.api.WikiSettings;

/// Stage 0 at the beginning of a partnership and at its end.
final class ReadinessStage {
  private final Steps steps;
  private final Path dump;
  private final Path library;
  private final Path folder;
  private final Sandbox sandbox;

  ReadinessStage(Steps steps, Path samples, Path folder, Sandbox sandbox) {
    this.steps = steps;
    this.dump = samples.resolve("wiki/dump.xml");
    this.library = samples.resolve("authority");
    this.folder = folder;
    this.sandbox = sandbox;
  }

  void audit() {
    steps.stage(
        0,
        "is the own wiki ready?",
        "An edition whose categories and person data are in order can receive a collection, and has"
            + " something to offer a library.");
    Path audit = folder.resolve("audit");
    steps.take(
        "Audit the dump",
        "audit/report.html",
        text ->
            Steps.first(text) + "; " + Steps.line(text, "edits are proposed").replaceAll(":.*", ""),
        "readiness",
        "audit",
        dump.toString(),
        "--out",
        audit.toString());
    steps.take(
        "Link persons to a library",
        "links/links.tsv",
        Steps::first,
        "readiness",
        "link",
        dump.toString(),
        "--authority",
        library.resolve("library.jsonl").toString(),
        "--out",
        folder.resolve("links").toString());
    DumpPages.read(dump).pages().forEach(sandbox::addPage);
    steps.take(
        "Mend what can be mended",
        "audit/edits/applied.jsonl",
        Map.of("HANDSEL_PASSWORD", sandbox.bot().password()),
        List.of(0),
        text ->
            "%s pages of the sandbox wiki were changed, each against the revision that was read"
                .formatted(Steps.group(text, "made +([0-9,]+)")),
        "readiness",
        "apply",
        audit.resolve("edits/edits.json").toString(),
        "--wiki",
        sandbox.url().toString(),
        "--user",
        sandbox.bot().login(),
        "--pause",
        "0");
  }

  /// Where the end of a partnership leads: to the own wiki again.
  void again() {
    steps.stage(
        0,
        "back at the own wiki",
        "The end of a partnership leads back to its beginning: what was mended, what is new, what"
            + " the next partner can be offered.");
    Path later = folder.resolve("dump-later.xml");
    try (Wiki wiki =
        Wiki.open(WikiAddress.parse(sandbox.url().toString()), WikiSettings.of("handsel tour"))) {
      DumpPages.read(dump).write(later, title -> wiki.pageText(title).orThrow(title).orElse(""));
    }
    Path audit = folder.resolve("audit-later");
    steps.take(
        "Audit a later dump",
        "audit-later/report.html",
        Steps::first,
        "readiness",
        "audit",
        later.toString(),
        "--since",
        folder.resolve("audit").toString(),
        "--out",
        audit.toString());
    steps.take(
        "Compare",
        "changes/report.html",
        text -> {
          String[] counts = Steps.line(text, "^all").split(" +");
          return counts.length < 5
              ? Steps.first(text)
              : "%s findings mended, %s still open, %s new"
                  .formatted(counts[1], counts[2], counts[3]);
        },
        "readiness",
        "compare",
        folder.resolve("audit").toString(),
        audit.toString(),
        "--out",
        folder.resolve("changes").toString());
    if (Files.notExists(folder.resolve("changes/report.html"))) {
      throw new IllegalStateException("the comparison wrote no report");
    }
  }
}
