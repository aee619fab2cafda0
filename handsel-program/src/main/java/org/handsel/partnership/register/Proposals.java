package org.handsel.partnership.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.handsel.platform.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/// Pairs that a comparison of the whole register found, kept until the next one. Safe for threads.
final class Proposals {
  private static final int BATCH = 1000;
  private static final String OPEN =
      """
      from duplicate_proposal p
      where not exists (select 1 from duplicate_decision d where d.a = p.a and d.b = p.b)
        and not exists (select 1 from institution i where i.id in (p.a, p.b) and i.merged_into is not null)
      """;

  private final Database database;
  private final Clock clock;

  Proposals(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  private record Row(
      String a, String b, String outcome, double probability, String evidence, long at) {}

  int find(double least) {
    List<PairVerdict> found = new ArrayList<>();
    Duplicates.of(database, Set.of()).judge(least, found::add);
    long now = clock.millis();
    database.write(handle -> {
      handle.execute("delete from duplicate_proposal");
      Set<String> there =
          new HashSet<>(
              handle.createQuery("select id from institution").mapTo(String.class).list());
      PreparedBatch batch =
          handle.prepareBatch(
              "insert into duplicate_proposal (a, b, outcome, probability, related, evidence,"
                  + " found_at) values (?, ?, ?, ?, ?, ?, ?)");
      for (PairVerdict pair : found) {
        String one = pair.a().id();
        String other = pair.b().id();
        // Somebody may have taken an import back while the comparison ran.
        if (there.contains(one) && there.contains(other)) {
          batch.add(
              one.compareTo(other) < 0 ? one : other,
              one.compareTo(other) < 0 ? other : one,
              pair.outcome(),
              pair.probability(),
              pair.related(),
              String.join("\n", pair.evidence()),
              now);
        }
        if (batch.size() == BATCH) {
          batch.execute();
        }
      }
      if (batch.size() > 0) {
        batch.execute();
      }
    });
    return found.size();
  }

  int count(String outcome) {
    return database.read(handle ->
        handle
            .createQuery("select count(*) " + OPEN + " and (:outcome = '' or p.outcome = :outcome)")
            .bind("outcome", outcome)
            .mapTo(Integer.class)
            .one());
  }

  List<Proposal> page(String outcome, int offset, int limit) {
    return database.read(handle ->
        whole(
            handle,
            handle
                .createQuery(
                    "select p.* "
                        + OPEN
                        + " and (:outcome = '' or p.outcome = :outcome) order by p.related desc,"
                        + " p.a, p.b limit :limit offset :offset")
                .bind("outcome", outcome)
                .bind("limit", limit)
                .bind("offset", offset)
                .map((row, context) -> row(row))
                .list()));
  }

  List<Proposal> of(String institution) {
    return database.read(handle ->
        whole(
            handle,
            handle
                .createQuery(
                    "select p.* "
                        + OPEN
                        + " and (p.a = :id or p.b = :id) order by p.related desc, p.a, p.b limit"
                        + " 50")
                .bind("id", institution)
                .map((row, context) -> row(row))
                .list()));
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getString("a"),
        row.getString("b"),
        row.getString("outcome"),
        row.getDouble("probability"),
        row.getString("evidence"),
        row.getLong("found_at"));
  }

  private static List<Proposal> whole(Handle handle, List<Row> rows) {
    Map<String, Institution> byId = new TreeMap<>();
    Set<String> ids = new HashSet<>();
    for (Row row : rows) {
      ids.add(row.a());
      ids.add(row.b());
    }
    if (!ids.isEmpty()) {
      handle
          .createQuery("select * from institution where id in (<ids>)")
          .bindList("ids", List.copyOf(ids))
          .map(InstitutionRow::read)
          .forEach(one -> byId.put(one.id(), one));
    }
    List<Proposal> proposals = new ArrayList<>();
    for (Row row : rows) {
      @Nullable Institution a = byId.get(row.a());
      @Nullable Institution b = byId.get(row.b());
      if (a != null && b != null) {
        proposals.add(
            new Proposal(
                a,
                b,
                row.outcome(),
                row.probability(),
                row.evidence().isEmpty() ? List.of() : List.of(row.evidence().split("\n", -1)),
                Instant.ofEpochMilli(row.at())));
      }
    }
    return proposals;
  }
}
