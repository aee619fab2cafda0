package org.handsel.partnership.agreement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.handsel.partnership.commitment.Commitments;
import org.handsel.platform.Database;
import org.handsel.platform.HandselException;
import org.handsel.platform.History;
import org.handsel.platform.Json;
import org.handsel.platform.Said;
import org.handsel.platform.Who;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The checklist that stands before files in copyright are uploaded.
///
/// Items are met by a text that says how, waived with a reason, or follow from the agreement's
/// dates and the ledger of commitments. Which are needed depends on the rung; where no agreement is
/// needed, nothing is asked. Safe for use by many threads and processes.
public final class Gatekeeper {
  private static final int LONGEST = 4_000;

  private final Database database;
  private final History history;
  private final Clock clock;
  private final Agreements agreements;
  private final Commitments commitments;
  private final GateItems items = new GateItems();

  public Gatekeeper(Database database, History history, Clock clock) {
    this.database = database;
    this.history = history;
    this.clock = clock;
    this.agreements = new Agreements(database, history, clock);
    this.commitments = new Commitments(database, history, clock);
  }

  /// All items, whatever the rung.
  public List<GateItem> items() {
    return items.all();
  }

  public GateItem item(String id) {
    return items.item(id);
  }

  /// The checklist of a partnership as it stands.
  public GateView of(String partnership) {
    Agreement agreement = agreements.of(partnership);
    Map<String, ItemAnswer> answers = database.read(handle -> answers(handle, partnership));
    Rung rung = agreement.rung();
    List<GateState> states = new ArrayList<>();
    if (rung != null) {
      for (GateItem item : items.all()) {
        if (item.neededOn(rung)) {
          states.add(state(item, agreement, rung, answers.get(item.id())));
        }
      }
    }
    return new GateView(agreement, states);
  }

  private GateState state(
      GateItem item, Agreement agreement, Rung rung, @Nullable ItemAnswer answer) {
    if (answer != null && (answer.state().equals("met") || item.waivableOn(rung))) {
      return new GateState(
          item,
          answer.state(),
          new Said(answer.statement(), answer.statement()),
          answer.by(),
          answer.day(),
          answer.who());
    }
    return switch (item.kind()) {
      case "renegotiation" -> dated(item, agreement.renegotiateOn(), "on", "am");
      case "end" -> dated(item, agreement.endsOn(), "new files end on", "neue Dateien enden am");
      case "signature" ->
          agreement.signedOn() == null
              ? open(item)
              : met(
                  item,
                  new Said(
                      "on %s: %s".formatted(agreement.signedOn(), agreement.signedEvidence()),
                      "am %s: %s".formatted(agreement.signedOn(), agreement.signedEvidence())),
                  agreement.signedOn());
      case "ledger" -> ledger(item, agreement.partnership());
      default -> open(item);
    };
  }

  private GateState ledger(GateItem item, String partnership) {
    List<Commitments.Uncovered> uncovered = commitments.uncovered(partnership);
    if (uncovered.isEmpty()) {
      return met(
          item,
          new Said(
              "every agreed promise of our side is covered, or there is none",
              "jede vereinbarte Zusage unserer Seite ist gedeckt, oder es gibt keine"),
          LocalDate.now(clock));
    }
    Commitments.Uncovered first = uncovered.getFirst();
    return new GateState(
        item,
        "open",
        new Said(
            "%s: %s".formatted(first.commitment().text(), first.reason().en()),
            "%s: %s".formatted(first.commitment().text(), first.reason().de())),
        null,
        null,
        null);
  }

  private static GateState dated(GateItem item, @Nullable LocalDate day, String en, String de) {
    return day == null ? open(item) : met(item, new Said(en + " " + day, de + " " + day), day);
  }

  private static GateState open(GateItem item) {
    return new GateState(item, "open", new Said("", ""), null, null, null);
  }

  private static GateState met(GateItem item, Said statement, LocalDate day) {
    return new GateState(item, "met", statement, null, day, null);
  }

  /// Meets an item by a text.
  ///
  /// @param statement how it is met; the drafts are written from it
  /// @param by the lawyer who looked at it or the person who explained it, for those items
  /// @param day when; not in the future
  public GateView meet(
      Who who,
      String partnership,
      String item,
      String statement,
      @Nullable String by,
      LocalDate day) {
    GateItem known = items.item(item);
    if (!known.written()) {
      throw HandselException.usage(
          "gate item %s: it is not met by a text but by the agreement's dates or the ledger."
              .formatted(item));
    }
    String name = by == null ? "" : by.strip();
    if (known.named() && name.isEmpty()) {
      throw HandselException.usage(
          known.kind().equals("lawyer")
              ? "gate item %s: expected which lawyer looked at it, who knows free licences, found nothing."
                  .formatted(item)
              : "gate item %s: expected who explained it, found nothing.".formatted(item));
    }
    return answer(who, partnership, known, "met", statement, name.isEmpty() ? null : name, day);
  }

  /// Waives an item.
  ///
  /// @param reason why it is not needed here
  public GateView waive(Who who, String partnership, String item, String reason) {
    GateItem known = items.item(item);
    Rung rung = agreements.of(partnership).rung();
    if (rung == null || !known.waivableOn(rung)) {
      throw HandselException.usage(
          "gate item %s: it cannot be waived %s. %s"
              .formatted(
                  item,
                  rung == null ? "before a rung is chosen" : "for " + rung.code(),
                  known.why().en()));
    }
    return answer(who, partnership, known, "waived", reason, null, LocalDate.now(clock));
  }

  /// Opens an item again.
  public GateView reopen(Who who, String partnership, String item) {
    GateItem known = items.item(item);
    database.write(handle -> {
      ItemAnswer before = answers(handle, partnership).get(known.id());
      if (before != null) {
        handle.execute(
            "delete from agreement_item where partnership = ? and item = ?",
            partnership,
            known.id());
        history.note(handle, who, "gate", subject(partnership, known.id()), "reopen", before, null);
      }
    });
    return of(partnership);
  }

  /// Takes an answer back, as long as nobody gave another.
  ///
  /// @param change id of a change of the history
  /// @return why it cannot be taken back, or nothing
  public Optional<String> undo(Who who, String change) {
    History.Change done =
        history
            .find(change)
            .filter(found -> found.kind().equals("gate"))
            .orElseThrow(
                () -> HandselException.usage("change \"%s\": there is none.".formatted(change)));
    String[] subject = done.subject().split("/", 2);
    ItemAnswer before = answer(done.before());
    ItemAnswer after = answer(done.after());
    return database.writeAndGet(handle -> {
      ItemAnswer now = answers(handle, subject[0]).get(subject[1]);
      if (!Objects.equals(now, after)) {
        return Optional.of("the item was changed since");
      }
      if (before == null) {
        handle.execute(
            "delete from agreement_item where partnership = ? and item = ?",
            subject[0],
            subject[1]);
      } else {
        put(handle, subject[0], before);
      }
      history.note(handle, who, "gate", done.subject(), "undo", now, before);
      return Optional.empty();
    });
  }

  private GateView answer(
      Who who,
      String partnership,
      GateItem item,
      String state,
      String statement,
      @Nullable String by,
      LocalDate day) {
    String text = statement.strip();
    if (text.isEmpty() || text.length() > LONGEST) {
      throw HandselException.usage(
          "gate item %s: expected a text of up to %d characters that says %s, found %d characters."
              .formatted(
                  item.id(),
                  LONGEST,
                  state.equals("met") ? "how it is met" : "why it is not needed",
                  text.length()));
    }
    if (day.isAfter(LocalDate.now(clock))) {
      throw HandselException.usage(
          "gate item %s: expected a day that has come, found \"%s\".".formatted(item.id(), day));
    }
    ItemAnswer answer = new ItemAnswer(item.id(), state, text, by, day, who);
    database.write(handle -> {
      if (AgreementRow.find(handle, partnership).isEmpty()) {
        AgreementRow.put(handle, Agreement.none(partnership), clock.millis());
      }
      ItemAnswer before = answers(handle, partnership).get(item.id());
      put(handle, partnership, answer);
      history.note(
          handle,
          who,
          "gate",
          subject(partnership, item.id()),
          state.equals("met") ? "meet" : "waive",
          before,
          answer);
    });
    return of(partnership);
  }

  /// What the latest changes of the history call an item of a partnership.
  public static String subject(String partnership, String item) {
    return partnership + "/" + item;
  }

  private static void put(Handle handle, String partnership, ItemAnswer answer) {
    handle
        .createUpdate(
            """
            insert into agreement_item (partnership, item, state, statement, by_name, day, who, who_name)
            values (:partnership, :item, :state, :statement, :by, :day, :who, :name)
            on conflict (partnership, item) do update set state = excluded.state,
              statement = excluded.statement, by_name = excluded.by_name, day = excluded.day,
              who = excluded.who, who_name = excluded.who_name
            """)
        .bind("partnership", partnership)
        .bind("item", answer.item())
        .bind("state", answer.state())
        .bind("statement", answer.statement())
        .bind("by", answer.by())
        .bind("day", answer.day().toString())
        .bind("who", answer.who().id())
        .bind("name", answer.who().name())
        .execute();
  }

  private static Map<String, ItemAnswer> answers(Handle handle, String partnership) {
    Map<String, ItemAnswer> answers = new HashMap<>();
    handle
        .createQuery("select * from agreement_item where partnership = :id")
        .bind("id", partnership)
        .map((row, context) ->
            new ItemAnswer(
                row.getString("item"),
                row.getString("state"),
                row.getString("statement"),
                row.getString("by_name"),
                LocalDate.parse(row.getString("day")),
                new Who(row.getString("who"), row.getString("who_name"))))
        .forEach(answer -> answers.put(answer.item(), answer));
    return answers;
  }

  private static @Nullable ItemAnswer answer(tools.jackson.databind.@Nullable JsonNode state) {
    return state == null ? null : Json.mapper().treeToValue(state, ItemAnswer.class);
  }
}
