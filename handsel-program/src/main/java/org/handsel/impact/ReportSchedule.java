package org.handsel.impact;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.handsel.platform.Database;
import org.handsel.platform.HandselException;
import org.handsel.platform.History;
import org.handsel.platform.Who;

/// Reports by the calendar, usually each quarter: prepared as drafts in their folder, never sent.
///
/// Safe for use by many threads.
public final class ReportSchedule {
  private final Database database;
  private final History history;
  private final Clock clock;

  public ReportSchedule(Database database, History history, Clock clock) {
    this.database = database;
    this.history = history;
    this.clock = clock;
  }

  /// A report that is prepared again and again.
  ///
  /// @param folder with measures
  public record Planned(
      String partnership,
      int everyMonths,
      LocalDate nextOn,
      Path folder,
      String language,
      Set<String> formats) {}

  /// What came of one report that was due.
  ///
  /// @param problem empty when it was prepared
  public record Prepared(Planned planned, List<Path> files, String problem) {}

  /// Plans a report; a plan before is replaced.
  public Planned plan(Who who, Planned planned) {
    if (planned.everyMonths() < 1 || planned.everyMonths() > 24) {
      throw HandselException.usage(
          "schedule: expected every 1 to 24 months, found \"%d\"."
              .formatted(planned.everyMonths()));
    }
    database.write(handle -> {
      handle
          .createUpdate(
              """
              insert into impact_schedule (partnership, every_months, next_on, folder, language, formats, who, who_name)
              values (:partnership, :every, :next, :folder, :language, :formats, :who, :name)
              on conflict (partnership) do update set every_months = excluded.every_months, next_on = excluded.next_on,
                folder = excluded.folder, language = excluded.language, formats = excluded.formats,
                who = excluded.who, who_name = excluded.who_name
              """)
          .bind("partnership", planned.partnership())
          .bind("every", planned.everyMonths())
          .bind("next", planned.nextOn().toString())
          .bind("folder", planned.folder().toAbsolutePath().normalize().toString())
          .bind("language", planned.language())
          .bind("formats", String.join(",", planned.formats()))
          .bind("who", who.id())
          .bind("name", who.name())
          .execute();
      history.note(
          handle,
          who,
          "schedule",
          planned.partnership(),
          "plan",
          null,
          planned.nextOn().toString());
    });
    return planned;
  }

  /// Reports whose day has come, the longest due first.
  public List<Planned> due() {
    return database.read(handle ->
        handle
            .createQuery(
                "select * from impact_schedule where next_on <= :today order by next_on,"
                    + " partnership")
            .bind("today", LocalDate.now(clock).toString())
            .map((row, context) ->
                new Planned(
                    row.getString("partnership"),
                    row.getInt("every_months"),
                    LocalDate.parse(row.getString("next_on")),
                    Path.of(row.getString("folder")),
                    row.getString("language"),
                    new LinkedHashSet<>(List.of(row.getString("formats").split(",")))))
            .list());
  }

  /// Writes each due report as a draft beside its measures and moves its day on; one that fails
  /// keeps its day. Nothing is sent.
  ///
  /// @param notes what the workspace knows of a partnership
  public List<Prepared> prepare(
      PartnerReports reports, java.util.function.Function<Planned, PartnerNotes> notes) {
    List<Prepared> prepared = new ArrayList<>();
    for (Planned one : due()) {
      try {
        PartnerNotes known = notes.apply(one);
        PartnerNotes draft =
            new PartnerNotes(
                known.corrections(), known.promises(), known.next(), known.previous(), true);
        List<Path> files = reports.write(one.folder(), one.formats(), one.language(), draft);
        moveOn(one);
        prepared.add(new Prepared(one, files, ""));
      } catch (HandselException failed) {
        prepared.add(new Prepared(one, List.of(), String.valueOf(failed.getMessage())));
      }
    }
    return prepared;
  }

  private void moveOn(Planned one) {
    LocalDate today = LocalDate.now(clock);
    LocalDate next = one.nextOn();
    while (!next.isAfter(today)) {
      next = next.plusMonths(one.everyMonths());
    }
    String day = next.toString();
    database.write(handle ->
        handle
            .createUpdate(
                "update impact_schedule set next_on = :next, prepared_on = :today where partnership"
                    + " = :id")
            .bind("next", day)
            .bind("today", today.toString())
            .bind("id", one.partnership())
            .execute());
  }
}
