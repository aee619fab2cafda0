package org.handsel.app.cli;

import java.util.Objects;
import org.handsel.partnership.talks.Answer;
import org.handsel.partnership.talks.ClaimNotice;
import org.handsel.partnership.talks.Direction;
import org.handsel.partnership.talks.Entry;
import org.handsel.partnership.talks.EntryDraft;
import org.handsel.partnership.talks.EntryKind;
import org.handsel.partnership.talks.Logged;
import org.handsel.partnership.talks.NextStep;
import org.handsel.partnership.talks.Partnership;
import org.handsel.platform.Database;
import org.handsel.platform.Json;
import org.handsel.platform.Who;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Logs what happened.
@Command(
    name = "log",
    description =
        "Logs a mail, call, meeting, event, letter, note or answer. A \"no\" makes the partnership"
            + " not-yet, with a day to come back.",
    footer = {
      "",
      "Example: handsel partnership log Bundesarchiv 'Called the director' --kind call --next 'send"
          + " examples' --due 2026-12-01"
    })
final class PartnershipLogCommand implements Runnable {
  private final Surroundings surroundings;

  @ParentCommand private @Nullable PartnershipCommand partnership;

  @Mixin private PartnershipParameter subject = new PartnershipParameter();

  @Parameters(
      index = "1",
      paramLabel = "TEXT",
      arity = "0..1",
      defaultValue = "",
      description = "What happened, or the letter; - reads it from the standard input.")
  private String text = "";

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      defaultValue = "note",
      description = "mail, call, meeting, event, letter, note (${DEFAULT-VALUE}).")
  private String kind = "";

  @Option(names = "--in", description = "It came from the institution.")
  private boolean incoming;

  @Option(
      names = "--answer",
      paramLabel = "ANSWER",
      description = "The institution's answer: yes, no, no-but or none.")
  private @Nullable String answer;

  @Option(names = "--done", description = "The next steps noted before are done.")
  private boolean done;

  @Option(names = "--json", description = "The entry as JSON.")
  private boolean json;

  @Mixin private EntryOptions options = new EntryOptions();

  PartnershipLogCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void run() {
    PartnershipCommand parent = Objects.requireNonNull(partnership);
    try (Database database = parent.database()) {
      Desk desk = Desk.on(database, surroundings.clock());
      Partnership found = desk.partnerships().named(subject.named);
      Who who = parent.who();
      switch (desk.timeline().log(who, draft(desk, who, found), options.reason())) {
        case ClaimNotice notice -> throw Desk.stopped(notice);
        case Logged.Entered entered -> entered(desk, who, found, entered.entry());
      }
    }
  }

  private EntryDraft draft(Desk desk, Who who, Partnership found) {
    String what = EntryOptions.text(surroundings, text);
    EntryDraft draft =
        answer != null
            ? EntryDraft.answer(found.id(), options.day(desk), Answer.of(answer), what)
            : EntryDraft.of(found.id(), options.day(desk), EntryKind.of(kind), direction(), what);
    draft = draft.withPeople(options.people()).withFiles(options.attachments());
    String next = options.next();
    return next == null ? draft : draft.with(NextStep.open(next, options.due(desk), who));
  }

  private Direction direction() {
    if (incoming) {
      return Direction.IN;
    }
    return kind.equals("meeting") || kind.equals("event") ? Direction.BOTH : Direction.OUT;
  }

  private void entered(Desk desk, Who who, Partnership found, Entry entry) {
    if (done) {
      for (Entry step : desk.timeline().openSteps(found.id())) {
        if (!step.id().equals(entry.id())) {
          desk.timeline().stepDone(who, step.id());
        }
      }
    }
    if (json) {
      surroundings.out().println(Json.pretty(entry));
      return;
    }
    surroundings.out().println("Logged: " + Desk.line(entry));
    desk.revisits()
        .of(found.id())
        .ifPresent(revisit ->
            surroundings.out().printf("Come back on %s. %s%n", revisit.on(), revisit.reason()));
  }

  static String step(Entry entry) {
    NextStep step = Objects.requireNonNull(entry.step());
    return "%s (%s%s)"
        .formatted(
            step.text(), step.owner().name(), step.due() == null ? "" : ", by " + step.due());
  }
}
