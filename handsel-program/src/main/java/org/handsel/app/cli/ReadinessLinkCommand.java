package org.handsel.app.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.handsel.authority.matching.Linking;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import org.handsel.platform.Progress;
import org.handsel.readiness.link.LinkRun;
import org.handsel.readiness.link.LinkSummary;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Links the biographies of a dump to an authority file.
@Command(
    name = "link",
    description = {
      "Links the biographies of a dump to a library's authority file. Writes links.tsv and"
          + " candidates.tsv, links.beacon, edits for the wiki and statements for Wikidata"
          + " (edits/), a report for the library (library.html) and summary.json.",
      "Identifiers that stand on the pages are not used to find links, but to judge them; where"
          + " they are many, the probabilities are fitted to them.",
      "A dump or authority file that could not be read whole gives exit code 1."
    },
    footer = {
      "",
      "Example: handsel readiness link samples/wiki/dump.xml --authority"
          + " samples/authority/library.xml --out links"
    })
final class ReadinessLinkCommand implements Callable<Integer> {
  private static final int SHOWN = 10;

  private final Surroundings surroundings;

  @Parameters(paramLabel = "DUMP", description = "The dump.")
  private Path dump = Path.of("");

  @Option(
      names = "--authority",
      paramLabel = "FILE|INDEX",
      required = true,
      description = "Records of a library's authority file, or an index of them.")
  private Path authority = Path.of("");

  @Option(
      names = "--wikidata",
      paramLabel = "FILE",
      description =
          "Wikidata's entities as JSON; for statements, and for further links to judge by.")
  private @Nullable Path wikidata;

  @Option(
      names = "--accept",
      paramLabel = "P",
      description = "Probability from which a link needs no look; otherwise chosen.")
  private double accept = Linking.CHOSEN;

  @Mixin private DumpReading reading = new DumpReading();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Folder for the results.")
  private Path out = Path.of("");

  @Option(names = "--json", description = "The summary as JSON.")
  private boolean json;

  ReadinessLinkCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    String wiki = reading.wiki();
    int workers = reading.workers();
    if (accept < 0 || accept > 1) {
      throw HandselException.usage(
          "--accept: expected a probability above 0 and up to 1, found \"%s\".".formatted(accept));
    }
    AtomicBoolean stopped = new AtomicBoolean();
    LinkSummary summary;
    try (Progress progress = surroundings.progress("linking", "biographies");
        Interrupt interrupt = Interrupt.calls(() -> stopped.set(true))) {
      summary =
          LinkRun.run(
              new LinkRun.Order(dump, authority, wikidata, wiki, workers, accept, out),
              progress,
              stopped::get);
    }
    surroundings.out().println(json ? Json.pretty(summary) : words(summary));
    return summary.exit().code();
  }

  private String words(LinkSummary summary) {
    StringBuilder text = new StringBuilder();
    text.append(
        "%s: %,d biographies, %,d records: %,d accepted, %,d to look at, %,d without a link%n"
            .formatted(
                summary.wiki(),
                summary.biographies(),
                summary.records(),
                summary.accepted(),
                summary.review(),
                summary.none()));
    text.append(
        "  %,d pages named a record already; of %,d links that could be judged by it %,d agree%n"
            .formatted(summary.known(), summary.judged(), summary.agreed()));
    text.append(
        "  %,d new links: %,d edits, %,d statements for Wikidata%n"
            .formatted(summary.fresh(), summary.edits(), summary.statements()));
    text.append(
        "  for the library: %s%n"
            .formatted(
                String.join(
                    ", ",
                    summary.library().entrySet().stream()
                        .map(note -> "%s %,d".formatted(note.getKey(), note.getValue()))
                        .toList())));
    summary.remarks().forEach(line -> text.append(line).append('\n'));
    summary.problems().stream().limit(SHOWN).forEach(line -> text.append(line).append('\n'));
    return text.append("Links: ").append(out.resolve("links.tsv")).toString();
  }
}
