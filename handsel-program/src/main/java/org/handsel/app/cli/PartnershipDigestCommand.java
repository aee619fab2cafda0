package org.handsel.app.cli;

import java.util.Objects;
import org.handsel.partnership.talks.Digest;
import org.handsel.platform.Database;
import org.handsel.platform.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// Says what is to be done.
@Command(
    name = "digest",
    description = "Says what you have to do: come back, next steps, claims that run out, events.",
    footer = {"", "Example: handsel partnership digest"})
final class PartnershipDigestCommand implements Runnable {
  private final Surroundings surroundings;

  @ParentCommand private @Nullable PartnershipCommand partnership;

  @Option(names = "--day", paramLabel = "DAY", description = "For another day than today.")
  private @Nullable String day;

  @Option(names = "--json", description = "The digest as JSON.")
  private boolean json;

  PartnershipDigestCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void run() {
    PartnershipCommand parent = Objects.requireNonNull(partnership);
    try (Database database = parent.database()) {
      Desk desk = Desk.on(database, surroundings.clock());
      Digest digest = desk.digests().of(parent.who(), desk.day(day));
      surroundings.out().print(json ? Json.pretty(digest) + System.lineSeparator() : digest.text());
    }
  }
}
