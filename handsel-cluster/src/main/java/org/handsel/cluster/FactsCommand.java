package org.handsel.cluster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.handsel.platform.Exit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Extracts the facts of dumps.
@Command(
    name = "facts",
    description = {
      "Reads dumps and writes their facts (pages.tsv, categories.tsv, templates.tsv, marks.tsv) and"
          + " the same as Parquet. Many read one file where bzip2 packed it.",
      "DUMP is a file, a folder with the parts of dumps, or an address that Hadoop reads. Dumps of"
          + " several wikis get a folder each. A part that is missing or comes twice, and parts of"
          + " different days, are refused; one that is cut off or damaged is named and gives exit"
          + " code 1."
    },
    footer = {"", "Example: handsel cluster facts dumps/ --master local[4] --out facts"})
final class FactsCommand implements Callable<Integer> {
  private static final int SHOWN = 10;

  @ParentCommand private @Nullable ClusterCommand parent;

  @Parameters(paramLabel = "DUMP", arity = "1..*", description = "Dumps, or folders of parts.")
  private List<String> dumps = new ArrayList<>();

  @Option(
      names = "--wiki",
      paramLabel = "CODE",
      description = "Reads them as those of this wiki (de or dewiki), whatever they say.")
  private @Nullable String wiki;

  @Mixin private SessionOptions options = new SessionOptions();

  @Override
  public Integer call() throws IOException {
    ClusterCommand cluster = Objects.requireNonNull(parent);
    boolean partial = false;
    try (Session session = options.open(cluster.err())) {
      FactsJob.Order order = new FactsJob.Order(dumps, wiki, options.out());
      for (FactsSummary summary : new FactsJob(session, order).run()) {
        partial |= summary.partial();
        cluster
            .out()
            .println(
                "%s: %,d pages of %,d parts, %,d bytes of text and markup"
                    .formatted(
                        summary.wiki(),
                        summary.reading().pages(),
                        summary.parts().size(),
                        summary.reading().bytes()));
        summary.reading().problems().stream()
            .limit(SHOWN)
            .forEach(problem -> cluster.out().println(problem.message()));
        if (!summary.advice().isEmpty()) {
          cluster.out().println(summary.advice());
        }
      }
    }
    if (partial) {
      cluster.out().println("The result is partial.");
    }
    return (partial ? Exit.PARTIAL : Exit.DONE).code();
  }
}
