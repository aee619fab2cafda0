package org.handsel.app.cli;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.handsel.partnership.agreement.Agreement;
import org.handsel.partnership.agreement.GateView;
import org.handsel.partnership.agreement.Rung;
import org.handsel.partnership.agreement.RungFacts;
import org.handsel.partnership.agreement.ScaleAdvice;
import org.handsel.partnership.agreement.ScaleFacts;
import org.handsel.partnership.agreement.Situation;
import org.handsel.partnership.talks.Partnership;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import org.handsel.platform.Who;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Chooses which agreement is needed.
@Command(
    name = "agree",
    description = {
      "Which agreement a partnership needs, its dates, and whether everything or a small part comes"
          + " first.",
      "Without options it shows where the partnership stands and the ladder from none-needed to"
          + " agreement."
    },
    footer = {
      "",
      "Example: handsel partnership agree Bundesarchiv --situation mutual-promises --because 'both"
          + " sides give' --renegotiate 2027-11-29"
    })
final class PartnershipAgreeCommand extends OfficeCommand {
  @Option(
      names = "--situation",
      paramLabel = "WORD",
      description =
          "What holds; may be given several times, the highest rung counts: already-free,"
              + " public-domain, holder-declares, paper-wanted, mutual-promises, binding-duties,"
              + " money, public-body.")
  private List<String> situations = new ArrayList<>();

  @Option(
      names = "--rung",
      paramLabel = "RUNG",
      description = "none-needed, one-sided-release, letter, memorandum or agreement.")
  private @Nullable String rung;

  @Option(names = "--because", paramLabel = "REASON", description = "Why.")
  private String reason = "";

  @Option(
      names = "--evidence",
      paramLabel = "TEXT",
      description = "Where the content stands free already, or where the signed paper lies.")
  private String evidence = "";

  @Option(
      names = "--renegotiate",
      paramLabel = "DAY",
      description = "When both sides talk about more.")
  private @Nullable String renegotiate;

  @Option(
      names = "--end",
      paramLabel = "DAY",
      description = "When new files end; released files stay free.")
  private @Nullable String end;

  @Option(
      names = "--signed",
      paramLabel = "DAY",
      description = "When it was declared or signed; needs --evidence.")
  private @Nullable String signed;

  @ArgGroup(exclusive = false)
  private @Nullable ScaleOptions scale;

  @Option(names = "--json", description = "The same as JSON.")
  private boolean json;

  /// Mass or small, and what is known.
  static final class ScaleOptions {
    @Option(
        names = "--scale",
        paramLabel = "SCALE",
        required = true,
        description = "mass or small; advice shows what is recommended and changes nothing.")
    private String scale = "";

    @Option(
        names = "--trust",
        paramLabel = "WORD",
        defaultValue = "none",
        description = "none, some or proven (${DEFAULT-VALUE}).")
    private String trust = "";

    @Option(
        names = "--rights",
        paramLabel = "WORD",
        defaultValue = "unclear",
        description = "unclear, mixed or clear (${DEFAULT-VALUE}).")
    private String rights = "";

    @Option(
        names = "--data",
        paramLabel = "WORD",
        defaultValue = "mixed",
        description = "poor, mixed or good (${DEFAULT-VALUE}).")
    private String data = "";

    @Option(
        names = "--volunteers",
        paramLabel = "WORD",
        defaultValue = "none",
        description = "none, some or enough (${DEFAULT-VALUE}).")
    private String volunteers = "";

    ScaleFacts facts() {
      return new ScaleFacts(trust, rights, data, volunteers);
    }
  }

  PartnershipAgreeCommand(Surroundings surroundings) {
    super(surroundings);
  }

  private record Shown(GateView gate, @Nullable ScaleAdvice advice) {}

  @Override
  void run(PartnershipCommand parent, Office office, Partnership found) {
    Who who = parent.who();
    choose(office, found, who);
    ScaleAdvice advice = scale(office, found, who);
    if (renegotiate != null || end != null) {
      Agreement now = office.agreements().of(found.id());
      LocalDate again = scale == null || renegotiate == null ? day(office, renegotiate) : null;
      office
          .agreements()
          .dates(
              who,
              found.id(),
              now.version(),
              again == null ? now.renegotiateOn() : again,
              end == null ? now.endsOn() : day(office, end));
    }
    if (signed != null) {
      Agreement now = office.agreements().of(found.id());
      office.agreements().sign(who, found.id(), now.version(), office.desk().day(signed), evidence);
    }
    GateView gate = office.gatekeeper().of(found.id());
    if (json) {
      surroundings.out().println(Json.pretty(new Shown(gate, advice)));
    } else {
      show(office, gate, advice);
    }
  }

  private static @Nullable LocalDate day(Office office, @Nullable String given) {
    return given == null ? null : office.desk().day(given);
  }

  private void choose(Office office, Partnership found, Who who) {
    if (rung == null && situations.isEmpty()) {
      return;
    }
    String why = reason;
    Rung chosen;
    if (situations.isEmpty()) {
      chosen = Rung.of(Objects.requireNonNull(rung));
    } else {
      Situation decisive = office.agreements().decisive(situations);
      chosen = rung == null ? decisive.rung() : Rung.of(rung);
      if (chosen.compareTo(decisive.rung()) < 0 && reason.isBlank()) {
        throw HandselException.usage(
            "rung: %s needs %s. Choosing %s needs --because."
                .formatted(decisive.id(), decisive.rung().code(), chosen.code()));
      }
      why = reason.isBlank() ? decisive.reason().en() : reason;
    }
    Agreement now = office.agreements().of(found.id());
    office.agreements().choose(who, found.id(), now.version(), chosen, why, evidence);
  }

  private @Nullable ScaleAdvice scale(Office office, Partnership found, Who who) {
    if (scale == null) {
      return null;
    }
    ScaleFacts facts = scale.facts();
    if (!scale.scale.equals("advice")) {
      Agreement now = office.agreements().of(found.id());
      office
          .agreements()
          .scale(
              who, found.id(), now.version(), scale.scale, facts, reason, day(office, renegotiate));
    }
    return office.agreements().advise(facts);
  }

  private void show(Office office, GateView gate, @Nullable ScaleAdvice advice) {
    PrintStream out = surroundings.out();
    Agreement agreement = gate.agreement();
    Rung chosen = agreement.rung();
    for (RungFacts facts : office.agreements().rungs()) {
      out.printf(
          "%s %-18s %s%n",
          facts.rung() == chosen ? "→" : " ", facts.rung().code(), facts.what().en());
    }
    if (chosen == null) {
      out.println("Nobody has chosen yet. What holds? Give one or more --situation:");
      office
          .agreements()
          .situations()
          .forEach(
              one -> out.printf("  %-16s %s → %s%n", one.id(), one.text().en(), one.rung().code()));
    } else {
      out.printf("Chosen: %s%n", agreement.reason());
    }
    if (advice != null) {
      out.printf(
          "Recommended: %s (%d of %d points)%n",
          advice.scale(), advice.points(), advice.threshold());
      advice
          .reasons()
          .forEach(
              one -> out.printf("  %s: %s. %s%n", one.factor(), one.title().en(), one.text().en()));
    }
    if (agreement.scale() != null) {
      out.printf(
          "First: %s%s%n",
          agreement.scale(),
          agreement.scaleReason().isEmpty() ? "" : " – " + agreement.scaleReason());
    }
    if (agreement.renegotiateOn() != null) {
      out.printf("Renegotiation on %s%n", agreement.renegotiateOn());
    }
    if (chosen != null) {
      out.println(PartnershipGateCommand.verdict(gate));
    }
  }
}
