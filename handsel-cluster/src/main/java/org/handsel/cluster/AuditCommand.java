package org.handsel.cluster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.handsel.platform.Exit;
import org.handsel.readiness.audit.AuditSummary;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Audits the facts of wikis.
@Command(
    name = "audit",
    description = {
      "Audits facts that handsel cluster facts wrote: findings.jsonl, summary.json and report.html"
          + " are those of handsel readiness audit. Several wikis are audited at the same time,"
          + " each on one machine; editions.tsv compares them."
    },
    footer = {"", "Example: handsel cluster audit facts/ --master local[4] --out audits"})
final class AuditCommand implements Callable<Integer> {
  @ParentCommand private @Nullable ClusterCommand parent;

  @Parameters(
      paramLabel = "FACTS",
      arity = "1..*",
      description = "Folders of facts, or folders of such folders.")
  private List<String> facts = new ArrayList<>();

  @Option(
      names = "--spread",
      description =
          "Only circles (C1) and over-categorisation (C6), each wiki on all machines together: for"
              + " category graphs that no machine holds.")
  private boolean spread;

  @Mixin private SessionOptions options = new SessionOptions();

  @Override
  public Integer call() throws IOException {
    ClusterCommand cluster = Objects.requireNonNull(parent);
    if (spread) {
      spread(cluster);
      return Exit.DONE.code();
    }
    boolean partial = false;
    try (Session session = options.open(cluster.err())) {
      for (AuditSummary summary :
          new AuditJob(session, new AuditJob.Order(facts, options.out())).run()) {
        partial |= summary.partial();
        long findings = summary.audits().values().stream().mapToLong(Long::longValue).sum();
        cluster
            .out()
            .println(
                "%s: %,d pages, %,d articles, %,d findings%s"
                    .formatted(
                        summary.wiki(),
                        summary.pages(),
                        summary.articles(),
                        findings,
                        summary.partial() ? "; partial" : ""));
        summary.problems().forEach(cluster.out()::println);
      }
    }
    return (partial ? Exit.PARTIAL : Exit.DONE).code();
  }

  private void spread(ClusterCommand cluster) throws IOException {
    try (Session session = options.open(cluster.err())) {
      for (AuditJob.Spread wiki :
          new AuditJob(session, new AuditJob.Order(facts, options.out()))
              .spread(SpreadAudit.MOST_HERE)) {
        cluster
            .out()
            .println(
                "%s: %,d circles, %,d times a category and one above it"
                    .formatted(wiki.wiki(), wiki.counts().circles(), wiki.counts().below()));
      }
    }
  }
}
