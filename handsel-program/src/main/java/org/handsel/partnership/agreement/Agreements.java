package org.handsel.partnership.agreement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.handsel.platform.Database;
import org.handsel.platform.HandselException;
import org.handsel.platform.History;
import org.handsel.platform.Json;
import org.handsel.platform.Said;
import org.handsel.platform.Who;
import org.jspecify.annotations.Nullable;

/// What is agreed with institutions: the rung, the dates, mass or small.
///
/// Each change goes into the history with the state before and after and can be taken back as long
/// as nobody built on it. Safe for use by many threads and processes.
public final class Agreements {
  private final Database database;
  private final History history;
  private final Clock clock;
  private final Ladder ladder = new Ladder();
  private final Scales scales = new Scales();

  public Agreements(Database database, History history, Clock clock) {
    this.database = database;
    this.history = history;
    this.clock = clock;
  }

  /// The ladder, the lowest rung first.
  public List<RungFacts> rungs() {
    return ladder.rungs();
  }

  public RungFacts facts(Rung rung) {
    return ladder.rungs().stream().filter(one -> one.rung() == rung).findFirst().orElseThrow();
  }

  public List<Situation> situations() {
    return ladder.situations();
  }

  /// The situation that decides which rung is needed: the one that needs the highest.
  public Situation decisive(Collection<String> situations) {
    return ladder.decisive(situations);
  }

  /// Questions and answers of mass or small.
  public List<ScaleAdvice.Reason> scaleAnswers() {
    return scales.answers();
  }

  public ScaleAdvice advise(ScaleFacts facts) {
    return scales.advise(facts);
  }

  /// Why both sides talk again when they do.
  public Said whyAgain(String scale) {
    return scales.why(scale);
  }

  /// What is agreed so far; version 0 when nothing is.
  public Agreement of(String partnership) {
    return database
        .read(handle -> AgreementRow.find(handle, partnership))
        .orElse(Agreement.none(partnership));
  }

  /// Chooses a rung.
  ///
  /// @param version that was looked at
  /// @param reason why this one
  /// @param evidence where the content stands free already; needed for the lowest rung
  public Agreement choose(
      Who who, String partnership, long version, Rung rung, String reason, String evidence) {
    if (reason.isBlank()) {
      throw HandselException.usage("agreement: choosing a rung needs a reason.");
    }
    if (rung == Rung.NONE_NEEDED && evidence.isBlank()) {
      throw HandselException.usage(
          "agreement: that none is needed must be shown: expected where the content stands free"
              + " already, such as an address, found nothing.");
    }
    return change(
        who, partnership, version, "rung", now -> now.on(rung, reason.strip(), evidence.strip()));
  }

  /// Decides whether everything or a small part comes first. Both sides talk again after some
  /// months either way.
  ///
  /// @param reason why, when it is not what is recommended
  /// @param again when both sides talk about more; null for the usual day
  public Agreement scale(
      Who who,
      String partnership,
      long version,
      String scale,
      ScaleFacts facts,
      String reason,
      @Nullable LocalDate again) {
    LocalDate today = LocalDate.now(clock);
    LocalDate day = again == null ? scales.again(scale, today) : again;
    expectLater(day, today);
    ScaleAdvice advice = scales.advise(facts);
    if (!advice.scale().equals(scale) && reason.isBlank()) {
      throw HandselException.usage(
          "scale: %s is recommended (%s). Choosing %s needs a reason."
              .formatted(advice.scale(), advice.reasons().getFirst().text().en(), scale));
    }
    scales.why(scale);
    return change(
        who,
        partnership,
        version,
        "scale",
        now -> now.scaled(scale, advice.scale(), reason.strip(), day));
  }

  /// Sets when both sides talk about more and when new files end; files that were released stay
  /// free in any case.
  public Agreement dates(
      Who who,
      String partnership,
      long version,
      @Nullable LocalDate again,
      @Nullable LocalDate end) {
    if (again != null) {
      expectLater(again, LocalDate.now(clock));
    }
    return change(who, partnership, version, "dates", now -> now.dated(again, end));
  }

  /// Notes that it was declared or signed.
  ///
  /// @param evidence where the paper lies: a file, a ticket number, an address
  public Agreement sign(Who who, String partnership, long version, LocalDate day, String evidence) {
    Agreement now = of(partnership);
    if (now.rung() == null || now.rung() == Rung.NONE_NEEDED) {
      throw HandselException.usage(
          "agreement: there is nothing to sign yet. Choose a rung from one-sided-release on.");
    }
    if (day.isAfter(LocalDate.now(clock)) || evidence.isBlank()) {
      throw HandselException.usage(
          "agreement: expected a day that has come and where the paper lies, found %s and \"%s\"."
              .formatted(day, evidence));
    }
    return change(
        who, partnership, version, "sign", before -> before.signed(day, evidence.strip()));
  }

  /// Takes a change of an agreement back, as long as nobody built on it.
  ///
  /// @param change id of a change of the history
  /// @return why it cannot be taken back, or nothing
  public Optional<String> undo(Who who, String change) {
    History.Change done =
        history
            .find(change)
            .filter(found -> found.kind().equals("agreement"))
            .orElseThrow(
                () -> HandselException.usage("change \"%s\": there is none.".formatted(change)));
    if (done.after() == null) {
      return Optional.of("it left nothing behind");
    }
    Agreement after = Json.mapper().treeToValue(done.after(), Agreement.class);
    Agreement before =
        done.before() == null
            ? Agreement.none(done.subject())
            : Json.mapper().treeToValue(done.before(), Agreement.class);
    if (of(done.subject()).version() != after.version()) {
      return Optional.of("the agreement was changed since");
    }
    change(
        who,
        done.subject(),
        after.version(),
        "undo",
        now ->
            new Agreement(
                before.partnership(),
                before.rung(),
                before.reason(),
                before.evidence(),
                before.scale(),
                before.scaleAdvice(),
                before.scaleReason(),
                before.renegotiateOn(),
                before.endsOn(),
                before.signedOn(),
                before.signedEvidence(),
                now.version()));
    return Optional.empty();
  }

  private Agreement change(
      Who who, String partnership, long version, String action, UnaryOperator<Agreement> changed) {
    Optional<Agreement> written =
        database.writeAndGet(handle -> {
          Optional<Agreement> before = AgreementRow.find(handle, partnership);
          Agreement now = before.orElse(Agreement.none(partnership));
          if (now.version() != version
              || !AgreementRow.put(handle, changed.apply(now), clock.millis())) {
            return Optional.empty();
          }
          Agreement after = AgreementRow.find(handle, partnership).orElseThrow();
          history.note(handle, who, "agreement", partnership, action, before.orElse(null), after);
          return Optional.of(after);
        });
    return written.orElseThrow(() -> history.conflict("agreement", partnership));
  }

  private static void expectLater(LocalDate day, LocalDate today) {
    if (!day.isAfter(today)) {
      throw HandselException.usage(
          "renegotiation: expected a day to come, found \"%s\".".formatted(day));
    }
  }
}
