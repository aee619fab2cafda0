package org.handsel.app.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.handsel.app.web.rooms.Workbench;
import org.handsel.authority.matching.AuthorityIndex;
import org.handsel.platform.Database;
import org.handsel.platform.Json;
import org.handsel.platform.Progress;
import org.handsel.platform.Settings;
import org.handsel.platform.Workspace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Under which addresses and names files are served, and who may call.
class ServedFilesTest {
  @TempDir static Path home;
  private static ServedOnLoopback service;
  private static String old;

  @BeforeAll
  static void start() throws Exception {
    Path file = home.resolve("library.jsonl");
    Files.writeString(
        file,
        """
        {"id":"118650130","name":"Lindqvist-Moe, Astrid","variants":["Moe, Astrid"],"birth":"1872-05-03","death":"1941-10-11","occupations":["photographer"]}
        {"id":"100000010","name":"Brekke, Olaf","birth":"1858","death":"1930-03-02"}
        {"id":"100000029","name":"Brekke, Olav","birth":"1911","death":"1985"}
        """);
    service = ServedOnLoopback.start(home.resolve("w"), Map.of("library", file));
    old = service.url("0.2", "library");
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void whereOthersCanReachItACallNeedsTheToken() {
    try (ServedOnLoopback closed =
        ServedOnLoopback.start(
            home.resolve("closed"), Map.of("library", home.resolve("library.jsonl")), "s3cret")) {
      String url = closed.url("0.2", "library");
      HttpResponse<String> refused = Client.get(url);
      assertThat(refused.statusCode()).isEqualTo(401);
      assertThat(refused.body()).doesNotContain("s3cret");
      assertThat(Client.get(url + "?token=wrong").statusCode()).isEqualTo(401);
      assertThat(Client.get(url, "Authorization", "Bearer s3cret").statusCode()).isEqualTo(200);
      JsonNode manifest = Json.mapper().readTree(Client.get(url + "?token=s3cret").body());
      String preview = manifest.path("preview").path("url").stringValue();
      assertThat(Client.get(preview.replace("{{id}}", "100000010")).body())
          .contains("Brekke, Olaf");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "persons/GND 2026.jsonl.gz, gnd-2026",
    "nga.csv, nga",
    "my=a=b.csv, my",
    "index, index"
  })
  void fileGivesItsNameToTheAddressUnlessOneIsSaid(String written, String name) {
    assertThat(Reconciliation.Source.of(written).name()).isEqualTo(name);
  }

  @Test
  void namesThatCannotStandInAnAddressOrMeanTwoFilesAreRefused() {
    assertThatThrownBy(() -> Reconciliation.Source.of("My Library=x.csv"))
        .hasMessageContaining("small letters");
    Path file = home.resolve("library.jsonl");
    Reconciliation.Source source = new Reconciliation.Source("library", file);
    assertThatThrownBy(() -> Reconciliation.over(List.of(source, source), 0.95, ""))
        .hasMessageContaining("two files have the name \"library\"");
  }

  @Test
  void identifiersOfAKnownSchemeLeadToItsOwnPagesOthersToOurs() throws Exception {
    JsonNode gnd = Json.mapper().readTree(Client.get(old).body());
    assertThat(gnd.path("view").path("url").stringValue())
        .isEqualTo("https://d-nb.info/gnd/{{id}}");
    assertThat(gnd.path("identifierSpace").stringValue()).isEqualTo("https://d-nb.info/gnd/");
    Path own = home.resolve("own.csv");
    Files.writeString(own, "id,name\n1,Ada Moe\n2,Bo Dahl\n");
    try (ServedOnLoopback other =
        ServedOnLoopback.start(home.resolve("other"), Map.of("own", own))) {
      String url = other.url("0.2", "own");
      String view =
          Json.mapper().readTree(Client.get(url).body()).path("view").path("url").stringValue();
      assertThat(view).isEqualTo(url + "/view?id={{id}}");
      assertThat(Client.get(view.replace("{{id}}", "2")).body()).contains("Bo Dahl");
    }
  }

  @Test
  void indexOnDiskAnswersAsItsFile() {
    Path index = home.resolve("library.index");
    AuthorityIndex.build(List.of(home.resolve("library.jsonl")), index, Progress.NONE);
    try (ServedOnLoopback indexed =
        ServedOnLoopback.start(home.resolve("indexed"), Map.of("library", index))) {
      String query = "{\"q0\":{\"query\":\"Astrid Moe\"},\"q1\":{\"query\":\"100000029\"}}";
      assertThat(Client.form(indexed.url("0.2", "library"), "queries", query).body())
          .isEqualTo(Client.form(old, "queries", query).body())
          .contains("118650130");
    }
  }

  @Test
  void tokenIsMadeOnceAndOnlyWhereOthersCanReachTheWorkbench() {
    Workspace workspace = new Workspace(home.resolve("shared")).create();
    Settings settings = Settings.read(workspace, Map.of());
    try (Database database = Database.open(workspace, settings, Clock.systemUTC())) {
      Workbench.Parts parts = Workbench.Parts.of(workspace, settings, database, Clock.systemUTC());
      assertThat(address(parts, "127.0.0.1")).doesNotContain("token");
      assertThat(address(parts, "localhost")).doesNotContain("token");
      String first = address(parts, "0.0.0.0");
      assertThat(first).matches(".*[?]token=[A-Za-z0-9_-]{24}");
      assertThat(address(parts, "0.0.0.0")).isEqualTo(first);
    }
  }

  private static String address(Workbench.Parts parts, String host) {
    List<Reconciliation.Source> sources =
        List.of(new Reconciliation.Source("library", home.resolve("library.jsonl")));
    try (Reconciliation service =
        Objects.requireNonNull(Workbench.reconciling(parts, host, 0, sources).reconciliation())) {
      return service.addresses("http://example.org").getFirst().url();
    }
  }
}
