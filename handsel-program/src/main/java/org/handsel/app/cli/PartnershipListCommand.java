package org.handsel.app.cli;

import java.util.List;
import java.util.Objects;
import org.handsel.partnership.talks.Card;
import org.handsel.partnership.talks.CardFilter;
import org.handsel.platform.Database;
import org.handsel.platform.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// Lists partnerships.
@Command(
    name = "list",
    description = "Lists partnerships, the most urgent first; done ones only with --state done.",
    footer = {"", "Example: handsel partnership list --stage 2 --quiet 6"})
final class PartnershipListCommand implements Runnable {
  private final Surroundings surroundings;

  @ParentCommand private @Nullable PartnershipCommand partnership;

  @Option(names = "--stage", paramLabel = "N", description = "Only in this stage, 0 to 5.")
  private @Nullable Integer stage;

  @Option(
      names = "--state",
      paramLabel = "STATE",
      description = "Only open, not-yet, paused or done ones.")
  private @Nullable String state;

  @Option(names = "--mine", description = "Only those of which you have the claim.")
  private boolean mine;

  @Option(
      names = "--quiet",
      paramLabel = "MONTHS",
      description = "Only without a contact for so many months.")
  private @Nullable Integer quiet;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "200",
      description = "How many at most (${DEFAULT-VALUE}).")
  private int limit;

  @Option(names = "--json", description = "The cards as JSON.")
  private boolean json;

  PartnershipListCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void run() {
    PartnershipCommand parent = Objects.requireNonNull(partnership);
    try (Database database = parent.database()) {
      Desk desk = Desk.on(database, surroundings.clock());
      CardFilter filter =
          CardFilter.ALL
              .inStage(stage)
              .inState(state)
              .heldBy(mine ? parent.who().id() : null)
              .quietFor(quiet);
      List<Card> cards = desk.boards().cards(filter, limit, 0);
      if (json) {
        surroundings.out().println(Json.pretty(cards));
        return;
      }
      cards.forEach(card -> surroundings.out().println(Desk.line(card)));
      int total = desk.boards().count(filter);
      if (total > cards.size()) {
        surroundings.out().printf("%,d of %,d. More with --limit.%n", cards.size(), total);
      }
      if (total == 0) {
        surroundings
            .out()
            .println("No such partnership. Begin one with handsel partnership begin.");
      }
    }
  }
}
