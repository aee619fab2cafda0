package org.handsel.impact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.handsel.platform.Who;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Rows of the tables of 008-impact.sql.
final class ImpactRows {
  private ImpactRows() {}

  static List<Expectation> expectations(Handle handle, String partnership) {
    return handle
        .createQuery(
            """
            select e.*, v.outcome, v.note as said from impact_expectation e
            left join impact_verdict v on v.expectation = e.id
            where e.partnership = :id order by e.id
            """)
        .bind("id", partnership)
        .map((row, context) ->
            new Expectation(
                row.getString("id"),
                row.getString("text"),
                row.getString("measure"),
                number(row, "target"),
                row.getString("due_on"),
                null,
                row.getString("outcome"),
                row.getString("said") == null ? "" : row.getString("said")))
        .list();
  }

  static List<Correction> corrections(Handle handle, String partnership) {
    return handle
        .createQuery("select * from impact_correction where partnership = :id order by id")
        .bind("id", partnership)
        .map((row, context) ->
            new Correction(
                row.getString("record"),
                row.getString("field"),
                row.getString("before_value"),
                row.getString("after_value"),
                row.getString("evidence"),
                row.getString("state")))
        .list();
  }

  static List<Observation> observations(Handle handle, String partnership) {
    return handle
        .createQuery(
            "select * from impact_observation where partnership = :id order by day desc, id desc")
        .bind("id", partnership)
        .map((row, context) ->
            new Observation(
                row.getString("id"),
                row.getString("partnership"),
                row.getString("kind"),
                LocalDate.parse(row.getString("day")),
                number(row, "value"),
                number(row, "whole"),
                row.getString("note"),
                new Who(row.getString("who"), row.getString("who_name"))))
        .list();
  }

  static @Nullable Double number(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? null : value;
  }
}
