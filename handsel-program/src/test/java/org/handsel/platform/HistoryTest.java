package org.handsel.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
  @TempDir Path folder;

  @Test
  void changesAreReadBackTheNewestFirstWithTheirStates() {
    try (Database database =
        Database.open("jdbc:sqlite:" + folder.resolve("handsel.db"), Clock.systemUTC())) {
      History history = new History(database, Clock.systemUTC());
      Who ada = new Who("ada", "Ada");
      database.write(handle -> {
        history.note(handle, ada, "thing", "1", "add", null, Map.of("name", "first"));
        history.note(
            handle, ada, "thing", "1", "change", Map.of("name", "first"), Map.of("name", "second"));
        history.note(handle, Who.HANDSEL, "other", "2", "add", null, Map.of());
      });
      assertThat(history.of("thing", "1", 10))
          .extracting(History.Change::action)
          .isEqualTo(List.of("change", "add"));
      assertThat(history.latest(null, "ada", 10, 0)).hasSize(2);
      History.Change newest = history.latest("thing", null, 1, 0).getFirst();
      assertThat(newest.before()).isEqualTo(Json.mapper().readTree("{\"name\":\"first\"}"));
      assertThat(history.find(newest.id())).contains(newest);
    }
  }
}
