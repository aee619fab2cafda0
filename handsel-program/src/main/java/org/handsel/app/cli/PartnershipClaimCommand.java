package org.handsel.app.cli;

import java.util.Objects;
import org.handsel.partnership.talks.ClaimNotice;
import org.handsel.partnership.talks.Claimed;
import org.handsel.partnership.talks.Partnership;
import org.handsel.platform.Database;
import org.handsel.platform.Json;
import org.handsel.platform.Who;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// Takes or gives back a claim.
@Command(
    name = "claim",
    description = "Says that you speak with this institution now; every contact prolongs it.",
    footer = {"", "Example: handsel partnership claim Bundesarchiv"})
final class PartnershipClaimCommand implements Runnable {
  private final Surroundings surroundings;

  @ParentCommand private @Nullable PartnershipCommand partnership;

  @Mixin private PartnershipParameter subject = new PartnershipParameter();

  @Option(names = "--release", description = "Gives the claim back.")
  private boolean release;

  @Option(
      names = "--because",
      paramLabel = "REASON",
      description = "Why you take over or end somebody else's claim; both of you are told.")
  private @Nullable String reason;

  @Option(names = "--json", description = "The claim as JSON.")
  private boolean json;

  PartnershipClaimCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void run() {
    PartnershipCommand parent = Objects.requireNonNull(partnership);
    try (Database database = parent.database()) {
      Desk desk = Desk.on(database, surroundings.clock());
      Partnership found = desk.partnerships().named(subject.named);
      Who who = parent.who();
      if (release) {
        desk.claims().release(who, found.institution(), reason);
        surroundings.out().println(json ? "null" : "Nobody has the claim now.");
        return;
      }
      switch (desk.claims().take(who, found.institution(), reason)) {
        case Claimed.Taken taken ->
            surroundings
                .out()
                .println(
                    json
                        ? Json.pretty(taken.claim())
                        : "Yours until %s; every contact prolongs it."
                            .formatted(taken.claim().expiresOn()));
        case ClaimNotice notice -> throw Desk.stopped(notice);
      }
    }
  }
}
