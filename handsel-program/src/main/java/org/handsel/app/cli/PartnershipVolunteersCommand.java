package org.handsel.app.cli;

import java.util.List;
import org.handsel.partnership.commitment.Staffing;
import org.handsel.partnership.effort.VolunteerCall;
import org.handsel.partnership.talks.Partnership;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import org.handsel.platform.Who;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Calls for volunteers, and whether they suffice.
@Command(
    name = "volunteers",
    description = {
      "Calls for volunteers, who signed up, and whether volunteers suffice, the chapter has to help"
          + " or somebody has to be paid.",
    },
    footer = {
      "",
      "Example: handsel partnership volunteers Bundesarchiv --call 'Link persons to articles'"
          + " --hours 120 --until 2027-03-31"
    })
final class PartnershipVolunteersCommand extends OfficeCommand {
  @ArgGroup private @Nullable Act act;

  /// What to do.
  static final class Act {
    @Option(
        names = "--call",
        paramLabel = "TASK",
        description = "Call for volunteers; needs --hours and --until.")
    private @Nullable String call;

    @Option(
        names = "--sign-up",
        paramLabel = "NAME",
        description = "Sign somebody up; needs --hours, and --to where there are several calls.")
    private @Nullable String signUp;

    @Option(
        names = "--withdraw",
        paramLabel = "ID",
        description = "Take a sign-up back; the name is forgotten.")
    private @Nullable String withdraw;
  }

  @Option(names = "--hours", paramLabel = "N", description = "Hours.")
  private long hours;

  @Option(names = "--until", paramLabel = "DAY", description = "By when they are needed.")
  private @Nullable String until;

  @Option(names = "--to", paramLabel = "CALL", defaultValue = "", description = "The call.")
  private String to = "";

  @Option(names = "--json", description = "The same as JSON.")
  private boolean json;

  PartnershipVolunteersCommand(Surroundings surroundings) {
    super(surroundings);
  }

  private record Shown(List<VolunteerCall> calls, Staffing staffing) {}

  @Override
  void run(PartnershipCommand parent, Office office, Partnership found) {
    act(office, found, parent.who());
    List<VolunteerCall> calls = office.volunteers().of(found.id());
    Staffing staffing = office.staffings().of(found.id());
    if (json) {
      surroundings.out().println(Json.pretty(new Shown(calls, staffing)));
      return;
    }
    for (VolunteerCall call : calls) {
      surroundings.out().println(Office.line(call));
      for (VolunteerCall.SignUp one : call.signUps()) {
        surroundings.out().printf("  %s  %s, %d h%n", one.id(), one.name(), one.hours());
      }
    }
    surroundings.out().println(verdict(staffing));
  }

  private void act(Office office, Partnership found, Who who) {
    if (act == null) {
      return;
    }
    if (act.call != null) {
      if (until == null) {
        throw HandselException.usage("--until: expected by when volunteers are needed.");
      }
      office.volunteers().call(who, found.id(), act.call, hours, office.desk().day(until));
    } else if (act.signUp != null) {
      office.volunteers().signUp(who, office.call(found, to).id(), act.signUp, hours);
    } else if (act.withdraw != null) {
      office.volunteers().withdraw(who, act.withdraw);
    }
  }

  static String verdict(Staffing staffing) {
    String rests =
        staffing.forecast().own()
            ? "own cases"
            : "partly or wholly the average of others, 4 people for 3 months";
    return switch (staffing.verdict()) {
      case "volunteers" ->
          "Volunteers suffice: %d hours are still to come (%s), they signed up for %d."
              .formatted(staffing.needed(), rests, staffing.signedUp());
      case "chapter" ->
          "The chapter has to help: %d hours are still to come (%s), volunteers signed up for %d, and %d are free in the next %d months."
              .formatted(
                  staffing.needed(),
                  rests,
                  staffing.signedUp(),
                  staffing.chapter(),
                  staffing.months());
      default ->
          "Somebody has to be paid, or less be done: %d hours are still to come (%s), volunteers signed up for %d, the chapter has %d; %d are missing."
              .formatted(
                  staffing.needed(),
                  rests,
                  staffing.signedUp(),
                  staffing.chapter(),
                  staffing.missing());
    };
  }
}
