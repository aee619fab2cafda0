package org.handsel.partnership.effort;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.handsel.platform.Database;
import org.handsel.platform.HandselException;
import org.handsel.platform.History;
import org.handsel.platform.Ids;
import org.handsel.platform.ResourceTable;
import org.handsel.platform.Said;
import org.handsel.platform.Who;

/// The load that a partnership brings to the institution: forecast before the agreement, watched
/// afterwards. A partner who is buried in inquiries does not go on.
///
/// Safe for use by many threads.
public final class PartnerLoads {
  private static final double HUNDRED = 100;

  private final Database database;
  private final History history;
  private final Clock clock;
  private final Ids ids;
  private final List<LoadForecast.Growth> table;

  public PartnerLoads(Database database, History history, Clock clock) {
    this.database = database;
    this.history = history;
    this.clock = clock;
    this.ids = new Ids(clock);
    this.table =
        ResourceTable.read(
                PartnerLoads.class,
                "partner-load.tsv",
                "name",
                "percent",
                "text_en",
                "text_de",
                "source")
            .rows()
            .stream()
            .map(row ->
                new LoadForecast.Growth(
                    row.cell(0),
                    Long.parseLong(row.cell(1)),
                    new Said(row.cell(2), row.cell(3)),
                    row.cell(4)))
            .toList();
  }

  /// Notes what the institution says about a month.
  public PartnerLoad note(
      Who who, String partnership, LocalDate day, long inquiries, double staff, String note) {
    if (inquiries < 0 || inquiries > 10_000_000 || !(staff >= 0) || staff > 100_000) {
      throw HandselException.usage(
          "load: expected a number of inquiries a month and of posts, found %d and %s."
              .formatted(inquiries, staff));
    }
    if (day.isAfter(LocalDate.now(clock))) {
      throw HandselException.usage("load: expected a day that has come, found %s.".formatted(day));
    }
    PartnerLoad load =
        new PartnerLoad(ids.next(), partnership, day, inquiries, staff, note.strip(), who);
    database.write(handle -> {
      handle
          .createUpdate(
              """
              insert into partner_load (id, partnership, day, inquiries, staff, note, who, who_name)
              values (:id, :partnership, :day, :inquiries, :staff, :note, :who, :name)
              """)
          .bind("id", load.id())
          .bind("partnership", partnership)
          .bind("day", day.toString())
          .bind("inquiries", inquiries)
          .bind("staff", staff)
          .bind("note", load.note())
          .bind("who", who.id())
          .bind("name", who.name())
          .execute();
      history.note(handle, who, "load", load.id(), "add", null, load);
    });
    return load;
  }

  /// What was noted, the oldest first.
  public List<PartnerLoad> of(String partnership) {
    return database.read(handle ->
        handle
            .createQuery("select * from partner_load where partnership = :id order by day, id")
            .bind("id", partnership)
            .map((row, context) -> read(row))
            .list());
  }

  private static PartnerLoad read(ResultSet row) throws SQLException {
    return new PartnerLoad(
        row.getString("id"),
        row.getString("partnership"),
        LocalDate.parse(row.getString("day")),
        row.getLong("inquiries"),
        row.getDouble("staff"),
        row.getString("note"),
        new Who(row.getString("who"), row.getString("who_name")));
  }

  /// What an institution with so many inquiries may expect.
  public LoadForecast forecast(long inquiries) {
    List<LoadForecast.Growth> growths =
        table.stream().filter(growth -> !growth.name().startsWith("limit-")).toList();
    return new LoadForecast(
        inquiries, Math.round(inquiries * (1 + percent("inquiries") / HUNDRED)), growths);
  }

  /// Warnings of all partnerships that have one.
  public Map<String, LoadWarning> warnings() {
    Map<String, List<PartnerLoad>> noted = new HashMap<>();
    database.read(handle ->
        handle
            .createQuery("select * from partner_load order by day, id")
            .map((row, context) -> read(row))
            .map(load ->
                noted.computeIfAbsent(load.partnership(), id -> new ArrayList<>()).add(load))
            .list());
    Map<String, LoadWarning> warnings = new HashMap<>();
    noted.forEach((id, loads) -> warning(loads).ifPresent(warning -> warnings.put(id, warning)));
    return warnings;
  }

  /// Whether inquiries grew by more than those who answer them, between the first and the last
  /// month that were noted.
  public Optional<LoadWarning> warning(String partnership) {
    return warning(of(partnership));
  }

  private Optional<LoadWarning> warning(List<PartnerLoad> loads) {
    if (loads.size() < 2) {
      return Optional.empty();
    }
    PartnerLoad before = loads.getFirst();
    PartnerLoad now = loads.getLast();
    if (before.inquiries() == 0) {
      return Optional.empty();
    }
    long growth = Math.round((now.inquiries() / (double) before.inquiries() - 1) * HUNDRED);
    long staff =
        before.staff() == 0
            ? (now.staff() > 0 ? growth : 0)
            : Math.round((now.staff() / before.staff() - 1) * HUNDRED);
    return growth - staff < percent("limit-warning")
        ? Optional.empty()
        : Optional.of(
            new LoadWarning(before, now, growth, staff, growth - staff >= percent("limit-alarm")));
  }

  private long percent(String name) {
    return table.stream()
        .filter(growth -> growth.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("partner-load.tsv lacks " + name))
        .percent();
  }
}
