package org.handsel.app.cli;

import java.util.ArrayList;
import java.util.List;
import org.handsel.partnership.commitment.Commitment;
import org.handsel.partnership.commitment.CommitmentDraft;
import org.handsel.partnership.commitment.Commitments;
import org.handsel.partnership.commitment.Promised;
import org.handsel.partnership.talks.Partnership;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import org.handsel.platform.Who;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The ledger of commitments.
@Command(
    name = "commit",
    description = {
      "Promises something, or shows what was promised.",
      "A promise that nobody can keep, or for which the hours are not there, is stopped with the"
          + " reason (exit 2); --wish notes it without binding anybody."
    },
    footer = {
      "",
      "Example: handsel partnership commit Bundesarchiv 'Return corrections as a table' --kind"
          + " corrections --keeper Ada --due 2027-06-30 --every 3 --hours 4 --from Ada"
    })
final class PartnershipCommitCommand extends OfficeCommand {
  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "TEXT",
      description = "What is promised; without it the ledger is shown.")
  private @Nullable String text;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      defaultValue = "other",
      description =
          "link-records, corrections, statistics, find-volunteers, upload, event, digitisation,"
              + " contact, files, licence or other (${DEFAULT-VALUE}).")
  private String kind = "";

  @Option(
      names = "--side",
      paramLabel = "SIDE",
      defaultValue = "community",
      description = "community or institution (${DEFAULT-VALUE}).")
  private String side = "";

  @Option(names = "--keeper", paramLabel = "NAME", description = "Who keeps it; otherwise you.")
  private @Nullable String keeper;

  @Option(names = "--due", paramLabel = "DAY", description = "By when; the last time with --every.")
  private @Nullable String due;

  @Option(names = "--hours", paramLabel = "N", description = "Hours that it takes, each time.")
  private long hours;

  @Option(
      names = "--from",
      paramLabel = "CAPACITY",
      description = "Whose time; see handsel partnership capacity.")
  private String capacity = "";

  @Option(
      names = "--call",
      paramLabel = "ID",
      description = "The call whose volunteers answer for it; see handsel partnership volunteers.")
  private @Nullable String call;

  @Option(names = "--every", paramLabel = "MONTHS", description = "It recurs.")
  private @Nullable Integer every;

  @Option(names = "--wish", description = "Only note that it is wished.")
  private boolean wish;

  @Option(names = "--because", paramLabel = "REASON", description = "Why it is dropped or wished.")
  private String reason = "";

  @ArgGroup private @Nullable Act act;

  @Option(names = "--json", description = "The same as JSON.")
  private boolean json;

  /// What to do with a commitment.
  static final class Act {
    @Option(names = "--agree", paramLabel = "ID", description = "Promise a wish.")
    private @Nullable String agree;

    @Option(names = "--kept", paramLabel = "ID", description = "It was kept.")
    private @Nullable String kept;

    @Option(names = "--drop", paramLabel = "ID", description = "Give it up; needs --because.")
    private @Nullable String drop;
  }

  PartnershipCommitCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void run(PartnershipCommand parent, Office office, Partnership found) {
    if (act != null) {
      print(List.of(act(office, parent.who(), act)));
    } else if (text != null) {
      print(List.of(add(office, found, parent.who(), text)));
    } else {
      print(office.commitments().of(found.id()));
      for (Commitments.Uncovered one : office.commitments().uncovered(found.id())) {
        surroundings
            .err()
            .println(
                "not covered any more: %s – %s"
                    .formatted(one.commitment().text(), one.reason().en()));
      }
    }
  }

  private void print(List<Commitment> commitments) {
    if (json) {
      surroundings.out().println(Json.pretty(commitments));
    } else if (commitments.isEmpty()) {
      surroundings.out().println("Nothing is promised.");
    } else {
      commitments.forEach(one -> surroundings.out().println(Office.line(one)));
    }
  }

  private Commitment add(Office office, Partnership found, Who who, String what) {
    if (due == null) {
      throw HandselException.usage("--due: expected by when, found nothing.");
    }
    CommitmentDraft draft =
        new CommitmentDraft(
            found.id(),
            side,
            kind,
            EntryOptions.text(surroundings, what),
            keeper == null ? who.name() : keeper,
            office.desk().day(due),
            hours,
            capacity,
            call == null ? null : office.call(found, call).id(),
            every);
    return wish
        ? office.commitments().wish(who, draft, reason)
        : agreed(office.commitments().promise(who, draft));
  }

  private Commitment act(Office office, Who who, Act acting) {
    Commitments ledger = office.commitments();
    List<String> ids = new ArrayList<>();
    for (@Nullable String id : new @Nullable String[] {acting.agree, acting.kept, acting.drop}) {
      if (id != null) {
        ids.add(id);
      }
    }
    Commitment meant = ledger.named(ids.getFirst());
    if (acting.agree != null) {
      return agreed(ledger.agree(who, meant.id(), meant.version()));
    }
    return acting.kept != null
        ? ledger.keep(who, meant.id(), meant.version(), reason)
        : ledger.drop(who, meant.id(), meant.version(), reason);
  }

  private static Commitment agreed(Promised promised) {
    return switch (promised) {
      case Promised.Agreed agreed -> agreed.commitment();
      case Promised.Stopped stop -> throw Office.stopped(stop);
    };
  }
}
