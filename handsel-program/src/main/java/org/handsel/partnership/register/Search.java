package org.handsel.partnership.register;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.handsel.platform.Database;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Searches the register by an index in memory that is built anew when the register's revision says
/// that somebody, also in another process, changed it. Safe for use by many threads.
final class Search {
  private final Database database;
  private @Nullable SearchIndex index;
  private long revision = -1;

  Search(Database database) {
    this.database = database;
  }

  InstitutionPage find(InstitutionQuery query, int offset, int limit) {
    return database.read(handle -> {
      SearchIndex current = current(handle);
      SearchIndex.Found found =
          current.find(query, identified(handle, query.text().strip()), offset, limit);
      return new InstitutionPage(found.total(), rows(handle, found.ids()), found.facets());
    });
  }

  private synchronized SearchIndex current(Handle handle) {
    long now = Revisions.current(handle);
    SearchIndex known = index;
    if (known == null || now != revision) {
      known =
          SearchIndex.of(rows ->
              handle
                  .createQuery(
                      """
                      select id, name, altname, city, region, country, type, subtype, income_band
                      from institution where merged_into is null order by name_key, id
                      """)
                  .setFetchSize(1000)
                  .map((row, context) ->
                      new SearchIndex.Row(
                          row.getString("id"),
                          row.getString("name"),
                          text(row.getString("altname"))
                              + " "
                              + text(row.getString("city"))
                              + " "
                              + text(row.getString("region")),
                          new String[] {
                            text(row.getString("country")),
                            row.getString("type"),
                            text(row.getString("subtype")),
                            text(row.getString("income_band"))
                          }))
                  .forEach(rows));
      index = known;
      revision = now;
    }
    return known;
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  private static Set<String> identified(Handle handle, String text) {
    if (text.isEmpty() || text.contains(" ")) {
      return Set.of();
    }
    return new HashSet<>(
        handle
            .createQuery(
                """
                select institution from institution_identifier
                where scheme in ('isil', 'gnd', 'dbs', 'wikidata', 'viaf', 'ein', 'ror', 'unknown')
                  and value in (:text, :upper)
                """)
            .bind("text", text)
            .bind("upper", text.toUpperCase(java.util.Locale.ROOT))
            .mapTo(String.class)
            .list());
  }

  private static List<Institution> rows(Handle handle, List<String> ids) {
    Map<String, Institution> byId = new HashMap<>();
    for (int from = 0; from < ids.size(); from += 500) {
      handle
          .createQuery("select * from institution where id in (<ids>)")
          .bindList("ids", ids.subList(from, Math.min(ids.size(), from + 500)))
          .map(InstitutionRow::read)
          .forEach(row -> byId.put(row.id(), row));
    }
    List<Institution> rows = new ArrayList<>();
    for (String id : ids) {
      Institution row = byId.get(id);
      if (row != null) {
        rows.add(row);
      }
    }
    return rows;
  }
}
