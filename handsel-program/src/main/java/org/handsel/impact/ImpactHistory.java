package org.handsel.impact;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.handsel.platform.Database;
import org.handsel.platform.Ids;
import org.handsel.platform.Json;
import org.jspecify.annotations.Nullable;

/// Keeps measurements, so that a report can say what was before. Only numbers with equal
/// definitions are put side by side.
///
/// Safe for use by many threads.
public final class ImpactHistory {
  private final Database database;
  private final Ids ids;

  public ImpactHistory(Database database, Clock clock) {
    this.database = database;
    this.ids = new Ids(clock);
  }

  /// A measurement that was kept.
  public record Kept(
      String id,
      String collection,
      String kind,
      String source,
      @Nullable String asOf,
      String measuredAt) {}

  /// Keeps the numbers of the whole collection. The same source on the same day with the same
  /// definitions is kept once.
  public void keep(Measurement measured) {
    Measurement.About about = measured.about();
    String definitions = definitions(measured);
    database.write(handle -> {
      boolean known =
          handle
                  .createQuery(
                      """
                      select count(*) from impact_measurement
                      where collection_key = :key and definitions = :definitions
                        and source = :source and source_sha1 = :sha1 and coalesce(as_of, '') = :asOf and source_sha1 <> ''
                      """)
                  .bind("key", key(about.collection()))
                  .bind("definitions", definitions)
                  .bind("source", about.source())
                  .bind("sha1", about.sha1())
                  .bind("asOf", Objects.toString(about.asOf(), ""))
                  .mapTo(Long.class)
                  .one()
              > 0;
      if (known) {
        return;
      }
      String id = ids.next();
      handle
          .createUpdate(
              """
              insert into impact_measurement
                (id, collection, collection_key, kind, definitions, parameters, source, source_sha1, as_of, measured_at)
              values (:id, :collection, :key, :kind, :definitions, :parameters, :source, :sha1, :asOf, :at)
              """)
          .bind("id", id)
          .bind("collection", about.collection())
          .bind("key", key(about.collection()))
          .bind("kind", about.kind())
          .bind("definitions", definitions)
          .bind("parameters", Json.line(about.parameters()))
          .bind("source", about.source())
          .bind("sha1", about.sha1())
          .bind("asOf", about.asOf())
          .bind("at", about.measuredAt())
          .execute();
      int place = 0;
      for (Measure measure : measured.measures()) {
        if (!measure.parameters().containsKey("institution")) {
          handle
              .createUpdate(
                  "insert into impact_value (measurement, place, measure, value)"
                      + " values (:id, :place, :measure, :value)")
              .bind("id", id)
              .bind("place", (long) place++)
              .bind("measure", measure.measure())
              .bind(
                  "value", measure.value() == null ? null : (Double) measure.value().doubleValue())
              .execute();
        }
      }
    });
  }

  /// The last measurement of the same collection with equal definitions and older data.
  public Optional<PartnerNotes.Previous> before(Measurement measured) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                select id, as_of from impact_measurement
                where collection_key = :key and definitions = :definitions and as_of < :asOf
                order by as_of desc, measured_at desc limit 1
                """)
            .bind("key", key(measured.about().collection()))
            .bind("definitions", definitions(measured))
            .bind("asOf", Objects.toString(measured.about().asOf(), ""))
            .map((row, context) -> Map.entry(row.getString("id"), row.getString("as_of")))
            .findFirst()
            .map(found -> {
              Map<String, Number> values = new LinkedHashMap<>();
              handle
                  .createQuery(
                      "select measure, value from impact_value where measurement = :id"
                          + " and value is not null order by place")
                  .bind("id", found.getKey())
                  .map(
                      (row, context) -> Map.entry(row.getString("measure"), row.getDouble("value")))
                  .forEach(one -> values.putIfAbsent(one.getKey(), one.getValue()));
              return new PartnerNotes.Previous(found.getValue(), values);
            }));
  }

  /// All that was kept of a collection, the newest data first.
  public List<Kept> of(String collection) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                select * from impact_measurement where collection_key = :key
                order by as_of desc nulls last, measured_at desc
                """)
            .bind("key", key(collection))
            .map((row, context) ->
                new Kept(
                    row.getString("id"),
                    row.getString("collection"),
                    row.getString("kind"),
                    row.getString("source"),
                    row.getString("as_of"),
                    row.getString("measured_at")))
            .list());
  }

  private static String key(String collection) {
    return collection.toLowerCase(Locale.ROOT).replace('_', ' ').strip();
  }

  /// Everything that decides what was counted, and nothing that tells one day from another.
  private static String definitions(Measurement measured) {
    Map<String, Object> decisive = new TreeMap<>(measured.about().parameters());
    decisive.remove("institutions");
    decisive.remove("days");
    decisive.put("kind", measured.about().kind());
    for (Measure measure : measured.measures()) {
      Object threshold = measure.parameters().get("template-threshold");
      if (threshold != null) {
        decisive.put("template-threshold", threshold);
      }
    }
    return Json.line(decisive);
  }
}
