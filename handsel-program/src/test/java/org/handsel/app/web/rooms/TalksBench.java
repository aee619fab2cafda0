package org.handsel.app.web.rooms;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.handsel.app.web.WebOptions;
import org.handsel.app.web.account.Role;
import org.handsel.partnership.register.Institution;
import org.handsel.partnership.talks.Claims;
import org.handsel.partnership.talks.Partnership;
import org.handsel.partnership.talks.Partnerships;
import org.handsel.partnership.talks.Timeline;
import org.handsel.platform.Who;
import org.handsel.testing.SetClock;
import org.handsel.testing.WebClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// A workbench with a sample of talks, on a database that a subclass chooses, and what tests of its
/// pages do with it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TalksBench {
  static final String PASSWORD = "four words are enough";
  static final String EVIL = "<script>alert(1)</script>=1+1";

  final SetClock clock = new SetClock("2026-11-24T08:00:00Z");
  Path home;
  Bench bench;
  Sample sample;

  /// Address of the database, or an empty text for the workspace's own.
  abstract String url() throws IOException;

  @BeforeAll
  void open(@TempDir Path workspace) throws IOException {
    home = workspace;
    String url = url();
    bench =
        Bench.open(
            home, clock, WebOptions.local(0), url.isEmpty() ? Map.of() : Map.of("HANDSEL_DB", url));
    Who ada = account("Ada", Role.ADMIN);
    account("Di", Role.VIEWER);
    sample =
        Sample.fill(
            bench.parts(), clock, ada, account("Bo", Role.COORDINATOR), account("Cy", Role.MEMBER));
  }

  @AfterAll
  void close() {
    bench.close();
  }

  Who account(String name, Role role) {
    return bench.parts().accounts().add(Who.HANDSEL, name, role, PASSWORD, null).who();
  }

  WebClient as(String name) {
    WebClient client = bench.client();
    client.logIn(name, PASSWORD);
    return client;
  }

  Institution institution(String name) {
    return bench.parts().institutions().add(sample.ada, Institution.draft(name, "DE", "archive"));
  }

  Partnerships partnerships() {
    return new Partnerships(bench.parts().database(), bench.parts().history(), clock);
  }

  Partnership partnership(String name) {
    return partnerships().begin(sample.ada, institution(name).id(), "photographs");
  }

  Timeline timeline() {
    return new Timeline(bench.parts().database(), bench.parts().history(), clock);
  }

  Claims claims() {
    return new Claims(bench.parts().database(), bench.parts().history(), clock);
  }

  static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }
}
