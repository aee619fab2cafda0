package org.handsel.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.handsel.authority.matching.Linking;
import org.handsel.authority.review.ReviewSet;
import org.handsel.authority.review.Reviewed;
import org.handsel.authority.review.Reviews;
import org.handsel.platform.Database;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import org.handsel.readiness.link.LinkRun;
import org.handsel.readiness.link.LinkSummary;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Links the biographies of a dump to an authority file.
@Command(
    name = "link",
    description = {
      "Links the biographies of a dump to a library's authority file. Writes links.tsv and"
          + " candidates.tsv, links.beacon, edits for the wiki and statements for Wikidata"
          + " (edits/), a report for the library (library.html) and summary.json.",
      "Identifiers that stand on the pages are not used to find links, but to judge them; where"
          + " they are many, the probabilities are fitted to them.",
      "With --reviewed, people's word comes before the program's, and from 30 settled biographies"
          + " on the probabilities of the others are fitted to it, too.",
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

  @ParentCommand private @Nullable ReadinessCommand readiness;

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

  @Option(
      names = "--reviewed",
      paramLabel = "NAME",
      description =
          "Links that people looked at (authority review import); their decisions count and teach."
              + " May be given several times.")
  private List<String> reviewed = List.of();

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
    Reviewed people = people();
    try (Interrupt interrupt = Interrupt.calls(() -> stopped.set(true))) {
      summary =
          LinkRun.run(
              new LinkRun.Order(dump, authority, wikidata, wiki, workers, accept, people, out),
              surroundings::progress,
              stopped::get);
    }
    surroundings.out().println(json ? Json.pretty(summary) : words(summary));
    return summary.exit().code();
  }

  /// What people said of the sets that were named.
  private Reviewed people() {
    if (reviewed.isEmpty()) {
      return Reviewed.NONE;
    }
    HandselCommand handsel = Objects.requireNonNull(readiness).handsel();
    try (Database database =
        Database.open(handsel.workspace(), handsel.settings(), surroundings.clock())) {
      Reviews reviews = new Reviews(database, surroundings.clock());
      List<ReviewSet> sets = new ArrayList<>();
      for (String name : reviewed) {
        ReviewSet set =
            reviews
                .find(name)
                .orElseThrow(() ->
                    HandselException.usage(
                        "--reviewed: there are no links \"%s\"; see handsel authority review list."
                            .formatted(name)));
        if (set.links().equals(out.toAbsolutePath().normalize())) {
          throw HandselException.usage(
              "--out: people still look at the links in %s (\"%s\"). Choose another folder."
                  .formatted(out, set.name()));
        }
        sets.add(set);
      }
      return reviews.reviewed(sets);
    }
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
        "  %,d pages named a record already; of %,d links that could be judged %,d are right%n"
            .formatted(summary.known(), summary.judged(), summary.agreed()));
    if (!reviewed.isEmpty()) {
      text.append(
          "  %,d biographies as people decided; %,d of them judge the others%n"
              .formatted(summary.byPeople(), summary.settled()));
    }
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
