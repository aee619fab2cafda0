package org.handsel.app.cli;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.handsel.platform.Database;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import org.handsel.platform.Progress;
import org.handsel.platform.Who;
import org.handsel.readiness.audit.AuditRun;
import org.handsel.readiness.audit.AuditSummary;
import org.handsel.readiness.edits.EditLists;
import org.handsel.readiness.work.AuditRuns;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Audits a wiki from its dump.
@Command(
    name = "audit",
    description = {
      "Reads a dump (export XML, also .bz2, .gz, .xz; or a folder or tar of TITLE.wikitext) and"
          + " writes its facts (pages.tsv, categories.tsv, templates.tsv), findings.jsonl,"
          + " summary.json, report.html and, where edits would mend something, lists of them in"
          + " edits/.",
      "Findings give exit code 0; a dump or table that could not be read whole gives 1 and is"
          + " marked as partial."
    },
    footer = {"", "Example: handsel readiness audit samples/wiki/dump.xml --out audit"})
final class ReadinessAuditCommand implements Callable<Integer> {
  private static final int SHOWN = 10;

  private final Surroundings surroundings;

  @ParentCommand private @Nullable ReadinessCommand readiness;

  @Parameters(paramLabel = "DUMP", description = "The dump.")
  private Path dump = Path.of("");

  @Option(
      names = "--sql",
      paramLabel = "DIR",
      description = "Folder with categorylinks and linktarget tables of the same dump.")
  private @Nullable Path sql;

  @Option(
      names = "--authority",
      paramLabel = "FILE|INDEX",
      description =
          "Records of a library's authority file, or an index of them; for N4 and N6 to N8.")
  private @Nullable Path authority;

  @Option(
      names = "--wikidata",
      paramLabel = "FILE",
      description = "Wikidata's entities as JSON, a line each or an array; for N5.")
  private @Nullable Path wikidata;

  @Mixin private DumpReading reading = new DumpReading();

  @Option(
      names = "--since",
      paramLabel = "DIR",
      description =
          "Folder of an earlier audit, for the differences in the report; otherwise what stood in"
              + " the folder of the results.")
  private @Nullable Path since;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Folder for the results.")
  private Path out = Path.of("");

  @Option(names = "--json", description = "The summary as JSON.")
  private boolean json;

  ReadinessAuditCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    String wiki = reading.wiki();
    int workers = reading.workers();
    AtomicBoolean stopped = new AtomicBoolean();
    AuditSummary summary;
    try (Progress progress = surroundings.progress("reading the dump", "bytes");
        Interrupt interrupt = Interrupt.calls(() -> stopped.set(true))) {
      summary =
          AuditRun.run(
              new AuditRun.Order(
                  dump,
                  sql,
                  new AuditRun.Order.Beside(authority, wikidata),
                  wiki,
                  workers,
                  since,
                  out),
              progress,
              stopped::get);
    }
    EditLists.Written edits = EditLists.write(out, summary.wiki());
    remember(summary);
    surroundings.out().println(json ? Json.pretty(summary) : words(summary, edits));
    return summary.exit().code();
  }

  /// The workbench shows the audit too; that it cannot be told so is no fault of the audit.
  private void remember(AuditSummary summary) {
    HandselCommand handsel = Objects.requireNonNull(readiness).handsel();
    try (Database database =
        Database.open(handsel.workspace(), handsel.settings(), surroundings.clock())) {
      new AuditRuns(database, surroundings.clock())
          .made(out, summary, Who.me(System.getProperty("user.name", "me")));
    } catch (HandselException e) {
      surroundings.err().println("The workbench will not show this audit: " + e.getMessage());
    }
  }

  private String words(AuditSummary summary, EditLists.Written edits) {
    StringBuilder text = new StringBuilder();
    text.append(
        "%s: %,d pages, %,d articles (%,d on persons), %,d categories, %,d memberships%n"
            .formatted(
                summary.wiki(),
                summary.pages(),
                summary.articles(),
                summary.biographies(),
                summary.categoryPages(),
                summary.memberships()));
    summary
        .audits()
        .forEach((audit, count) -> text.append("  %-4s %,9d%n".formatted(audit, count)));
    summary
        .reasons()
        .forEach((audit, why) -> text.append("  %-4s   unknown: %s%n".formatted(audit, why)));
    summary.problems().stream().limit(SHOWN).forEach(problem -> text.append(problem).append('\n'));
    if (summary.partial()) {
      text.append("The result is partial.\n");
    }
    if (edits.all() > 0) {
      text.append("%,d edits are proposed: %s%n".formatted(edits.all(), out.resolve("edits")));
    }
    return text.append("Report: ").append(out.resolve("report.html")).toString();
  }
}
