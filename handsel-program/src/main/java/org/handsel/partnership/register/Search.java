package org.handsel.partnership.register;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.handsel.platform.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// Searches the register by an index in memory, which knows by the register's revision that
/// somebody, also in another process, changed it.
///
/// A large index is not built anew for a few changes, because nobody who types should wait for
/// that: the changed rows are searched in a small index of their own and stand first, until a new
/// large one is ready. Safe for use by many threads.
final class Search {
  private static final String ROWS =
      """
      select id, name, altname, city, region, country, type, subtype, income_band
      from institution where merged_into is null
      """;

  /// Up to so many rows a new index is a matter of milliseconds.
  private final int small;

  private final Database database;
  private @Nullable State state;
  private boolean building;

  Search(Database database) {
    this(database, 5_000);
  }

  /// @param small up to so many rows the index is built anew at once
  Search(Database database, int small) {
    this.database = database;
    this.small = small;
  }

  /// What is known of a revision.
  ///
  /// @param base of the revision `built`
  /// @param changed the rows that were changed since
  /// @param removals how often rows had been taken away when the base was built
  /// @param masked ids of all rows that were changed or merged since
  private record State(
      SearchIndex base,
      long built,
      long removals,
      SearchIndex changed,
      Set<String> masked,
      long revision) {}

  InstitutionPage find(InstitutionQuery query, int offset, int limit) {
    return database.read(handle -> {
      State now = current(handle);
      Set<String> exact = identified(handle, query.text().strip());
      if (now.masked().isEmpty()) {
        SearchIndex.Found found = now.base().find(query, exact, offset, limit);
        return new InstitutionPage(found.total(), rows(handle, found.ids()), found.facets());
      }
      SearchIndex.Found fresh = now.changed().find(query, exact, 0, offset + limit);
      int before = Math.max(0, offset - fresh.total());
      List<String> ids =
          new ArrayList<>(
              fresh.ids().subList(Math.min(offset, fresh.ids().size()), fresh.ids().size()));
      SearchIndex.Found rest =
          now.base().find(query, exact, now.masked(), before, Math.max(0, limit - ids.size()));
      ids.addAll(rest.ids());
      return new InstitutionPage(
          fresh.total() + rest.total(), rows(handle, ids), together(fresh.facets(), rest.facets()));
    });
  }

  private synchronized State current(Handle handle) {
    long now = Revisions.current(handle);
    State known = state;
    if (known != null && known.revision() == now) {
      return known;
    }
    State next = known == null || known.base().size() <= small ? null : patched(handle, known, now);
    if (next == null) {
      next = whole(handle, now);
    } else {
      buildBeside();
    }
    state = next;
    return next;
  }

  private static State whole(Handle handle, long now) {
    long removals = Revisions.removals(handle);
    SearchIndex base = build(handle.createQuery(ROWS + " order by name_key, id"));
    return new State(base, now, removals, empty(), Set.of(), now);
  }

  /// The changes since the base, when they are few and none of them took rows away.
  private @Nullable State patched(Handle handle, State known, long now) {
    Set<String> masked =
        new HashSet<>(
            handle
                .createQuery("select id from institution where revision > :built limit :most")
                .bind("built", known.built())
                .bind("most", small + 1)
                .mapTo(String.class)
                .list());
    if (masked.size() > small || Revisions.removals(handle) != known.removals()) {
      return null;
    }
    // Not by the bare key, whose index would have all rows read in its order.
    SearchIndex changed =
        build(
            handle
                .createQuery(ROWS + " and revision > :built order by name_key || '', id")
                .bind("built", known.built()));
    return new State(known.base(), known.built(), known.removals(), changed, masked, now);
  }

  private void buildBeside() {
    if (!building) {
      building = true;
      Thread.ofVirtual().name("register index").start(this::rebuild);
    }
  }

  private void rebuild() {
    try {
      database.read(handle -> {
        // The number first: a change that comes in between is then only looked at twice.
        long now = Revisions.current(handle);
        State fresh = whole(handle, now);
        synchronized (this) {
          State known = state;
          if (known == null || known.built() < now) {
            state = fresh;
          }
        }
        return true;
      });
    } catch (RuntimeException e) {
      // The database was closed; whoever searches next sees that.
    } finally {
      synchronized (this) {
        building = false;
      }
    }
  }

  private static SearchIndex empty() {
    return SearchIndex.of(rows -> {});
  }

  private static SearchIndex build(Query query) {
    return SearchIndex.of(rows ->
        query
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
  }

  private static Map<String, Map<String, Integer>> together(
      Map<String, Map<String, Integer>> few, Map<String, Map<String, Integer>> many) {
    Map<String, Map<String, Integer>> all = new LinkedHashMap<>();
    many.forEach((facet, counts) -> {
      Map<String, Integer> sum = new LinkedHashMap<>(counts);
      few.getOrDefault(facet, Map.of())
          .forEach((value, count) -> sum.merge(value, count, Integer::sum));
      all.put(facet, sum);
    });
    return all;
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
