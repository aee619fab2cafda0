package org.handsel.partnership.talks;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.handsel.platform.Database;
import org.handsel.platform.HandselException;
import org.handsel.platform.History;
import org.handsel.platform.Who;

/// Word of mouth: which institution told which other.
///
/// Safe for use by many threads.
public final class Referrals {
  private final Ground ground;

  public Referrals(Database database, History history, Clock clock) {
    this.ground = Ground.of(database, history, clock);
  }

  /// Notes that an institution was told by another; the same pair again changes day and note.
  public Referral note(Who who, String institution, String toldBy, LocalDate day, String note) {
    if (institution.equals(toldBy)) {
      throw HandselException.usage("told by: expected another institution, found the same.");
    }
    Referral referral = new Referral(institution, toldBy, day, note, who);
    ground
        .database()
        .write(handle -> {
          handle
              .createUpdate(
                  """
                  insert into referral (institution, told_by, day, note, who, who_name)
                  values (:institution, :toldBy, :day, :note, :who, :name)
                  on conflict (institution, told_by) do update set day = excluded.day, note = excluded.note,
                    who = excluded.who, who_name = excluded.who_name
                  """)
              .bind("institution", institution)
              .bind("toldBy", toldBy)
              .bind("day", day.toString())
              .bind("note", note)
              .bind("who", who.id())
              .bind("name", who.name())
              .execute();
          ground.history().note(handle, who, "referral", institution, "note", null, referral);
        });
    return referral;
  }

  /// Who told an institution.
  public List<Referral> toldTo(String institution) {
    return select("institution", institution);
  }

  /// Whom an institution told.
  public List<Referral> toldBy(String institution) {
    return select("told_by", institution);
  }

  /// All that is known of who told whom, the earliest first.
  public List<Referral> all() {
    return where("'' = :id", "");
  }

  private List<Referral> select(String column, String institution) {
    return where(column + " = :id", institution);
  }

  private List<Referral> where(String condition, String institution) {
    return ground
        .database()
        .read(handle ->
            handle
                .createQuery(
                    "select * from referral where "
                        + condition
                        + " order by day, institution, told_by")
                .bind("id", institution)
                .map((row, context) ->
                    new Referral(
                        row.getString("institution"),
                        row.getString("told_by"),
                        LocalDate.parse(row.getString("day")),
                        row.getString("note"),
                        new Who(row.getString("who"), row.getString("who_name"))))
                .list());
  }
}
