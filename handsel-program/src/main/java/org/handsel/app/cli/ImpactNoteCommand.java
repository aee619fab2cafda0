package org.handsel.app.cli;

import org.handsel.partnership.talks.Partnership;
import org.handsel.platform.HandselException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What somebody saw of a partnership.
@Command(
    name = "note",
    description = {
      "Notes what somebody saw, from which early warnings are made:",
      "satisfaction (1 to 5), inquiries (a month, --of the capacity), deletion (files up for it),",
      "credit-sample (reuses with correct credit, --of the sample), wish, review and renegotiation",
      "(the day of it, which may still come)."
    },
    footer = {
      "",
      "Example: handsel impact note 'Skarvik Maritime Museum' satisfaction --value 4 --note 'by"
          + " phone'"
    })
final class ImpactNoteCommand extends StewardCommand {
  @Parameters(index = "1", arity = "0..1", paramLabel = "KIND", description = "What was seen.")
  private @Nullable String kind;

  @Option(names = "--value", paramLabel = "N", description = "The number.")
  private @Nullable Double value;

  @Option(names = "--of", paramLabel = "N", description = "What the number is out of.")
  private @Nullable Double whole;

  @Option(names = "--on", paramLabel = "DAY", description = "When; otherwise today.")
  private @Nullable String day;

  @Option(names = "--note", paramLabel = "TEXT", description = "Who says so, and what it means.")
  private String note = "";

  @Option(names = "--remove", paramLabel = "ID", description = "Take a note back.")
  private @Nullable String removed;

  ImpactNoteCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void run(ImpactCommand parent, StewardDesk steward, Partnership found) {
    if (removed != null) {
      steward.stewardship().withdrawObservation(parent.who(), found.id(), removed);
      surroundings.out().println("Taken back.");
      return;
    }
    if (kind == null) {
      throw HandselException.usage(
          "handsel impact note: what was seen? Give a kind; --help names them.");
    }
    var seen =
        steward
            .stewardship()
            .observe(parent.who(), found.id(), kind, steward.desk().day(day), value, whole, note);
    surroundings.out().println("%s  %s  %s".formatted(seen.id(), seen.day(), seen.kind()));
    steward
        .look(found)
        .warnings()
        .forEach(one ->
            surroundings.out().println("  ! %s. %s".formatted(one.text().en(), one.advice().en())));
  }
}
