package org.handsel.impact;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.handsel.platform.Database;
import org.handsel.platform.HandselException;
import org.handsel.platform.History;
import org.handsel.platform.Who;
import org.jspecify.annotations.Nullable;

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
  /// @param preparedOn when a draft was made last, or null
  public record Planned(
      String partnership,
      int everyMonths,
      LocalDate nextOn,
      Path folder,
      String language,
      Set<String> formats,
      @Nullable LocalDate preparedOn) {
    public Planned {
      formats = Collections.unmodifiableSet(new LinkedHashSet<>(formats));
    }

    /// A plan under which nothing was prepared yet.
    public static Planned fresh(
        String partnership,
        int everyMonths,
        LocalDate nextOn,
        Path folder,
        String language,
        Set<String> formats) {
      return new Planned(partnership, everyMonths, nextOn, folder, language, formats, null);
    }
  }

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
    for (String format : planned.formats()) {
      if (!PartnerReports.FORMATS.contains(format)) {
        throw HandselException.usage(
            "schedule: expected html, pdf, xlsx or csv, found \"%s\".".formatted(format));
      }
    }
    Texts.load(planned.language());
    Planned before = of(planned.partnership()).orElse(null);
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
          before == null ? null : shown(before),
          shown(planned));
    });
    return planned;
  }

  /// Reports whose day has come, the longest due first.
  public List<Planned> due() {
    return select("next_on <= :key", LocalDate.now(clock).toString());
  }

  /// The report that is planned for a partnership.
  public Optional<Planned> of(String partnership) {
    return select("partnership = :key", partnership).stream().findFirst();
  }

  /// Plans no more reports for a partnership.
  public void end(Who who, String partnership) {
    Planned before =
        of(partnership)
            .orElseThrow(() ->
                HandselException.usage("schedule: no report is planned for this partnership."));
    database.write(handle -> {
      handle
          .createUpdate("delete from impact_schedule where partnership = :id")
          .bind("id", partnership)
          .execute();
      history.note(handle, who, "schedule", partnership, "remove", shown(before), null);
    });
  }

  private static Map<String, String> shown(Planned planned) {
    return Map.of(
        "everyMonths",
        Integer.toString(planned.everyMonths()),
        "nextOn",
        planned.nextOn().toString(),
        "language",
        planned.language(),
        "formats",
        String.join(",", planned.formats()));
  }

  private List<Planned> select(String condition, String key) {
    return database.read(handle ->
        handle
            .createQuery(
                "select * from impact_schedule where "
                    + condition
                    + " order by next_on, partnership")
            .bind("key", key)
            .map((row, context) ->
                new Planned(
                    row.getString("partnership"),
                    row.getInt("every_months"),
                    LocalDate.parse(row.getString("next_on")),
                    Path.of(row.getString("folder")),
                    row.getString("language"),
                    new LinkedHashSet<>(List.of(row.getString("formats").split(",", -1))),
                    row.getString("prepared_on") == null
                        ? null
                        : LocalDate.parse(row.getString("prepared_on"))))
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
