package org.handsel.app.cli;

import java.nio.file.Path;
import java.util.Objects;
import org.handsel.platform.Database;
import org.handsel.platform.DurableFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// Writes the calendar feed.
@Command(
    name = "calendar",
    description = "Writes your days as iCalendar, which calendar programs read.",
    footer = {"", "Example: handsel partnership calendar --out handsel.ics"})
final class PartnershipCalendarCommand implements Runnable {
  private final Surroundings surroundings;

  @ParentCommand private @Nullable PartnershipCommand partnership;

  @Option(names = "--out", paramLabel = "FILE", description = "File; otherwise standard output.")
  private @Nullable Path file;

  PartnershipCalendarCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void run() {
    PartnershipCommand parent = Objects.requireNonNull(partnership);
    try (Database database = parent.database()) {
      String feed = Desk.on(database, surroundings.clock()).feed().of(parent.who());
      if (file == null) {
        surroundings.out().print(feed);
        return;
      }
      DurableFiles.replace(file, feed);
      surroundings.out().println("Calendar: " + file.toAbsolutePath());
    }
  }
}
