package org.handsel.partnership.talks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.handsel.platform.Database;
import org.handsel.platform.History;
import org.handsel.platform.Json;
import tools.jackson.databind.JsonNode;

/// How long partnerships of this workspace stayed in each stage, read from the log of their moves.
///
/// Safe for use by many threads.
public final class StageTimes {
  private final Ground ground;

  public StageTimes(Database database, History history, Clock clock) {
    this.ground = Ground.of(database, history, clock);
  }

  /// The time that partnerships spent in a stage.
  ///
  /// @param stage which
  /// @param cases how many partnerships went through it to a later one
  /// @param days the median of their days in it; 0 without any
  public record Spent(int stage, int cases, int days) {}

  private record Step(String partnership, Instant at, int stage) {}

  /// All stages. A stage that a partnership came back to counts anew.
  public List<Spent> all() {
    List<Step> steps =
        ground
            .database()
            .read(handle ->
                handle
                    .createQuery(
                        """
                        select subject, at, after_state from change
                        where kind = 'partnership' and action in ('add', 'move', 'undo') and after_state is not null
                        order by subject, id
                        """)
                    .map((row, context) -> {
                      JsonNode after = Json.mapper().readTree(row.getString("after_state"));
                      return new Step(
                          row.getString("subject"),
                          Instant.ofEpochMilli(row.getLong("at")),
                          after.path("stage").asInt(-1));
                    })
                    .list());
    Map<Integer, List<Long>> days = new HashMap<>();
    Step before = null;
    for (Step step : steps) {
      if (before != null
          && before.partnership().equals(step.partnership())
          && before.stage() < step.stage()) {
        days.computeIfAbsent(before.stage(), stage -> new ArrayList<>())
            .add(Duration.between(before.at(), step.at()).toDays());
      }
      before = step;
    }
    List<Spent> spent = new ArrayList<>();
    for (int stage = 0; stage <= Stages.STEWARDSHIP; stage++) {
      List<Long> of = days.getOrDefault(stage, List.of()).stream().sorted().toList();
      spent.add(
          new Spent(stage, of.size(), of.isEmpty() ? 0 : Math.toIntExact(of.get(of.size() / 2))));
    }
    return spent;
  }
}
