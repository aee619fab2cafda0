package org.handsel.authority.review;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.handsel.authority.links.LinkFiles;
import org.handsel.authority.review.ReviewItem.State;
import org.handsel.platform.Database;
import org.handsel.platform.HandselException;
import org.handsel.platform.History;
import org.handsel.platform.Ids;
import org.handsel.platform.Json;
import org.handsel.platform.Who;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/// Links that people look at: sets of them, the queue of each, and every decision with who and
/// when. Decisions are only ever added. Safe for use by many threads.
public final class Reviews {
  private static final int LONGEST_NOTE = 1_000;

  private final Database database;
  private final History history;
  private final Clock clock;
  private final Ids ids;

  public Reviews(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
    this.history = new History(database, clock);
    this.ids = new Ids(clock);
  }

  /// What to look at.
  ///
  /// @param name by which people call it
  /// @param links folder with links.tsv and candidates.tsv
  /// @param persons file that was linked
  /// @param columns key or column by the name of the persons format
  /// @param authority file to which it was linked
  /// @param accept probability from which links were accepted; 0 takes the least of those that were
  /// @param most rows in the queue
  public record Order(
      String name,
      Path links,
      Path persons,
      Map<String, String> columns,
      Path authority,
      double accept,
      int most) {
    public Order {
      columns = Map.copyOf(columns);
    }
  }

  /// Takes a result of linking in, the rows on which a look is worth most.
  ///
  /// @throws HandselException with exit 1 when a file cannot be read, with exit 2 when there is a
  ///   set of that name
  public ReviewSet begin(Who who, Order order) {
    if (find(order.name()).isPresent()) {
      throw HandselException.usage(
          "review: there is a set \"%s\" already. Choose another name with --name."
              .formatted(order.name()));
    }
    QueueBuilder builder = new QueueBuilder(order);
    List<QueueBuilder.Queued> queue = builder.build();
    String id = ids.next();
    String fingerprint = LinkFiles.fingerprint(order.links());
    database.write(handle -> {
      handle
          .createUpdate(
              """
              insert into review_set (id, name, name_key, links, fingerprint, accept, link_rows,
                begun_by, begun_by_name, begun_at)
              values (:id, :name, :key, :links, :fingerprint, :accept, :rows, :who, :who_name, :at)
              """)
          .bind("id", id)
          .bind("name", order.name())
          .bind("key", key(order.name()))
          .bind("links", order.links().toAbsolutePath().normalize().toString())
          .bind("fingerprint", fingerprint)
          .bind("accept", builder.cut())
          .bind("rows", builder.rows())
          .bind("who", who.id())
          .bind("who_name", who.name())
          .bind("at", clock.instant().toEpochMilli())
          .execute();
      var batch =
          handle.prepareBatch(
              """
              insert into review_item (review_set, place, person, worth, body, state)
              values (:set, :place, :person, :worth, :body, 'open')
              """);
      for (QueueBuilder.Queued queued : queue) {
        batch
            .bind("set", id)
            .bind("place", queued.item().place())
            .bind("person", queued.item().person().id())
            .bind("worth", queued.worth())
            .bind("body", Json.line(Body.of(queued.item())))
            .add();
      }
      if (!queue.isEmpty()) {
        batch.execute();
      }
      history.note(handle, who, "review", id, "add", null, Map.of("name", order.name()));
    });
    return find(order.name()).orElseThrow();
  }

  /// What of an item never changes.
  private record Body(
      Card person, String decision, List<ReviewItem.Option> candidates, int claims) {
    static Body of(ReviewItem item) {
      return new Body(item.person(), item.decision(), item.candidates(), item.claims());
    }
  }

  private static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  /// All sets, the newest first.
  public List<ReviewSet> all() {
    return database.read(handle ->
        handle.createQuery(SETS + " order by s.begun_at desc, s.id desc").map(SET).list());
  }

  /// A set by its name, whatever the case, or its id.
  public Optional<ReviewSet> find(String name) {
    return database.read(handle ->
        handle
            .createQuery(SETS + " where s.name_key = :name or s.id = :name")
            .bind("name", key(name))
            .map(SET)
            .findOne());
  }

  private static final String SETS =
      """
      select s.*,
        (select count(*) from review_item i where i.review_set = s.id) as items,
        (select count(*) from review_item i where i.review_set = s.id and i.state = 'open') as open_items,
        (select count(*) from review_item i where i.review_set = s.id and i.state = 'contested') as contested,
        (select count(*) from review_item i where i.review_set = s.id and i.verdict = 'accept') as accepted,
        (select count(*) from review_item i where i.review_set = s.id and i.verdict = 'reject') as rejected
      from review_set s
      """;

  private static final RowMapper<ReviewSet> SET =
      (row, context) ->
          new ReviewSet(
              row.getString("id"),
              row.getString("name"),
              Path.of(row.getString("links")),
              row.getDouble("accept"),
              row.getLong("link_rows"),
              new Who(row.getString("begun_by"), row.getString("begun_by_name")),
              Instant.ofEpochMilli(row.getLong("begun_at")),
              new ReviewSet.Counts(
                  row.getLong("items"),
                  row.getLong("open_items"),
                  row.getLong("contested"),
                  row.getLong("accepted"),
                  row.getLong("rejected")));

  /// The place of the row that this reviewer should look at next: of those that are not settled and
  /// on which they hold no opinion, the one that is worth most.
  ///
  /// @param after row that was passed over, to go on behind it; 0 to begin at the front
  public Optional<Long> next(String set, Who who, long after) {
    return database.read(handle -> {
      Optional<Long> behind = after == 0 ? Optional.empty() : queued(handle, set, who, after);
      return behind.isPresent() ? behind : queued(handle, set, who, 0);
    });
  }

  private static Optional<Long> queued(Handle handle, String set, Who who, long after) {
    return handle
        .createQuery(
            """
            select i.place from review_item i
            where i.review_set = :set and i.state <> 'settled'
              and not exists (select 1 from review_opinion o
                where o.review_set = i.review_set and o.place = i.place and o.who = :who)
              and (:after = 0 or exists (select 1 from review_item b
                where b.review_set = i.review_set and b.place = :after
                  and (b.worth > i.worth or (b.worth = i.worth and b.place < i.place))))
            order by i.worth desc, i.place limit 1
            """)
        .bind("set", set)
        .bind("who", who.id())
        .bind("after", after)
        .mapTo(Long.class)
        .findOne();
  }

  /// Rows that two have to agree on and do not yet, those that are worth most first.
  public List<ReviewItem> contested(String set, int most) {
    List<Long> places =
        database.read(handle ->
            handle
                .createQuery(
                    """
                    select place from review_item where review_set = :set and state = 'contested'
                    order by worth desc, place limit :most
                    """)
                .bind("set", set)
                .bind("most", most)
                .mapTo(Long.class)
                .list());
    return places.stream().flatMap(place -> item(set, place).stream()).toList();
  }

  /// A row of the queue.
  public Optional<ReviewItem> item(String set, long place) {
    return database.read(handle -> {
      List<Decision> decisions = decisions(handle, set, place);
      return handle
          .createQuery("select * from review_item where review_set = :set and place = :place")
          .bind("set", set)
          .bind("place", place)
          .map((row, context) -> {
            Body body = Json.mapper().readValue(row.getString("body"), Body.class);
            String verdict = row.getString("verdict");
            return new ReviewItem(
                place,
                body.person,
                body.decision,
                body.candidates,
                body.claims,
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                verdict == null ? null : Verdict.of(verdict),
                row.getString("record"),
                decisions);
          })
          .findOne();
    });
  }

  private static final RowMapper<Decision> DECISION =
      (row, context) ->
          new Decision(
              row.getLong("place"),
              new Who(row.getString("who"), row.getString("who_name")),
              Instant.ofEpochMilli(row.getLong("at")),
              Verdict.of(row.getString("verdict")),
              row.getString("record"),
              row.getString("note"));

  private static List<Decision> decisions(Handle handle, String set, long place) {
    return handle
        .createQuery(
            """
            select * from review_decision where review_set = :set and place = :place order by id
            """)
        .bind("set", set)
        .bind("place", place)
        .map(DECISION)
        .list();
  }

  /// All decisions of a set, in order.
  public List<Decision> decisions(String set) {
    return database.read(handle ->
        handle
            .createQuery("select * from review_decision where review_set = :set order by id")
            .bind("set", set)
            .map(DECISION)
            .list());
  }

  /// Adds a decision.
  ///
  /// @param record id of the accepted record, one of the row's candidates; null with other verdicts
  /// @return the row as it stands then
  /// @throws HandselException with exit 2 when the row or the record is not in the queue, or when
  ///   there is nothing to undo
  public ReviewItem decide(
      Who who, String set, long place, Verdict verdict, @Nullable String record, String note) {
    ReviewItem item =
        item(set, place)
            .orElseThrow(() ->
                HandselException.usage("review: row %d is not in the queue.".formatted(place)));
    boolean known =
        item.candidates().stream().anyMatch(option -> option.card().id().equals(record));
    if ((verdict == Verdict.ACCEPT) != (record != null) || (record != null && !known)) {
      throw HandselException.usage(
          "review, row %d: expected one of its candidates with accept and none otherwise, found \"%s\"."
              .formatted(place, record == null ? "" : record));
    }
    database.write(handle -> add(handle, who, set, place, verdict, record, note));
    return item(set, place).orElseThrow();
  }

  private void add(
      Handle handle,
      Who who,
      String set,
      long place,
      Verdict verdict,
      @Nullable String record,
      String note) {
    // Locks the row on PostgreSQL, so that two decisions at once see each other.
    handle.execute(
        "update review_item set worth = worth where review_set = ? and place = ?", set, place);
    boolean holds = Standing.of(decisions(handle, set, place)).holders().contains(who.id());
    if (verdict == Verdict.UNDO && !holds) {
      throw HandselException.usage("review, row %d: there is nothing to undo.".formatted(place));
    }
    handle
        .createUpdate(
            """
            insert into review_decision (id, review_set, place, who, who_name, at, verdict, record, note)
            values (:id, :set, :place, :who, :name, :at, :verdict, :record, :note)
            """)
        .bind("id", ids.next())
        .bind("set", set)
        .bind("place", place)
        .bind("who", who.id())
        .bind("name", who.name())
        .bind("at", clock.instant().toEpochMilli())
        .bind("verdict", verdict.word())
        .bind("record", record)
        .bind("note", note.length() > LONGEST_NOTE ? note.substring(0, LONGEST_NOTE) : note)
        .execute();
    Standing standing = Standing.of(decisions(handle, set, place));
    Verdict agreed = standing.verdict();
    handle
        .createUpdate(
            """
            update review_item set state = :state, verdict = :verdict, record = :record
            where review_set = :set and place = :place
            """)
        .bind("set", set)
        .bind("place", place)
        .bind("state", standing.state().name().toLowerCase(Locale.ROOT))
        .bind("verdict", agreed == null ? null : agreed.word())
        .bind("record", standing.record())
        .execute();
    handle.execute("delete from review_opinion where review_set = ? and place = ?", set, place);
    for (String holder : standing.holders()) {
      handle.execute(
          "insert into review_opinion (review_set, place, who) values (?, ?, ?)",
          set,
          place,
          holder);
    }
  }

  /// Takes back the reviewer's last decision that still counts.
  ///
  /// @return its row; empty when there is none
  public Optional<Long> undo(Who who, String set) {
    List<Long> open = new ArrayList<>();
    for (Decision decision : decisions(set)) {
      if (decision.who().id().equals(who.id())) {
        if (decision.verdict() == Verdict.UNDO) {
          int last = open.lastIndexOf(decision.place());
          if (last >= 0) {
            open.remove(last);
          }
        } else {
          open.add(decision.place());
        }
      }
    }
    if (open.isEmpty()) {
      return Optional.empty();
    }
    long place = open.getLast();
    decide(who, set, place, Verdict.UNDO, null, "");
    return Optional.of(place);
  }

  /// What the decisions of a set say about its probabilities.
  public Judgement judgement(String set) {
    return Judgement.of(settled(set));
  }

  /// Writes the reviewed links and what belongs to them into a folder; see [Exported].
  ///
  /// @param prefix address before the ids of the authority file, for the BEACON file; may be empty
  /// @param target address of the persons with `{ID}` in it, for the BEACON file; may be empty
  /// @throws HandselException with exit 1 when links.tsv is not there any more or was changed
  public Exported export(ReviewSet set, Path out, String prefix, String target) {
    String fingerprint =
        database.read(handle ->
            handle
                .createQuery("select fingerprint from review_set where id = :id")
                .bind("id", set.id())
                .mapTo(String.class)
                .one());
    return new ReviewExport(set, settled(set.id()), decisions(set.id()), clock)
        .write(out, fingerprint, prefix, target);
  }

  /// What people said of the persons of some sets, for linking them anew.
  public Reviewed reviewed(List<ReviewSet> sets) {
    return Reviewed.of(sets.stream().flatMap(set -> settled(set.id()).stream()).toList());
  }

  private List<ReviewItem> settled(String set) {
    return database
        .read(handle ->
            handle
                .createQuery(
                    """
                    select place from review_item where review_set = :set and state <> 'open'
                    order by place
                    """)
                .bind("set", set)
                .mapTo(Long.class)
                .list())
        .stream()
        .flatMap(place -> item(set, place).stream())
        .toList();
  }
}
