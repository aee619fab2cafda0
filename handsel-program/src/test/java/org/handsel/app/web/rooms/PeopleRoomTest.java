package org.handsel.app.web.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handsel.release.tables.MappingTables;
import org.handsel.testing.SetClock;
import org.handsel.testing.WebClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Names of a delivery beside the people of an authority file.
class PeopleRoomTest {
  private static final String ADDRESS = "/mappings/museum.csv/tables/creator";
  private static final String CSV =
      """
      Nr,Von
      1,"Lindqvist, Elin"
      2,"Lindqvist, Elin"
      3,"Lindqvist, Elin"
      4,"Aasland, Odd"
      5,"Aasland, Odd"
      6,Werkstatt am Hafen
      """;
  private static final String PERSONS =
      """
      {"id":"Q42","name":"Lindqvist, Elin","birth":"1861","death":"1932","occupations":["painter"]}
      {"id":"n77","name":"Aasland, Odd","birth":"1870","identifiers":{"wikidata":"Q77"}}
      {"id":"n78","name":"Berg, Anders","birth":"1801"}
      {"id":"Q79","name":"Dahl, Maria","birth":"1811"}
      """;

  @TempDir Path home;
  private Bench bench;
  private WebClient client;

  @BeforeEach
  void start() throws IOException {
    Path persons = Files.writeString(home.resolve("library.jsonl"), PERSONS);
    bench = Bench.knowing("", home, new SetClock("2026-11-24T08:00:00Z"), persons);
    client = bench.client();
    Files.createDirectories(home.resolve("collections"));
    Files.writeString(home.resolve("collections/museum.csv"), CSV);
    client.get("/mappings");
    client.post("/mappings/museum.csv/begin");
    Files.writeString(
        home.resolve("mappings/museum.csv/mapping.yaml"),
        "id: Nr\nfields:\n  creator: {from: Von, transforms: [flip-name]}\n");
    client.post(ADDRESS + "/fill");
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  private Path table() {
    return home.resolve("mappings/museum.csv/creator.tsv");
  }

  private String row(String value) throws IOException {
    return Files.readAllLines(table()).stream()
        .filter(line -> line.startsWith(value + "\t"))
        .findFirst()
        .orElse("");
  }

  private HttpResponse<String> decide(String body, String decision) {
    Map<String, String> form = new HashMap<>();
    Matcher field =
        Pattern.compile("type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"").matcher(body);
    while (field.find()) {
      form.putIfAbsent(field.group(1), field.group(2));
    }
    form.put("decision", decision);
    return client.postExactly(ADDRESS + "/people", form);
  }

  private String people() {
    return client.get(ADDRESS + "/people").body();
  }

  @Test
  void mostFrequentNameStandsBesideWhomTheFileKnowsWithProbabilityAndReasons() {
    assertThat(people())
        .contains("Who is “Elin Lindqvist”?", "3 times", "1861–1932, painter", "Q42")
        .containsPattern("[0-9]{2}.%")
        .contains("data-key=\"1\"", "class=\"evidence\"");
    assertThat(client.get(ADDRESS + "/people?language=de").body())
        .contains("Wer ist „Elin Lindqvist“?", "Es ist diese Person");
  }

  @Test
  void oneKeyDecidesAndTheNextOneComes() throws IOException {
    assertThat(decide(people(), "Q42").statusCode()).isEqualTo(303);
    assertThat(row("Elin Lindqvist")).contains("\tmapped\tQ42");
    // A record of the library that names an item leads to that.
    String next = people();
    assertThat(next).contains("Odd Aasland", "n77", "Q77");
    decide(next, "Q77");
    assertThat(row("Odd Aasland")).contains("\tmapped\tQ77");
    decide(people(), "none");
    assertThat(row("Werkstatt am Hafen")).contains("\tnone\t");
    assertThat(people()).contains("Everything is decided");
  }

  @Test
  void decisionIsTakenBackUnlessSomebodyChangedItSince() throws IOException {
    decide(people(), "Q42");
    decide(people(), "none");
    String body = people();
    assertThat(body).contains("Take back: Odd Aasland");
    assertThat(undo(body).statusCode()).isEqualTo(303);
    assertThat(row("Odd Aasland")).contains("\ttodo\t");
    assertThat(row("Elin Lindqvist")).contains("\tmapped\tQ42");
    // The one before it, too; but not once volunteers wrote something else.
    Files.writeString(table(), Files.readString(table()).replace("Q42", "Q4242"));
    assertThat(people()).doesNotContain("Take back");
    assertThat(row("Elin Lindqvist")).contains("Q4242");
  }

  private HttpResponse<String> undo(String body) {
    Matcher step = Pattern.compile("name=\"step\" value=\"([0-9a-f]+)\"").matcher(body);
    assertThat(step.find()).isTrue();
    return client.post(ADDRESS + "/undo", "step", step.group(1), "back", "people");
  }

  @Test
  void olderPageOverwritesNobody() throws IOException {
    String old = people();
    decide(old, "Q42");
    HttpResponse<String> late = decide(old, "Q79");
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("Somebody else decided");
    assertThat(row("Elin Lindqvist")).contains("Q42").doesNotContain("Q79");
  }

  @Test
  void nonsenseIsNoItem() throws IOException {
    assertThat(decide(people(), "item").statusCode()).isEqualTo(303);
    assertThat(people()).contains("is no item of Wikidata");
    assertThat(row("Elin Lindqvist")).contains("\ttodo\t");
  }

  @Test
  void proposalsForTheWholeTableStandBesideWhatPeopleWroteAndSurviveTheWiki() throws IOException {
    decide(people(), "none");
    assertThat(client.post(ADDRESS + "/people/propose").statusCode()).isEqualTo(303);
    assertThat(row("Elin Lindqvist")).contains("\tnone\t").doesNotContain("Q42");
    assertThat(row("Odd Aasland")).contains("\ttodo\t", "Q77", "Aasland, Odd");
    assertThat(client.get(ADDRESS).body()).contains("It is Q77", "class=\"soft reason\"");
    String wiki = MappingTables.publish(table(), "", 100);
    String written =
        wiki.replaceFirst(
            "(?s)(\\| Odd Aasland\n\\| \\d+\n\\| )todo(\n\\| \n\\| )\n",
            "$1mapped$2[[:Category:Odd]]\n");
    assertThat(written).isNotEqualTo(wiki);
    MappingTables.Merged merged = MappingTables.merge(table(), written);
    assertThat(merged.conflicts()).isEmpty();
    assertThat(row("Odd Aasland")).contains("\tmapped\t", "\tOdd\t", "Aasland, Odd");
    assertThat(row("Elin Lindqvist")).contains("\tnone\t");
  }
}
