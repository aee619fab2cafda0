package org.handsel.impact;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.handsel.platform.Database;
import org.handsel.platform.HandselException;
import org.handsel.platform.History;
import org.handsel.platform.Ids;
import org.handsel.platform.Who;
import org.jspecify.annotations.Nullable;

/// Changes to an institution's records on their way home: proposed by volunteers, sent, then
/// accepted or declined.
///
/// Safe for use by many threads.
public final class Corrections {
  private final Database database;
  private final History history;
  private final Clock clock;
  private final Ids ids;

  public Corrections(Database database, History history, Clock clock) {
    this.database = database;
    this.history = history;
    this.clock = clock;
    this.ids = new Ids(clock);
  }

  /// Puts corrections on their way back; one that is known stays as it is.
  ///
  /// @param partnership id of one that there is
  /// @return how many are new
  public int propose(Who who, String partnership, List<Correction> corrections) {
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
                .bind("today", today())
                .bind("who", who.id())
                .bind("name", who.name())
                .execute();
      }
      if (fresh > 0) {
        history.note(handle, who, "corrections", partnership, "propose", null, fresh);
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
              .bind("today", today())
              .bind("partnership", partnership)
              .bind("from", state.equals("sent") ? "proposed" : "sent")
              .bind("record", record == null ? "" : record)
              .execute();
      if (changed > 0) {
        history.note(handle, who, "corrections", partnership, state, null, changed);
      }
      return changed;
    });
  }

  /// All of a partnership, in the order in which they were proposed.
  public List<Correction> of(String partnership) {
    return database.read(handle -> ImpactRows.corrections(handle, partnership));
  }

  private String today() {
    return LocalDate.now(clock).toString();
  }
}
