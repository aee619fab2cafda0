package org.handsel.impact;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.handsel.partnership.talks.Board;
import org.handsel.partnership.talks.Boards;
import org.handsel.partnership.talks.Card;
import org.handsel.partnership.talks.CardFilter;
import org.handsel.partnership.talks.Partnership;
import org.handsel.partnership.talks.Partnerships;
import org.handsel.platform.Database;
import org.handsel.platform.HandselException;
import org.handsel.platform.History;
import org.handsel.platform.Ids;
import org.handsel.platform.Who;
import org.jspecify.annotations.Nullable;

/// Looks after a partnership once files are released: what was expected and came of it, what
/// somebody saw, corrections on their way home, early warnings, and the way back to readiness.
///
/// Safe for use by many threads.
public final class Stewardship {
  private final Database database;
  private final History history;
  private final Clock clock;
  private final Ids ids;
  private final Partnerships partnerships;
  private final Boards boards;

  public Stewardship(Database database, History history, Clock clock) {
    this.database = database;
    this.history = history;
    this.clock = clock;
    this.ids = new Ids(clock);
    this.partnerships = new Partnerships(database, history, clock);
    this.boards = new Boards(database, history, clock);
  }

  /// Notes what one side expects.
  ///
  /// @param measure code that decides, or null where people judge
  public Expectation expect(
      Who who,
      String partnership,
      String text,
      @Nullable String measure,
      @Nullable Double target,
      @Nullable LocalDate due) {
    known(partnership);
    if (text.isBlank()) {
      throw HandselException.usage("expectation: expected a sentence, found none.");
    }
    if (measure != null && !MeasureWords.load().has(measure)) {
      throw HandselException.usage(
          "expectation: no measure \"%s\"; see docs/impact.md.".formatted(measure));
    }
    if ((measure == null) != (target == null)) {
      throw HandselException.usage("expectation: a measure needs a number, a number a measure.");
    }
    Expectation stated =
        new Expectation(
            ids.next(), text.strip(), measure, target, Objects.toString(due, null), null);
    database.write(handle -> {
      handle
          .createUpdate(
              """
              insert into impact_expectation (id, partnership, text, measure, target, due_on, stated_on, who, who_name)
              values (:id, :partnership, :text, :measure, :target, :due, :today, :who, :name)
              """)
          .bind("id", stated.id())
          .bind("partnership", partnership)
          .bind("text", stated.text())
          .bind("measure", measure)
          .bind("target", target)
          .bind("due", stated.dueOn())
          .bind("today", today().toString())
          .bind("who", who.id())
          .bind("name", who.name())
          .execute();
      history.note(handle, who, "expectation", stated.id(), "add", null, stated);
    });
    return stated;
  }

  /// Notes what somebody saw.
  ///
  /// @param kind of [Observation#KINDS]
  public Observation observe(
      Who who,
      String partnership,
      String kind,
      LocalDate day,
      @Nullable Double value,
      @Nullable Double whole,
      String note) {
    known(partnership);
    check(kind, day, value, whole);
    Observation seen =
        new Observation(ids.next(), partnership, kind, day, value, whole, note.strip(), who);
    database.write(handle -> {
      handle
          .createUpdate(
              """
              insert into impact_observation (id, partnership, kind, day, value, whole, note, who, who_name)
              values (:id, :partnership, :kind, :day, :value, :whole, :note, :who, :name)
              """)
          .bind("id", seen.id())
          .bind("partnership", partnership)
          .bind("kind", kind)
          .bind("day", day.toString())
          .bind("value", value)
          .bind("whole", whole)
          .bind("note", seen.note())
          .bind("who", who.id())
          .bind("name", who.name())
          .execute();
      history.note(handle, who, "observation", seen.id(), "add", null, seen);
    });
    return seen;
  }

  private void check(String kind, LocalDate day, @Nullable Double value, @Nullable Double whole) {
    if (!Observation.KINDS.contains(kind)) {
      throw HandselException.usage(
          "observation: expected one of %s, found \"%s\"."
              .formatted(String.join(", ", Observation.KINDS), kind));
    }
    if (day.isAfter(today()) && !kind.equals("renegotiation")) {
      throw HandselException.usage(
          "observation: expected a day up to today, found \"%s\".".formatted(day));
    }
    boolean negative = value != null && value < 0 || whole != null && whole < 0;
    boolean scale = kind.equals("satisfaction") && value != null && (value < 1 || value > 5);
    boolean more = kind.equals("credit-sample") && value != null && whole != null && value > whole;
    if (negative || scale || more) {
      throw HandselException.usage(
          "observation %s: expected %s, found \"%s of %s\"."
              .formatted(
                  kind,
                  scale
                      ? "a number from 1 to 5"
                      : more ? "no more than the sample" : "no negative number",
                  value,
                  whole));
    }
  }

  /// Puts corrections on their way back; one that is known stays as it is.
  ///
  /// @return how many are new
  public int propose(Who who, String partnership, List<Correction> corrections) {
    known(partnership);
    return database.writeAndGet(handle -> {
      int fresh = 0;
      for (Correction one : corrections) {
        fresh +=
            handle
                .createUpdate(
                    """
                    insert into impact_correction (id, partnership, record, field, before_value, after_value,
                      evidence, state, proposed_on, who, who_name)
                    values (:id, :partnership, :record, :field, :before, :after, :evidence, 'proposed', :today, :who, :name)
                    on conflict (partnership, record, field, after_value) do nothing
                    """)
                .bind("id", ids.next())
                .bind("partnership", partnership)
                .bind("record", one.record())
                .bind("field", one.field())
                .bind("before", one.before())
                .bind("after", one.after())
                .bind("evidence", one.evidence())
                .bind("today", today().toString())
                .bind("who", who.id())
                .bind("name", who.name())
                .execute();
      }
      return fresh;
    });
  }

  /// Marks all proposed corrections as sent, or sent ones as answered.
  ///
  /// @param record only of this record, or null for all
  /// @param state `sent`, `accepted` or `declined`
  /// @return how many changed
  public int settle(Who who, String partnership, @Nullable String record, String state) {
    if (!List.of("sent", "accepted", "declined").contains(state)) {
      throw HandselException.usage(
          "corrections: expected sent, accepted or declined, found \"%s\".".formatted(state));
    }
    String day = state.equals("sent") ? "sent_on" : "settled_on";
    return database.writeAndGet(handle -> {
      int changed =
          handle
              .createUpdate(
                  "update impact_correction set state = :state, "
                      + day
                      + " = :today where partnership = :partnership and state = :from"
                      + " and (:record = '' or record = :record)")
              .bind("state", state)
              .bind("today", today().toString())
              .bind("partnership", partnership)
              .bind("from", state.equals("sent") ? "proposed" : "sent")
              .bind("record", record == null ? "" : record)
              .execute();
      history.note(handle, who, "corrections", partnership, state, null, changed);
      return changed;
    });
  }

  public List<Correction> corrections(String partnership) {
    return database.read(handle -> ImpactRows.corrections(handle, partnership));
  }

  /// How a partnership stands.
  ///
  /// @param measured the last measurement, or null where there is none
  public Stewarded look(String partnership, @Nullable Measurement measured) {
    Partnership known = known(partnership);
    Card card =
        boards
            .cards(
                new CardFilter(null, null, null, null, null, known.institution()),
                Integer.MAX_VALUE,
                0)
            .stream()
            .filter(one -> one.partnership().id().equals(partnership))
            .findFirst()
            .orElseThrow();
    List<Expectation> promises = new ArrayList<>();
    for (Expectation one : database.read(handle -> ImpactRows.expectations(handle, partnership))) {
      promises.add(reached(one, measured));
    }
    List<Observation> observations =
        database.read(handle -> ImpactRows.observations(handle, partnership));
    Board board = boards.of(known.team(), 1);
    List<Warned> warnings =
        new EarlyWarnings(today()).of(card, promises, observations, unanswered(partnership), board);
    return new Stewarded(
        partnership,
        card.institution(),
        promises,
        warnings,
        observations,
        ReadinessOffer.of(measured, corrections(partnership)));
  }

  private static Expectation reached(Expectation one, @Nullable Measurement measured) {
    Double reached =
        measured == null || one.measure() == null
            ? null
            : measured.value(one.measure()).map(Number::doubleValue).orElse(null);
    return new Expectation(one.id(), one.text(), one.measure(), one.target(), one.dueOn(), reached);
  }

  private EarlyWarnings.Unanswered unanswered(String partnership) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                select count(*) as n, min(sent_on) as since from impact_correction
                where partnership = :id and state = 'sent'
                """)
            .bind("id", partnership)
            .map((row, context) ->
                new EarlyWarnings.Unanswered(
                    row.getLong("n"),
                    row.getString("since") == null
                        ? null
                        : LocalDate.parse(row.getString("since"))))
            .one());
  }

  private Partnership known(String partnership) {
    return partnerships
        .find(partnership)
        .orElseThrow(() ->
            HandselException.usage("partnership \"%s\": there is none.".formatted(partnership)));
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}
