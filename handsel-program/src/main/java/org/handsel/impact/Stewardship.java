package org.handsel.impact;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.handsel.partnership.agreement.Agreement;
import org.handsel.partnership.agreement.Agreements;
import org.handsel.partnership.commitment.Commitment;
import org.handsel.partnership.commitment.Commitments;
import org.handsel.partnership.effort.PartnerLoads;
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
/// somebody saw, the days to keep, early warnings, and the way back to readiness.
///
/// Safe for use by many threads.
public final class Stewardship {
  /// What people may say came of an expectation.
  public static final List<String> OUTCOMES = List.of("met", "partly", "missed");

  private final Database database;
  private final History history;
  private final Clock clock;
  private final Ids ids;
  private final Partnerships partnerships;
  private final Boards boards;
  private final Agreements agreements;
  private final Commitments commitments;
  private final PartnerLoads loads;
  private final ReportSchedule schedule;

  public Stewardship(Database database, History history, Clock clock) {
    this.database = database;
    this.history = history;
    this.clock = clock;
    this.ids = new Ids(clock);
    this.partnerships = new Partnerships(database, history, clock);
    this.boards = new Boards(database, history, clock);
    this.agreements = new Agreements(database, history, clock);
    this.commitments = new Commitments(database, history, clock);
    this.loads = new PartnerLoads(database, history, clock);
    this.schedule = new ReportSchedule(database, history, clock);
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
            ids.next(), text.strip(), measure, target, Objects.toString(due, null), null, null, "");
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
      history.note(handle, who, "expectation", partnership, "add", null, stated);
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
      history.note(handle, who, "observation", partnership, "add", null, seen);
    });
    return seen;
  }

  private void check(String kind, LocalDate day, @Nullable Double value, @Nullable Double whole) {
    if (!Observation.KINDS.contains(kind)) {
      throw HandselException.usage(
          "observation: expected one of %s, found \"%s\"."
              .formatted(String.join(", ", Observation.KINDS), kind));
    }
    if (day.isAfter(today()) && !Observation.AHEAD.contains(kind)) {
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

  /// Notes what people say came of an expectation; said again, it replaces what was said.
  ///
  /// @param outcome `met`, `partly` or `missed`
  public void judge(Who who, String partnership, String expectation, String outcome, String note) {
    if (!OUTCOMES.contains(outcome)) {
      throw HandselException.usage(
          "expectation: expected %s, found \"%s\"."
              .formatted(String.join(", ", OUTCOMES), outcome));
    }
    Expectation before = expected(partnership, expectation);
    database.write(handle -> {
      handle
          .createUpdate(
              """
              insert into impact_verdict (expectation, outcome, note, day, who, who_name)
              values (:id, :outcome, :note, :today, :who, :name)
              on conflict (expectation) do update set outcome = excluded.outcome, note = excluded.note,
                day = excluded.day, who = excluded.who, who_name = excluded.who_name
              """)
          .bind("id", before.id())
          .bind("outcome", outcome)
          .bind("note", note.strip())
          .bind("today", today().toString())
          .bind("who", who.id())
          .bind("name", who.name())
          .execute();
      history.note(
          handle,
          who,
          "expectation",
          partnership,
          "judge",
          before,
          ImpactRows.expectations(handle, partnership).stream()
              .filter(one -> one.id().equals(before.id()))
              .findFirst()
              .orElseThrow());
    });
  }

  /// Takes an expectation back that was never one; the history keeps it.
  public void withdrawExpectation(Who who, String partnership, String expectation) {
    Expectation before = expected(partnership, expectation);
    database.write(handle -> {
      handle
          .createUpdate("delete from impact_verdict where expectation = :id")
          .bind("id", before.id())
          .execute();
      handle
          .createUpdate("delete from impact_expectation where id = :id")
          .bind("id", before.id())
          .execute();
      history.note(handle, who, "expectation", partnership, "remove", before, null);
    });
  }

  /// Takes an observation back; the history keeps it.
  public void withdrawObservation(Who who, String partnership, String observation) {
    Observation before =
        observations(partnership).stream()
            .filter(one -> one.id().startsWith(observation) && !observation.isBlank())
            .findFirst()
            .orElseThrow(
                () -> HandselException.usage("note \"%s\": there is none.".formatted(observation)));
    database.write(handle -> {
      handle
          .createUpdate("delete from impact_observation where id = :id")
          .bind("id", before.id())
          .execute();
      history.note(handle, who, "observation", partnership, "remove", before, null);
    });
  }

  /// An expectation by its id or the beginning of it.
  private Expectation expected(String partnership, String beginning) {
    List<Expectation> found =
        database.read(handle -> ImpactRows.expectations(handle, partnership)).stream()
            .filter(one -> one.id().startsWith(beginning) && !beginning.isBlank())
            .toList();
    if (found.size() != 1) {
      throw HandselException.usage(
          "expectation \"%s\": %s."
              .formatted(
                  beginning, found.isEmpty() ? "there is none" : "several are meant; give more"));
    }
    return found.getFirst();
  }

  private List<Observation> observations(String partnership) {
    return database.read(handle -> ImpactRows.observations(handle, partnership));
  }

  /// How a partnership stands.
  ///
  /// @param measured the last measurement, or null where there is none
  /// @param suggested articles without an image that could have one now
  public Stewarded look(String partnership, @Nullable Measurement measured, long suggested) {
    Partnership known = known(partnership);
    Card card =
        boards
            .cards(
                new CardFilter(null, null, known.state(), null, null, known.institution()),
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
    List<Observation> observations = observations(partnership);
    List<Commitment> promised = commitments.of(partnership);
    List<Dated> dates = dates(known, promises, promised, observations);
    List<Warned> warnings =
        new EarlyWarnings(today())
            .of(
                new EarlyWarnings.Facts(
                    card,
                    promises,
                    observations,
                    unanswered(partnership),
                    boards.of(known.team(), 1),
                    dates,
                    loads.warning(partnership).orElse(null)));
    return new Stewarded(
        partnership,
        card.institution(),
        promises,
        promised,
        warnings,
        observations,
        dates,
        ReadinessOffer.of(
            measured,
            database.read(handle -> ImpactRows.corrections(handle, partnership)),
            suggested));
  }

  private List<Dated> dates(
      Partnership known,
      List<Expectation> promises,
      List<Commitment> promised,
      List<Observation> observations) {
    List<Dated> dates = new ArrayList<>();
    Agreement agreed = agreements.of(known.id());
    add(dates, agreed.renegotiateOn(), "renegotiation", "");
    add(dates, agreed.endsOn(), "end", "");
    add(dates, known.revisitOn(), "revisit", "");
    for (String kind : List.of("review", "renegotiation")) {
      observations.stream()
          .filter(one -> one.kind().equals(kind))
          .findFirst()
          .ifPresent(one -> add(dates, one.day(), kind, one.note()));
    }
    for (Expectation one : promises) {
      boolean open = one.state().equals("open") || one.state().equals("short");
      if (open && one.dueOn() != null) {
        add(dates, LocalDate.parse(one.dueOn()), "expectation", one.text());
      }
    }
    for (Commitment one : promised) {
      if (one.open()) {
        add(dates, one.due(), "commitment", one.text());
      }
    }
    schedule.of(known.id()).ifPresent(planned -> add(dates, planned.nextOn(), "report", ""));
    dates.sort(Comparator.comparing(Dated::day).thenComparing(Dated::kind));
    return dates;
  }

  private void add(List<Dated> dates, @Nullable LocalDate day, String kind, String text) {
    if (day != null
        && dates.stream()
            .noneMatch(
                o -> o.day().equals(day) && o.kind().equals(kind) && o.text().equals(text))) {
      dates.add(new Dated(day, kind, text, day.isBefore(today())));
    }
  }

  /// What a report says beside the numbers.
  public PartnerNotes notes(String partnership, Measurement measured, String language) {
    Stewarded stands = look(partnership, measured, 0);
    Texts texts = Texts.load(language);
    List<String> next = new ArrayList<>();
    for (Dated one : stands.dates()) {
      boolean ours = one.kind().equals("revisit") || one.kind().equals("report");
      if (!one.over() && !ours) {
        String what = texts.of("date-" + one.kind());
        next.add(
            texts.of(
                "next-date",
                texts.day(one.day().toString()),
                one.text().isEmpty() ? what : what + ": " + one.text()));
      }
    }
    return new PartnerNotes(
        database.read(handle -> ImpactRows.corrections(handle, partnership)),
        stands.promises(),
        next,
        new ImpactHistory(database, clock).before(measured).orElse(null),
        false);
  }

  private static Expectation reached(Expectation one, @Nullable Measurement measured) {
    Double reached =
        measured == null || one.measure() == null
            ? null
            : measured.value(one.measure()).map(Number::doubleValue).orElse(null);
    return one.with(reached);
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
