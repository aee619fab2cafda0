package org.handsel.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.handsel.impact.Measurement;
import org.handsel.platform.Exit;
import org.handsel.platform.HandselException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Joins the use of a collection with years of page views.
@Command(
    name = "impact",
    description = {
      "Adds the views of all pages that use a collection's files, out of years of files of page"
          + " views, to a measurement: measures.json, pages.tsv and months.tsv are those of handsel"
          + " impact measure --pageview-files, and views by page and month as Parquet.",
      "A month without a file is a gap and never zero; a file that is damaged, comes twice or is of"
          + " a part of a month is named, and what is lost gives exit code 1."
    },
    footer = {
      "",
      "Example: handsel cluster impact by-pages --pageview-files views/ --months 120 --master"
          + " local[4] --out by-views"
    })
final class ImpactCommand implements Callable<Integer> {
  private static final int SHOWN = 10;
  private static final int MOST_MONTHS = 240;

  @ParentCommand private @Nullable ClusterCommand parent;

  @Parameters(
      paramLabel = "MEASURED",
      description = "Folder that handsel impact measure --pages (or --wiki) wrote.")
  private Path measured = Path.of("");

  @Option(
      names = "--pageview-files",
      paramLabel = "DIR",
      required = true,
      description =
          "Files of views of all pages (pageviews-202603-user.bz2, also by day or hour), also in"
              + " folders below.")
  private String views = "";

  @Option(
      names = "--months",
      paramLabel = "N",
      description = "How many, up to the last one that has ended (default: ${DEFAULT-VALUE}).")
  private int months = 12;

  @Mixin private SessionOptions options = new SessionOptions();

  @Override
  public Integer call() throws IOException {
    if (months < 1 || months > MOST_MONTHS) {
      throw HandselException.usage(
          "--months: expected 1 to %d, found \"%d\".".formatted(MOST_MONTHS, months));
    }
    ClusterCommand cluster = Objects.requireNonNull(parent);
    YearMonth present = YearMonth.now(cluster.clock());
    Measurement measurement;
    try (Session session = options.open(cluster.err())) {
      measurement =
          new ImpactJob(
                  session,
                  new ImpactJob.Order(
                      measured,
                      views,
                      present.minusMonths(months),
                      present.minusMonths(1),
                      present,
                      options.out()))
              .run();
    }
    cluster
        .out()
        .println(
            "%s: %s views in %d months"
                .formatted(
                    measurement.about().collection(),
                    measurement.value("views").map("%,d"::formatted).orElse("unknown"),
                    months));
    measurement.problems().stream().limit(SHOWN).forEach(cluster.out()::println);
    return (measurement.partial() ? Exit.PARTIAL : Exit.DONE).code();
  }
}
