package org.handsel.app.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.handsel.platform.Exit;
import org.handsel.platform.HandselException;
import org.handsel.platform.Progress;
import org.handsel.readiness.sample.SampleOrder;
import org.handsel.readiness.sample.SampleResult;
import org.handsel.readiness.sample.SampleWiki;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Writes a made-up wiki in which every defect is known.
@Command(
    name = "sample",
    description = {
      "Writes the dump of a made-up wiki of any size, shaped like the German Wikipedia, in which"
          + " every defect is known: truth.tsv lists them, near-misses.tsv lists pages that only"
          + " look like one. authority.jsonl and wikidata.jsonl hold what a library and Wikidata"
          + " know of its people. To try the audits before a real dump is fetched, to teach them,"
          + " to measure them. The same options give the same bytes."
    },
    footer = {
      "",
      "Example: handsel readiness sample --articles 2000 --defects 5 --out sample-wiki"
    })
final class ReadinessSampleCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder to write.")
  private Path out = Path.of("");

  @Option(names = "--articles", paramLabel = "N", description = "Articles; otherwise 2000.")
  private int articles = 2_000;

  @Option(
      names = "--categories",
      paramLabel = "N",
      description = "Subject categories; otherwise one for five articles.")
  private @Nullable Integer categories;

  @Option(
      names = "--words",
      paramLabel = "N",
      description = "Words of running text in an article, on average; otherwise 200.")
  private int words = 200;

  @Option(
      names = "--defects",
      paramLabel = "N",
      description = "Defects for each audit, and as many near-misses; otherwise 5.")
  private int defects = 5;

  @Option(names = "--seed", paramLabel = "N", description = "Another number is another wiki.")
  private long seed = 1;

  @Option(
      names = "--edition",
      paramLabel = "N",
      description =
          "2: the same wiki some time later; changes.tsv says what was mended and is new.")
  private int edition = 1;

  @Option(names = "--format", paramLabel = "V", description = "Export format 0.10 or 0.11.")
  private String format = "0.11";

  @Option(
      names = "--pack",
      paramLabel = "HOW",
      description = "none, bz2 (one stream) or multistream; otherwise none.")
  private String pack = "none";

  @Option(
      names = "--sql",
      paramLabel = "LAYOUT",
      description = "Tables of the database: none, old (cl_to) or new (linktarget).")
  private String sql = "none";

  ReadinessSampleCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    SampleOrder order =
        new SampleOrder(
            out,
            seed,
            articles,
            categories == null ? Math.max(30, articles / 5) : categories,
            words,
            defects,
            edition,
            choice(
                "--format",
                format,
                Map.of("0.10", SampleOrder.Version.V0_10, "0.11", SampleOrder.Version.V0_11)),
            choice(
                "--pack",
                pack,
                Map.of(
                    "none", SampleOrder.Packing.PLAIN,
                    "bz2", SampleOrder.Packing.BZIP2,
                    "multistream", SampleOrder.Packing.MULTISTREAM)),
            choice(
                "--sql",
                sql,
                Map.of(
                    "none", SampleOrder.Tables.NONE,
                    "old", SampleOrder.Tables.OLD,
                    "new", SampleOrder.Tables.NEW)));
    AtomicBoolean stopped = new AtomicBoolean();
    SampleResult result;
    try (Progress progress = surroundings.progress("writing the wiki", "articles");
        Interrupt interrupt = Interrupt.calls(() -> stopped.set(true))) {
      result = SampleWiki.write(order, progress, stopped::get);
    }
    surroundings
        .out()
        .println(
            "%s: %,d pages, %,d bytes of XML, %,d memberships, %,d defects of %d kinds (%s)"
                .formatted(
                    order.dump(),
                    result.pages(),
                    result.bytes(),
                    result.memberships(),
                    result.planted().values().stream().mapToInt(Integer::intValue).sum(),
                    result.planted().size(),
                    order.truth().getFileName()));
    if (stopped.get()) {
      surroundings.out().println("Stopped: the wiki is smaller than ordered.");
      return Exit.PARTIAL.code();
    }
    return Exit.DONE.code();
  }

  private static <T> T choice(String option, String found, Map<String, T> choices) {
    T chosen = choices.get(found);
    if (chosen == null) {
      throw HandselException.usage(
          "%s: expected %s, found \"%s\"."
              .formatted(
                  option, String.join(" or ", choices.keySet().stream().sorted().toList()), found));
    }
    return chosen;
  }
}
