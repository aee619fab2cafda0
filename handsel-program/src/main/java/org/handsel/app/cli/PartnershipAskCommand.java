package org.handsel.app.cli;

import java.util.Objects;
import org.handsel.partnership.talks.ClaimNotice;
import org.handsel.partnership.talks.Direction;
import org.handsel.partnership.talks.EntryDraft;
import org.handsel.partnership.talks.EntryKind;
import org.handsel.partnership.talks.Logged;
import org.handsel.partnership.talks.NextStep;
import org.handsel.partnership.talks.Partnership;
import org.handsel.partnership.talks.Revisit;
import org.handsel.platform.Database;
import org.handsel.platform.Json;
import org.handsel.platform.Who;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Records a request.
@Command(
    name = "ask",
    description =
        "Records what you ask an institution for, with the day to ask again when no answer comes.",
    footer = {
      "",
      "Example: handsel partnership ask Bundesarchiv '90,000 photographs under CC BY-SA' --kind"
          + " letter"
    })
final class PartnershipAskCommand implements Runnable {
  private final Surroundings surroundings;

  @ParentCommand private @Nullable PartnershipCommand partnership;

  @Mixin private PartnershipParameter subject = new PartnershipParameter();

  @Parameters(
      index = "1",
      paramLabel = "TEXT",
      description = "What you ask for; - reads the letter from the standard input.")
  private String text = "";

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      defaultValue = "mail",
      description = "mail or letter (${DEFAULT-VALUE}).")
  private String kind = "";

  @Option(
      names = "--again",
      paramLabel = "MONTHS",
      description = "Months until you ask again when no answer comes.")
  private @Nullable Integer again;

  @Option(names = "--json", description = "Entry and revisit as JSON.")
  private boolean json;

  @Mixin private EntryOptions options = new EntryOptions();

  PartnershipAskCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  private record Asked(org.handsel.partnership.talks.Entry entry, Revisit revisit) {}

  @Override
  public void run() {
    PartnershipCommand parent = Objects.requireNonNull(partnership);
    try (Database database = parent.database()) {
      Desk desk = Desk.on(database, surroundings.clock());
      Partnership found = desk.partnerships().named(subject.named);
      Who who = parent.who();
      switch (desk.timeline().ask(who, draft(desk, who, found), again, options.reason())) {
        case ClaimNotice notice -> throw Desk.stopped(notice);
        case Logged.Entered entered -> {
          Revisit revisit = desk.revisits().of(found.id()).orElseThrow();
          surroundings
              .out()
              .println(
                  json
                      ? Json.pretty(new Asked(entered.entry(), revisit))
                      : "Asked: %s%nWithout an answer ask again on %s. %s"
                          .formatted(Desk.line(entered.entry()), revisit.on(), revisit.reason()));
        }
      }
    }
  }

  private EntryDraft draft(Desk desk, Who who, Partnership found) {
    String next = options.next();
    return EntryDraft.of(
            found.id(),
            options.day(desk),
            EntryKind.of(kind),
            Direction.OUT,
            EntryOptions.text(surroundings, text))
        .withPeople(options.people())
        .withFiles(options.attachments())
        .with(
            NextStep.open(
                next == null ? "see whether an answer came" : next, options.due(desk), who));
  }
}
