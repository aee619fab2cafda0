package org.handsel.partnership.prospects;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.handsel.partnership.register.Institution;
import org.handsel.partnership.register.InstitutionQuery;
import org.handsel.partnership.register.Institutions;
import org.handsel.platform.Csv;
import org.handsel.platform.Database;
import org.handsel.platform.History;
import org.handsel.platform.Tsv;
import org.handsel.platform.Who;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The shopping list.
///
/// The order depends on what is known and on the weights alone, never on when something was
/// imported. Safe for use by many threads; keeps the list in memory, so there should be one of it.
public final class Prospects {
  /// More hits of words than this are not looked through.
  private static final int MOST_NAMED = 2000;

  private final Database database;
  private final History history;
  private final Clock clock;
  private final Institutions register;
  private final Factors factors = Factors.load();
  private final Scoring scoring = new Scoring(factors);
  private final Estimates estimates = Estimates.load();
  private final WantRules wants = WantRules.load();
  private final Countries countries = Countries.load();
  private final Ranking ranking;

  public Prospects(Database database, History history, Clock clock, Institutions register) {
    this.database = database;
    this.history = history;
    this.clock = clock;
    this.register = register;
    this.ranking = new Ranking(database, estimates, scoring);
  }

  /// A part of the list.
  ///
  /// @param me who asks, for what is claimed by them
  public ProspectPage page(ProspectQuery query, Who me, int offset, int limit) {
    Ranking.State state = ranking.current();
    Set<UUID> named = named(query.text());
    return database.read(handle -> {
      Standing standing = Standing.read(handle, LocalDate.now(clock));
      Selection selection = ranking.selection(state, query, standing, me.id(), named);
      int[] rows = selection.rows();
      List<Prospect> shown = part(handle, state, query, standing, rows, offset, limit);
      return new ProspectPage(rows.length, shown, selection.facets(me.id()));
    });
  }

  /// Reads what the list needs, so that the first who asks for it need not wait.
  public void prepare() {
    page(ProspectQuery.all(weights()), Who.HANDSEL, 0, 1);
  }

  /// All that fit, the best first, handed over in turn.
  public void each(ProspectQuery query, Who me, java.util.function.Consumer<Prospect> consumer) {
    int step = 500;
    Ranking.State state = ranking.current();
    Set<UUID> named = named(query.text());
    Standing standing = database.read(handle -> Standing.read(handle, LocalDate.now(clock)));
    int[] rows = ranking.selection(state, query, standing, me.id(), named).rows();
    for (int from = 0; from < rows.length; from += step) {
      int first = from;
      // A connection for each part: whoever takes long to read must not keep others from theirs.
      List<Prospect> part =
          database.read(handle -> part(handle, state, query, standing, rows, first, step));
      part.forEach(consumer);
    }
  }

  private List<Prospect> part(
      Handle handle,
      Ranking.State state,
      ProspectQuery query,
      Standing standing,
      int[] rows,
      int offset,
      int limit) {
    List<String> ids = new ArrayList<>();
    for (int i = offset; i < rows.length && ids.size() < limit; i++) {
      ids.add(state.table().id(rows[i]).toString());
    }
    Map<String, Knowledge.Known> known = new HashMap<>();
    Knowledge.of(handle, ids).forEach(one -> known.put(one.row().id(), one));
    List<Prospect> shown = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      Knowledge.Known one = known.get(ids.get(i));
      if (one != null) {
        shown.add(prospect(offset + i + 1, one, state.gaps(), query.weights(), standing));
      }
    }
    return shown;
  }

  /// All that fit as a table: CSV in which nothing can become a formula, or Handsel's TSV.
  public void write(Writer out, ProspectQuery query, Who me, boolean csv) throws IOException {
    out.write(line(ProspectTable.header(), csv));
    try {
      each(
          query,
          me,
          one -> {
            try {
              out.write(line(ProspectTable.row(one), csv));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static String line(List<String> cells, boolean csv) {
    return csv ? Csv.row(cells) + "\r\n" : Tsv.row(cells) + "\n";
  }

  /// One institution with its score explained.
  public Optional<Prospect> one(String institution, Weights weights) {
    Ranking.State state = ranking.current();
    return database.read(handle ->
        Knowledge.of(handle, List.of(institution)).stream()
            .findFirst()
            .map(known ->
                prospect(
                    0, known, state.gaps(), weights, Standing.read(handle, LocalDate.now(clock)))));
  }

  /// What fits on a map.
  ///
  /// @param degrees side of the squares that become one circle
  public ProspectMap map(ProspectQuery query, Who me, double degrees) {
    Ranking.State state = ranking.current();
    Set<UUID> named = named(query.text());
    Standing standing = database.read(handle -> Standing.read(handle, LocalDate.now(clock)));
    Selection selection = ranking.selection(state, query, standing, me.id(), named);
    return selection.map(
        degrees,
        size -> {
          Cells cells = new Cells(state, size);
          double[] gains = Factor.GAINS.stream().mapToDouble(query.weights()::of).toArray();
          for (int row : selection.rows()) {
            cells.add(
                row,
                state
                    .table()
                    .score(row, ProspectQuery.Order.LIKELY, query.weights(), gains, scoring));
          }
          List<MapCell> circles = cells.circles(countries);
          return new ProspectMap(circles, cells.nowhere());
        });
  }

  private Prospect prospect(
      int rank, Knowledge.Known known, Gaps gaps, Weights weights, Standing standing) {
    Institution row = known.row();
    return new Prospect(
        rank,
        row,
        known.facts(),
        scoring.score(estimates.of(known.facts(), gaps), weights),
        wants.of(known.facts()),
        standing.stage(row.id()),
        standing.holder(row.id()));
  }

  private @Nullable Set<UUID> named(String text) {
    if (text.isBlank()) {
      return null;
    }
    Set<UUID> named = new HashSet<>();
    register
        .page(InstitutionQuery.text(text), 0, MOST_NAMED)
        .rows()
        .forEach(row -> named.add(UUID.fromString(row.id())));
    return named;
  }

  /// The weights of this workspace.
  public Weights weights() {
    Map<Factor, Double> kept = new EnumMap<>(factors.standard().values());
    database.read(handle ->
        handle
            .createQuery("select factor, value from prospect_weight")
            .map((row, context) -> {
              double value = row.getDouble("value");
              return Factor.of(row.getString("factor")).map(factor -> kept.put(factor, value));
            })
            .list());
    return new Weights(kept);
  }

  /// The weights that the program comes with.
  public Weights standard() {
    return factors.standard();
  }

  /// Keeps weights for everybody who uses this workspace.
  public void keep(Who who, Weights weights) {
    Weights before = weights();
    database.write(handle -> {
      handle.execute("delete from prospect_weight");
      for (Factor factor : Factor.values()) {
        if (weights.of(factor) != factors.standard().of(factor)) {
          handle.execute(
              "insert into prospect_weight (factor, value) values (?, ?)",
              factor.code(),
              weights.of(factor));
        }
      }
      history.note(
          handle, who, "prospects", "weights", "change", before.values(), weights.values());
    });
  }

  /// What the wikis lack, without the words.
  public List<WikiGaps> gaps() {
    return ranking.current().gaps().wikis();
  }

  /// Takes over what an audit found; what was known of the same wiki is replaced.
  public void keep(Who who, WikiGaps gaps) {
    database.write(handle -> {
      Gaps.write(handle, gaps);
      history.note(
          handle,
          who,
          "prospects",
          gaps.wiki(),
          "audit",
          null,
          Map.of(
              "source", gaps.source(),
              "asOf", gaps.asOf().toString(),
              "findings", gaps.findings()));
    });
  }

  /// Words as [WikiGaps] counts them: without marks, in small letters, of four letters or more.
  public static List<String> words(String text) {
    return Gaps.words(text);
  }
}
