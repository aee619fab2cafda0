package org.handsel.partnership.prospects;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handsel.partnership.register.Institution;
import org.handsel.partnership.register.ProfileStatement;
import org.handsel.platform.Who;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Reads what is known of institutions from the database: the row, the newest answers, and which
/// lists of identifiers know it.
final class Knowledge {
  private static final String COLUMNS =
      "id, source, source_id, name, name_key, country, type, subtype, city, region, latitude,"
          + " longitude, website, income_band, funder_type, stock_size, merged_into, version";
  private static final int CHUNK = 500;

  private Knowledge() {}

  /// An institution with what is known of it.
  record Known(Institution row, String nameKey, KnownFacts facts) {}

  /// Institutions with these ids, in the order of the ids.
  static List<Known> of(Handle handle, List<String> ids) {
    List<Known> all = new ArrayList<>();
    List<String> sorted = ids.stream().sorted().toList();
    for (int from = 0; from < sorted.size(); from += CHUNK) {
      List<String> part = sorted.subList(from, Math.min(sorted.size(), from + CHUNK));
      Map<String, List<ProfileStatement>> answers = new HashMap<>();
      handle
          .createQuery("select * from profile_statement where institution in (<ids>) order by id")
          .bindList("ids", part)
          .map((row, context) -> answer(row, answers))
          .list();
      Map<String, List<String>> schemes = new HashMap<>();
      handle
          .createQuery(
              "select distinct institution, scheme from institution_identifier where scheme ="
                  + " 'isil' and institution in (<ids>)")
          .bindList("ids", part)
          .map((row, context) ->
              schemes
                  .computeIfAbsent(row.getString("institution"), id -> new ArrayList<>())
                  .add(row.getString("scheme")))
          .list();
      handle
          .createQuery("select " + COLUMNS + " from institution where id in (<ids>) order by id")
          .bindList("ids", part)
          .map((row, context) -> known(row, answers, schemes))
          .forEach(all::add);
    }
    return all;
  }

  /// All institutions in the order of their ids. Answers are few and read first.
  static void all(Handle handle, java.util.function.Consumer<Known> consumer) {
    Map<String, List<ProfileStatement>> answers = new HashMap<>();
    handle
        .createQuery("select * from profile_statement order by id")
        .setFetchSize(1000)
        .map((row, context) -> answer(row, answers))
        .forEach(one -> {});
    handle
        .createQuery(
            "select "
                + COLUMNS
                + ", (select count(*) from institution_identifier x where x.institution ="
                + " institution.id and x.scheme = 'isil') as isils from institution order by id")
        .setFetchSize(1000)
        .map((row, context) -> {
          String id = row.getString("id");
          return known(
              row, answers, row.getLong("isils") > 0 ? Map.of(id, List.of("isil")) : Map.of());
        })
        .forEach(consumer);
  }

  private static boolean answer(ResultSet row, Map<String, List<ProfileStatement>> answers)
      throws SQLException {
    return answers
        .computeIfAbsent(row.getString("institution"), id -> new ArrayList<>())
        .add(
            new ProfileStatement(
                row.getString("question"),
                row.getString("answer"),
                row.getString("evidence"),
                LocalDate.parse(row.getString("as_of")),
                new Who(row.getString("who"), row.getString("who_name"))));
  }

  private static Known known(
      ResultSet row, Map<String, List<ProfileStatement>> answers, Map<String, List<String>> schemes)
      throws SQLException {
    Institution institution =
        new Institution(
            row.getString("id"),
            row.getString("source"),
            row.getString("source_id"),
            row.getString("name"),
            row.getString("country"),
            row.getString("type"),
            row.getString("city"),
            row.getString("region"),
            number(row, "latitude"),
            number(row, "longitude"),
            row.getString("website"),
            row.getString("merged_into"),
            row.getLong("version"),
            new Institution.More(
                row.getString("subtype"),
                null,
                null,
                row.getString("income_band"),
                row.getString("funder_type"),
                null,
                row.getString("stock_size"),
                null,
                null));
    return new Known(
        institution,
        row.getString("name_key"),
        KnownFacts.of(
            institution,
            answers.getOrDefault(institution.id(), List.of()),
            schemes.getOrDefault(institution.id(), List.of())));
  }

  private static @Nullable Double number(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? null : value;
  }

  static UUID id(Known known) {
    return UUID.fromString(known.row().id());
  }

  /// Orders institutions of the same score: by name, then by what tells two of the same name apart.
  static String tie(Known known) {
    Institution row = known.row();
    return String.join(
        "\t",
        // Quotation marks and the like must not bring a name to the top.
        known.nameKey().replaceFirst("^[^\\p{L}\\p{N}]+(?=.)", ""),
        row.source(),
        String.valueOf(row.sourceId()),
        String.valueOf(row.country()),
        String.valueOf(row.region()),
        String.valueOf(row.city()));
  }
}
