package org.handsel.partnership.prospects;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.handsel.platform.Database;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Keeps the table of all institutions in memory and brings it up to date when the register, a
/// profile or what a wiki lacks was changed, also by another process: few changes are put in, many
/// make it anew. Safe for use by many threads.
final class Ranking {
  /// More changed rows than this are not put in one by one.
  private static final int MANY = 2000;

  private static final int KEPT_ORDERS = 8;

  private static final int KEPT_SELECTIONS = 6;

  private final Database database;
  private final Estimates estimates;
  private final Scoring scoring;
  private State state =
      new State(RankTable.empty(), Gaps.NONE, List.of(), List.of(), -1, "", Map.of(), Map.of());

  /// Orders that were asked for lately, by what they were asked with.
  private record Asked(ProspectQuery.Order order, Weights weights) {}

  /// Selections that were made lately, by what decided on them.
  private record Chosen(ProspectQuery query, Standing standing) {}

  /// @param types and countries by their number in the table
  /// @param revision of the register
  /// @param statement id of the newest answer
  record State(
      RankTable table,
      Gaps gaps,
      List<String> types,
      List<String> countries,
      long revision,
      String statement,
      Map<Asked, int[]> orders,
      Map<Chosen, Selection> selections) {}

  Ranking(Database database, Estimates estimates, Scoring scoring) {
    this.database = database;
    this.estimates = estimates;
    this.scoring = scoring;
  }

  synchronized State current() {
    return database.read(handle -> {
      long revision =
          handle
              .createQuery("select value from register_revision where name = 'institution'")
              .mapTo(Long.class)
              .one();
      String statement =
          handle
              .createQuery("select coalesce(max(id), '') from profile_statement")
              .mapTo(String.class)
              .one();
      long gaps = Gaps.number(handle);
      if (revision != state.revision()
          || !statement.equals(state.statement())
          || gaps != state.gaps().number()) {
        state = next(handle, revision, statement, gaps);
      }
      return state;
    });
  }

  private State next(Handle handle, long revision, String statement, long number) {
    if (state.revision() >= 0 && number == state.gaps().number()) {
      List<String> changed =
          handle
              .createQuery(
                  """
                  select id from institution where revision > :revision
                  union select institution from profile_statement where id > :statement
                  """)
              .bind("revision", state.revision())
              .bind("statement", state.statement())
              .setMaxRows(MANY + 1)
              .mapTo(String.class)
              .list();
      List<Knowledge.Known> known =
          changed.size() > MANY ? List.of() : Knowledge.of(handle, changed);
      boolean fits =
          changed.size() <= MANY
              && known.stream()
                  .map(Knowledge::id)
                  .allMatch(id -> state.table().row(id) >= 0 || state.table().endsBefore(id));
      if (fits) {
        List<RankTable.Row> rows = new ArrayList<>();
        Building building = new Building(state.gaps(), state.types(), state.countries(), rows::add);
        known.forEach(building::add);
        return building.state(state.table().with(rows), revision, statement);
      }
    }
    Gaps gaps = number == state.gaps().number() ? state.gaps() : Gaps.read(handle);
    int expected =
        handle.createQuery("select count(*) from institution").mapTo(Integer.class).one();
    RankTable.Growing growing = new RankTable.Growing(expected);
    Building building = new Building(gaps, List.of(), List.of(), growing::add);
    Knowledge.all(handle, building::add);
    return building.state(growing.table(), revision, statement);
  }

  /// Rows of all institutions in an order; kept for the next page of the same list.
  int[] order(State of, ProspectQuery query) {
    Asked asked = new Asked(query.order(), query.weights());
    synchronized (of.orders()) {
      int[] known = of.orders().get(asked);
      if (known != null) {
        return known;
      }
    }
    int[] order = of.table().order(query.order(), query.weights(), scoring);
    synchronized (of.orders()) {
      of.orders().put(asked, order);
    }
    return order;
  }

  /// What fits a query. Kept for the next page of the same list, unless it depends on who asks or
  /// on words, of which there are too many.
  Selection selection(
      State of, ProspectQuery query, Standing standing, String me, @Nullable Set<UUID> named) {
    if (named != null || query.claim() != null) {
      return new Selection(of, query, standing, me, named, order(of, query));
    }
    Chosen chosen = new Chosen(query, standing);
    synchronized (of.selections()) {
      Selection known = of.selections().get(chosen);
      if (known != null) {
        return known;
      }
    }
    Selection fresh = new Selection(of, query, standing, me, null, order(of, query));
    synchronized (of.selections()) {
      of.selections().put(chosen, fresh);
    }
    return fresh;
  }

  /// Numbers for words, in the order in which they come.
  private static final class Numbers {
    private final Map<String, Short> numbers = new HashMap<>();
    private final List<String> words = new ArrayList<>();

    Numbers(List<String> known) {
      known.forEach(this::of);
    }

    short of(String word) {
      return numbers.computeIfAbsent(
          word,
          fresh -> {
            words.add(fresh);
            return (short) (words.size() - 1);
          });
    }
  }

  /// A map that forgets what was asked for longest ago.
  private static <K, V> Map<K, V> lately(int most) {
    return new LinkedHashMap<>(16, 0.75f, true) {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
      }
    };
  }

  private final class Building {
    private final Gaps gaps;
    private final Numbers types;
    private final Numbers countries;
    private final Consumer<RankTable.Row> rows;

    Building(Gaps gaps, List<String> types, List<String> countries, Consumer<RankTable.Row> rows) {
      this.rows = rows;
      this.gaps = gaps;
      this.types = new Numbers(types);
      this.countries = new Numbers(countries);
    }

    void add(Knowledge.Known known) {
      Map<Factor, Estimate> all = estimates.of(known.facts(), gaps);
      float[] values = new float[RankTable.WIDTH];
      int at = 0;
      for (Factor factor : Factor.GAINS) {
        Estimate one = all.get(factor);
        if (one != null) {
          values[at] = (float) Scoring.log(one.least());
          values[at + 1] = (float) Scoring.log(one.likely());
          values[at + 2] = (float) Scoring.log(one.most());
        }
        at += 3;
      }
      Estimate effort = all.get(Factor.EFFORT);
      if (effort != null) {
        values[at] = (float) effort.least();
        values[at + 1] = (float) effort.likely();
        values[at + 2] = (float) effort.most();
      }
      Double north = known.row().latitude();
      Double east = known.row().longitude();
      UUID id = Knowledge.id(known);
      rows.accept(
          new RankTable.Row(
              id,
              values,
              north == null ? Float.NaN : north.floatValue(),
              east == null ? Float.NaN : east.floatValue(),
              types.of(known.row().type()),
              countries.of(known.row().country() == null ? "" : known.row().country()),
              Holdings.bits(known.facts()),
              known.row().mergedInto() != null,
              Knowledge.tie(known)));
    }

    State state(RankTable table, long revision, String statement) {
      return new State(
          table,
          gaps,
          List.copyOf(types.words),
          List.copyOf(countries.words),
          revision,
          statement,
          lately(KEPT_ORDERS),
          lately(KEPT_SELECTIONS));
    }
  }
}
