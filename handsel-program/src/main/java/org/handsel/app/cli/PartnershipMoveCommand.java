package org.handsel.app.cli;

import java.util.Objects;
import org.handsel.partnership.talks.Moved;
import org.handsel.partnership.talks.Partnership;
import org.handsel.partnership.talks.RevisitPlan;
import org.handsel.platform.Database;
import org.handsel.platform.EditConflict;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import org.handsel.platform.Who;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Moves a partnership on the board.
@Command(
    name = "move",
    description =
        "Moves a partnership to another stage (0 to 5) or state (open, not-yet, paused, done).",
    footer = {"", "Example: handsel partnership move Bundesarchiv 2"})
final class PartnershipMoveCommand implements Runnable {
  private final Surroundings surroundings;

  @ParentCommand private @Nullable PartnershipCommand partnership;

  @Mixin private PartnershipParameter subject = new PartnershipParameter();

  @Parameters(
      index = "1",
      paramLabel = "WHERE",
      description = "0 to 5, open, not-yet, paused or done.")
  private String where = "";

  @Option(
      names = "--because",
      paramLabel = "REASON",
      defaultValue = "",
      description = "Why; needed when the column is full.")
  private String reason = "";

  @Option(
      names = "--months",
      paramLabel = "N",
      description = "With not-yet and paused: when to come back.")
  private @Nullable Integer months;

  @Option(names = "--json", description = "The partnership as JSON.")
  private boolean json;

  PartnershipMoveCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void run() {
    PartnershipCommand parent = Objects.requireNonNull(partnership);
    try (Database database = parent.database()) {
      Desk desk = Desk.on(database, surroundings.clock());
      Partnership moved = moved(desk, parent.who(), desk.partnerships().named(subject.named));
      surroundings.out().println(json ? Json.pretty(moved) : Desk.line(desk.card(moved)));
    } catch (EditConflict conflict) {
      throw HandselException.input(String.valueOf(conflict.getMessage()));
    }
  }

  private Partnership moved(Desk desk, Who who, Partnership from) {
    String id = from.id();
    long version = from.version();
    return switch (where) {
      case "not-yet" ->
          desk.stages().notYet(who, id, version, new RevisitPlan("refusal", months, null, reason));
      case "paused" ->
          desk.stages()
              .pause(who, id, version, new RevisitPlan("interrupted", months, null, reason));
      case "done" -> desk.stages().finish(who, id, version, reason);
      case "open" -> there(desk.stages().reopen(who, id, version, reason));
      default -> there(desk.stages().move(who, id, version, stage(), reason));
    };
  }

  private int stage() {
    if (!where.matches("[0-5]")) {
      throw HandselException.usage(
          "where to: expected 0 to 5, open, not-yet, paused or done, found \"%s\"."
              .formatted(where));
    }
    return Integer.parseInt(where);
  }

  private static Partnership there(Moved moved) {
    return switch (moved) {
      case Moved.There done -> done.partnership();
      case Moved.Full full -> throw Desk.stopped(full.column());
    };
  }
}
