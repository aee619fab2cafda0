package org.handsel.partnership.talks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.handsel.partnership.habits.Habit;
import org.handsel.platform.Database;
import org.handsel.platform.History;
import org.handsel.platform.Who;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// Partnerships side by side, as cards.
///
/// Safe for use by many threads.
public final class Boards {
  /// A claim that ends within so many days is worth a look.
  private static final int SOON = 7;

  /// Without the institutions: only those of the cards that are shown are looked up.
  private static final String CARDS =
      """
      from partnership p
      where (:team = '*' or p.team = :team) and (:stage < 0 or p.stage = :stage)
        and (p.state = :state or (:state = '' and p.state <> 'done'))
        and (:institution = '' or p.institution = :institution)
        and (:quiet = '' or coalesce(p.last_contact_on, p.stage_since) < :quiet)
        and (:holder = '' or p.institution in
          (select c.institution from claim c where c.owner = :holder and c.expires_on >= :today))
      """;

  private static final String ORDER =
      " order by p.revisit_on nulls last, p.last_contact_on nulls last, p.id";

  private final Ground ground;
  private final Limits limits;

  public Boards(Database database, History history, Clock clock) {
    this.ground = Ground.of(database, history, clock);
    this.limits = new Limits(ground);
  }

  /// The board of a team.
  ///
  /// @param perColumn how many cards of each stage at most
  public Board of(String team, int perColumn) {
    return of(CardFilter.ALL.ofTeam(team), perColumn);
  }

  /// The board of a team with those cards only that a filter lets through; limits and the numbers
  /// held against them are the team's all the same.
  ///
  /// @param filter its stage is not looked at; without a team it is the unnamed one
  /// @param perColumn how many cards of each stage at most
  public Board of(CardFilter filter, int perColumn) {
    String team = filter.team() == null ? "" : filter.team();
    return ground
        .database()
        .read(handle -> {
          List<Board.Column> columns = new ArrayList<>();
          CardFilter shown = filter.ofTeam(team);
          Map<Integer, Integer> totals = counts(handle, shown);
          Map<Integer, Integer> open = counts(handle, CardFilter.ALL.ofTeam(team).inState("open"));
          for (int stage = 0; stage <= Stages.STEWARDSHIP; stage++) {
            columns.add(
                column(handle, shown, stage, perColumn, totals, open.getOrDefault(stage, 0)));
          }
          return new Board(team, columns);
        });
  }

  /// Names of all teams that have a partnership; the unnamed one is the empty text.
  public List<String> teams() {
    return ground
        .database()
        .read(handle ->
            handle
                .createQuery("select distinct team from partnership order by team")
                .mapTo(String.class)
                .list());
  }

  /// What a person carries in each stage that has a limit for persons.
  public List<Load> carriedBy(Who who, String team) {
    return ground
        .database()
        .read(handle -> {
          List<Load> loads = new ArrayList<>();
          for (int stage = 1; stage <= Stages.STEWARDSHIP; stage++) {
            int limit = limits.limit(handle, team, "person", stage).value();
            if (limit > 0) {
              loads.add(new Load(stage, limits.carried(handle, who, stage, ""), limit));
            }
          }
          return loads;
        });
  }

  /// How many open partnerships a person carries in a stage.
  public record Load(int stage, int cards, int limit) {
    public boolean full() {
      return cards >= limit;
    }
  }

  /// Cards of a filter, the most urgent first: those with a day to come back, then those that were
  /// quiet for longest.
  public List<Card> cards(CardFilter filter, int limit, int offset) {
    return ground.database().read(handle -> cards(handle, filter, limit, offset));
  }

  /// How many cards a filter has.
  public int count(CardFilter filter) {
    return ground.database().read(handle -> count(handle, filter));
  }

  private Board.Column column(
      Handle handle,
      CardFilter shown,
      int stage,
      int perColumn,
      Map<Integer, Integer> totals,
      int open) {
    String team = String.valueOf(shown.team());
    Habit limit = limits.limit(handle, team, "team", stage);
    FullColumn full =
        limit.value() > 0 && open >= limit.value()
            ? new FullColumn("team", team, stage, open, limit.value(), limit.reason())
            : null;
    int total = totals.getOrDefault(stage, 0);
    return new Board.Column(
        stage,
        total == 0 ? List.of() : cards(handle, shown.inStage(stage), perColumn, 0),
        total,
        open,
        limit.value(),
        full);
  }

  /// How many cards of a filter each stage has.
  private Map<Integer, Integer> counts(Handle handle, CardFilter filter) {
    Map<Integer, Integer> counts = new HashMap<>();
    bound(
            handle.createQuery(
                "select p.stage, count(*) as cards "
                    + CARDS
                    + " group by p.stage order by p.stage"),
            filter.inStage(null))
        .map((row, context) -> Map.entry(row.getInt("stage"), row.getInt("cards")))
        .forEach(stage -> counts.put(stage.getKey(), stage.getValue()));
    return counts;
  }

  private int count(Handle handle, CardFilter filter) {
    return bound(handle.createQuery("select count(*) " + CARDS), filter).mapTo(Integer.class).one();
  }

  private List<Card> cards(Handle handle, CardFilter filter, int limit, int offset) {
    List<Card> cards =
        bound(
                handle.createQuery(
                    "select p.*, i.name as institution_name, c.owner, c.owner_name, c.since,"
                        + " c.expires_on from (select p.* "
                        + CARDS
                        + ORDER
                        + " limit :limit offset :offset) p join institution i on i.id ="
                        + " p.institution left join claim c on c.institution = p.institution and"
                        + " c.expires_on >= :today"
                        + ORDER),
                filter)
            .bind("limit", limit)
            .bind("offset", offset)
            .map((row, context) -> card(row))
            .list();
    Map<String, NextStep> steps = steps(handle, cards);
    Map<String, Integer> quiet = new HashMap<>();
    return cards.stream()
        .map(card -> {
          int months =
              quiet.computeIfAbsent(
                  card.partnership().team(),
                  team -> ground.habits().one(handle, team, "quiet-months").value());
          NextStep step = steps.get(card.partnership().id());
          return new Card(
              card.partnership(),
              card.institution(),
              card.stageSince(),
              card.lastContact(),
              step,
              card.claim(),
              warnings(card, step, months));
        })
        .toList();
  }

  private Query bound(Query query, CardFilter filter) {
    LocalDate today = ground.today();
    return query
        .bind("today", today.toString())
        .bind("team", filter.team() == null ? "*" : filter.team())
        .bind("stage", filter.stage() == null ? -1 : filter.stage())
        .bind("state", filter.state() == null ? "" : filter.state())
        .bind("holder", filter.holder() == null ? "" : filter.holder())
        .bind("institution", filter.institution() == null ? "" : filter.institution())
        .bind(
            "quiet",
            filter.quietMonths() == null
                ? ""
                : today.minusMonths(filter.quietMonths()).plusDays(1).toString());
  }

  private static Card card(ResultSet row) throws SQLException {
    Partnership partnership = PartnershipRow.read(row, null);
    String owner = row.getString("owner");
    String since = row.getString("stage_since");
    return new Card(
        partnership,
        row.getString("institution_name"),
        since.isEmpty() ? null : LocalDate.parse(since),
        PartnershipRow.day(row.getString("last_contact_on")),
        null,
        owner == null
            ? null
            : new Claim(
                partnership.institution(),
                new Who(owner, row.getString("owner_name")),
                LocalDate.parse(row.getString("since")),
                LocalDate.parse(row.getString("expires_on"))),
        List.of());
  }

  /// The first open step of each card.
  private static Map<String, NextStep> steps(Handle handle, List<Card> cards) {
    Map<String, NextStep> steps = new HashMap<>();
    if (!cards.isEmpty()) {
      handle
          .createQuery(
              """
              select * from timeline_entry where partnership in (<ids>)
                and step is not null and step_done_on is null and not withdrawn
              order by step_on nulls last, id
              """)
          .bindList("ids", cards.stream().map(card -> card.partnership().id()).toList())
          .map(Entries::row)
          .forEach(entry -> {
            NextStep step = entry.step();
            if (step != null) {
              steps.putIfAbsent(entry.partnership(), step);
            }
          });
    }
    return steps;
  }

  private List<Warning> warnings(Card card, @Nullable NextStep step, int quietMonths) {
    LocalDate today = ground.today();
    Partnership partnership = card.partnership();
    boolean open = partnership.state().equals("open");
    List<Warning> warnings = new ArrayList<>();
    Claim claim = card.claim();
    boolean talking = open && partnership.stage() >= 2 && partnership.stage() < Stages.STEWARDSHIP;
    if (talking && claim == null) {
      warnings.add(new Warning("no-claim", null));
    }
    if (open && claim != null && !claim.expiresOn().isAfter(today.plusDays(SOON))) {
      warnings.add(new Warning("claim-expires", claim.expiresOn()));
    }
    LocalDate revisit = partnership.revisitOn();
    if (revisit != null && revisit.isBefore(today)) {
      warnings.add(new Warning("revisit-overdue", revisit));
    }
    LocalDate due = step == null ? null : step.due();
    if (due != null && due.isBefore(today)) {
      warnings.add(new Warning("step-overdue", due));
    }
    LocalDate heard = card.lastContact() == null ? card.stageSince() : card.lastContact();
    if (talking && heard != null && !heard.plusMonths(quietMonths).isAfter(today)) {
      warnings.add(new Warning("quiet", heard));
    }
    return warnings;
  }
}
