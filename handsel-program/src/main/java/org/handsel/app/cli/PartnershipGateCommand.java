package org.handsel.app.cli;

import org.handsel.partnership.agreement.GateState;
import org.handsel.partnership.agreement.GateView;
import org.handsel.partnership.agreement.Rung;
import org.handsel.partnership.talks.Partnership;
import org.handsel.platform.Json;
import org.handsel.platform.Who;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The checklist before files in copyright are uploaded.
@Command(
    name = "gate",
    description = {
      "The checklist that stands before files in copyright are uploaded, and answers to it.",
      "An open item stops \"handsel release run\" for such files."
    },
    footer = {
      "",
      "Example: handsel partnership gate Bundesarchiv --meet credit-line --note 'Bundesarchiv,"
          + " signature / author / CC-BY-SA 3.0'"
    })
final class PartnershipGateCommand extends OfficeCommand {
  @ArgGroup private @Nullable Act act;

  /// What to do with which item.
  static final class Act {
    @Option(names = "--meet", paramLabel = "ITEM", description = "The item is met; needs --note.")
    private @Nullable String meet;

    @Option(
        names = "--waive",
        paramLabel = "ITEM",
        description = "The item is not needed here; needs --note with the reason.")
    private @Nullable String waive;

    @Option(names = "--reopen", paramLabel = "ITEM", description = "The item is open again.")
    private @Nullable String reopen;
  }

  @Option(
      names = "--note",
      paramLabel = "TEXT",
      description = "How it is met or why it is waived; drafts are written from it.")
  private String note = "";

  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "The lawyer who looked at it, or who explained it.")
  private @Nullable String by;

  @Option(names = "--on", paramLabel = "DAY", description = "When; otherwise today.")
  private @Nullable String day;

  @Option(names = "--json", description = "The same as JSON.")
  private boolean json;

  PartnershipGateCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void run(PartnershipCommand parent, Office office, Partnership found) {
    act(office, found, parent.who());
    GateView gate = office.gatekeeper().of(found.id());
    if (json) {
      surroundings.out().println(Json.pretty(gate));
      return;
    }
    for (GateState state : gate.items()) {
      surroundings.out().println(Office.line(state));
      if (state.open()) {
        surroundings.out().println("         " + state.item().why().en());
      }
    }
    surroundings.out().println(verdict(gate));
  }

  private void act(Office office, Partnership found, Who who) {
    if (act == null) {
      return;
    }
    if (act.meet != null) {
      office.gatekeeper().meet(who, found.id(), act.meet, note, by, office.desk().day(day));
    } else if (act.waive != null) {
      office.gatekeeper().waive(who, found.id(), act.waive, note);
    } else if (act.reopen != null) {
      office.gatekeeper().reopen(who, found.id(), act.reopen);
    }
  }

  static String verdict(GateView gate) {
    Rung rung = gate.agreement().rung();
    if (rung == null) {
      return "The gate is shut: nobody has said yet which agreement is needed (handsel partnership"
          + " agree).";
    }
    if (rung == Rung.NONE_NEEDED) {
      return "The gate is open: no agreement is needed. " + gate.agreement().evidence();
    }
    return gate.passed()
        ? "The gate is open: files in copyright may be uploaded."
        : "The gate is shut: %d of %d items are open."
            .formatted(gate.open().size(), gate.items().size());
  }
}
