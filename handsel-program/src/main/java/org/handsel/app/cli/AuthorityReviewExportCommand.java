package org.handsel.app.cli;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.handsel.authority.review.Exported;
import org.handsel.authority.review.ReviewSet;
import org.handsel.authority.review.ReviewersCalibration;
import org.handsel.authority.review.Reviews;
import org.handsel.platform.Database;
import org.handsel.platform.Exit;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Writes the reviewed links.
@Command(
    name = "export",
    description = {
      "Writes links.tsv with people's word in the place of the program's, links.beacon with the"
          + " links that stand, decisions.tsv with every decision, and calibration.json.",
      "From 30 settled rows on, the other probabilities are recalibrated by what people found."
    },
    footer = {"", "Example: handsel authority review export sample --out reviewed"})
final class AuthorityReviewExportCommand implements Callable<Integer> {
  private static final int SHOWN = 10;

  private final Surroundings surroundings;

  @ParentCommand private @Nullable AuthorityReviewCommand review;

  @Parameters(paramLabel = "NAME", description = "Which links; see authority review list.")
  private String name = "";

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Folder for the results.")
  private Path out = Path.of("");

  @Option(
      names = "--prefix",
      paramLabel = "URL",
      description = "Address before the ids of the authority file, for the BEACON file.")
  private String prefix = "";

  @Option(
      names = "--target",
      paramLabel = "URL",
      description = "Address of a person with {ID} for the id, for the BEACON file.")
  private String target = "";

  @Option(names = "--json", description = "The summary as JSON.")
  private boolean json;

  AuthorityReviewExportCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    AuthorityReviewCommand parent = Objects.requireNonNull(review);
    try (Database database = parent.database()) {
      Reviews reviews = parent.reviews(database);
      ReviewSet set =
          reviews
              .find(name)
              .orElseThrow(() ->
                  HandselException.usage(
                      "review: there are no links \"%s\"; see handsel authority review list."
                          .formatted(name)));
      Exported exported = reviews.export(set, out, prefix, target);
      surroundings.out().println(json ? Json.pretty(exported) : words(exported));
    }
    return Exit.DONE.code();
  }

  private static String words(Exported exported) {
    StringBuilder text = new StringBuilder();
    text.append(
        "%,d rows: %,d links stand, %,d to look at, %,d without a link; %,d by people, %,d changed%n"
            .formatted(
                exported.rows(),
                exported.accepted(),
                exported.review(),
                exported.none(),
                exported.byPeople(),
                exported.changed()));
    ReviewersCalibration calibration = exported.judgement().calibration();
    text.append(
        !calibration.applied()
            ? "Probabilities as they were: %,d settled rows, 30 are needed to recalibrate them%n"
                .formatted(exported.judgement().rows())
            : calibration.changes()
                ? "Probabilities recalibrated by %,d settled rows (%s)%n"
                    .formatted(exported.judgement().rows(), curves(calibration))
                : "Probabilities as they were: nothing in %,d settled rows speaks strongly against them%n"
                    .formatted(exported.judgement().rows()));
    exported.conflicts().stream()
        .limit(SHOWN)
        .forEach(record ->
            text.append("Record %s has several persons; at most one is right%n".formatted(record)));
    exported.files().forEach(file -> text.append(file).append('\n'));
    return text.toString().stripTrailing();
  }

  private static String curves(ReviewersCalibration calibration) {
    ReviewersCalibration.Curve alone = calibration.alone();
    ReviewersCalibration.Curve claimed = calibration.claimed();
    return "a %.3f, b %.3f, c %.3f; where several claim a record a %.3f, b %.3f, c %.3f"
        .formatted(alone.a(), alone.b(), alone.c(), claimed.a(), claimed.b(), claimed.c());
  }
}
