package org.handsel.app.cli;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.handsel.authority.review.ReviewSet;
import org.handsel.platform.Database;
import org.handsel.platform.Exit;
import org.handsel.platform.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// Says how far people are.
@Command(
    name = "list",
    description = "Lists the links that people look at, and how far they are.",
    footer = {"", "Example: handsel authority review list"})
final class AuthorityReviewListCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @ParentCommand private @Nullable AuthorityReviewCommand review;

  @Option(names = "--json", description = "The sets as JSON.")
  private boolean json;

  AuthorityReviewListCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    AuthorityReviewCommand parent = Objects.requireNonNull(review);
    try (Database database = parent.database()) {
      List<ReviewSet> sets = parent.reviews(database).all();
      if (json) {
        surroundings.out().println(Json.pretty(sets));
        return Exit.DONE.code();
      }
      for (ReviewSet set : sets) {
        ReviewSet.Counts counts = set.counts();
        surroundings
            .out()
            .println(
                "%s: %,d of %,d settled (%,d accepted, %,d rejected), %,d contested, %,d open"
                    .formatted(
                        set.name(),
                        counts.settled(),
                        counts.items(),
                        counts.accepted(),
                        counts.rejected(),
                        counts.contested(),
                        counts.open()));
      }
      if (sets.isEmpty()) {
        surroundings
            .out()
            .println("No links to look at yet; authority review import takes some in.");
      }
    }
    return Exit.DONE.code();
  }
}
