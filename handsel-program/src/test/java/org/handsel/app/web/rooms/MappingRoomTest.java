package org.handsel.app.web.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.handsel.collection.mapping.Mapping;
import org.handsel.collection.mapping.MappingSummary;
import org.handsel.platform.Progress;
import org.handsel.testing.SetClock;
import org.handsel.testing.WebClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingRoomTest {
  private static final String CSV =
      """
      Nr,Benennung,Von,Wann,Lizenz
      1,Hafen,"Lie, Elin",um 1890,CC0
      2,Kirche,"Lie, Elin",1901,CC0
      3,"<b>Markt</b>","Aas, Odd",irgendwann,CC0
      4,Mole,"Aas, Odd",1911,CC0
      """;

  @TempDir Path home;
  private final SetClock clock = new SetClock("2026-11-24T08:00:00Z");
  private Bench bench;
  private WebClient client;

  @BeforeEach
  void start() throws IOException {
    bench = Bench.open(home, clock);
    client = bench.client();
    Files.createDirectories(home.resolve("collections"));
    Files.writeString(home.resolve("collections/museum.csv"), CSV);
    client.get("/mappings");
    client.post("/mappings/museum.csv/begin");
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  private Path profile() {
    return home.resolve("mappings/museum.csv/mapping.yaml");
  }

  private String yaml() throws IOException {
    return Files.readString(profile());
  }

  private void write(String text) throws IOException {
    Files.writeString(profile(), text, StandardCharsets.UTF_8);
  }

  /// The hidden fields of the form with an action.
  private Map<String, String> hidden(String body, String action) {
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher form =
        Pattern.compile(
                "<form method=\"post\" action=\"" + Pattern.quote(action) + "\".*?</form>",
                Pattern.DOTALL)
            .matcher(body);
    assertThat(form.find()).as(action).isTrue();
    Matcher field =
        Pattern.compile("type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")
            .matcher(form.group());
    while (field.find()) {
      fields.put(field.group(1), field.group(2));
    }
    return fields;
  }

  /// The form of the first selector of a place.
  private Map<String, String> selector(String place) {
    String body = desk();
    int at = body.indexOf("name=\"place\" value=\"" + place + "\"");
    assertThat(at).as(place).isPositive();
    return hidden(body.substring(body.lastIndexOf("<form", at)), "/mappings/museum.csv/selector");
  }

  private HttpResponse<String> map(String body, String from, String to) {
    Map<String, String> fields = hidden(body, "/mappings/museum.csv/map");
    fields.put("from", from);
    fields.put("to", to);
    return client.postExactly("/mappings/museum.csv/map", fields);
  }

  private String desk() {
    return client.get("/mappings/museum.csv").body();
  }

  @Test
  void deskShowsFieldsWithTheirValuesBesideWhatAnItemNeeds() {
    assertThat(desk())
        .contains("Benennung", "100%", "4 values", "unique", "<q>Hafen</q>")
        .contains("Map here: the chosen field to Place");
    assertThat(client.get("/mappings/museum.csv?language=de").body())
        .contains("Was geliefert wurde", "4 Werte", "Hierhin");
  }

  @Test
  void fieldIsMappedByOneClickAndTheProfileRunsFromTheCommandLine() throws IOException {
    assertThat(map(desk(), "Benennung", "fields.title").statusCode()).isEqualTo(303);
    assertThat(map(desk(), "Von", "fields.creator").statusCode()).isEqualTo(303);
    assertThat(map(desk(), "Wann", "fields.date").statusCode()).isEqualTo(303);
    assertThat(yaml())
        .contains("title: {from: Benennung, transforms: [trim, html]}")
        .contains("creator: {from: Von, transforms: [trim, flip-name]}")
        .contains("date: {from: Wann, transforms: [trim, date]}");
    MappingSummary summary =
        Mapping.run(
            home.resolve("collections/museum.csv"), profile(), home.resolve("out"), Progress.NONE);
    assertThat(summary.items()).isEqualTo(4);
    assertThat(Files.readString(home.resolve("out/items.jsonl"))).contains("Elin Lie");
  }

  @Test
  void previewShowsThreeItemsTheirWikitextAndProblemsByClass() throws IOException {
    write(
        """
        id: Nr
        fields: {title: {from: Benennung, transforms: [html]}, date: {from: Wann, transforms: [date]}}
        rights: {work: Lizenz, reproduction: Lizenz}
        filename: "{title} - Museum - {id}"
        template: {name: Artwork}
        """);
    String body = client.get("/mappings/museum.csv/preview").body();
    assertThat(body)
        .contains("File:Hafen - Museum - 1.jpg", "File:Markt - Museum - 3.jpg")
        .contains("{{Artwork", "{{Cc-zero}}", "{{other date")
        .contains("DATE_UNPARSED", "date not understood", "irgendwann")
        .contains("4 records were looked at, all there are")
        .doesNotContain("Mole");
    assertThat(client.get("/mappings/museum.csv/preview?from=4").body()).contains("Mole");
  }

  @Test
  void previewOfAProfileWithAWrongColumnSaysWhichThereAre() throws IOException {
    write("id: Nr\nfields: {title: Titel}\n");
    assertThat(client.get("/mappings/museum.csv/preview").body())
        .contains("no column \"Titel\"")
        .contains("Benennung");
  }

  @Test
  void commentsAndUnknownKeysOfOthersSurvive() throws IOException {
    write("# ours\nid: Nr # stays\nfields:\n  title: Nr # old\n");
    map(desk(), "Benennung", "fields.title");
    assertThat(yaml())
        .isEqualTo(
            "# ours\nid: Nr # stays\nfields:\n"
                + "  title: {from: Benennung, transforms: [trim, html]} # old\n");
  }

  @Test
  void twoPeopleAtOnceLoseNothing() throws IOException {
    write("id: Nr\nfields:\n  title: Nr\n");
    String first = desk();
    String second = desk();
    map(first, "Benennung", "fields.title");
    // Another field: both changes stay.
    assertThat(map(second, "Von", "fields.creator").statusCode()).isEqualTo(303);
    assertThat(yaml()).contains("title: {from: Benennung", "creator: {from: Von");
    // The same field: the second one is told, and nothing is written.
    HttpResponse<String> late = map(second, "Wann", "fields.title");
    assertThat(late.body()).contains("Nothing was changed").contains("fields.title");
    assertThat(yaml()).contains("title: {from: Benennung");
  }

  @Test
  void everyStepCanBeTakenBack() throws IOException {
    String begun = yaml();
    List<String> texts = new ArrayList<>(List.of(begun));
    for (String from : List.of("Benennung", "Von", "Wann")) {
      map(desk(), from, "fields.description");
      texts.add(yaml());
    }
    for (String expected : texts.reversed().subList(1, texts.size())) {
      client.postExactly("/mappings/museum.csv/undo", hidden(desk(), "/mappings/museum.csv/undo"));
      assertThat(yaml()).isEqualTo(expected);
    }
    assertThat(desk()).doesNotContain("id=\"undo\"");
  }

  @Test
  void undoOfAProfileThatSomebodyEditedElsewhereIsNotOffered() throws IOException {
    map(desk(), "Benennung", "fields.title");
    Map<String, String> undo = hidden(desk(), "/mappings/museum.csv/undo");
    write("id: Nr\nfields: {title: Von}\n");
    assertThat(desk()).doesNotContain("id=\"undo\"");
    client.postExactly("/mappings/museum.csv/undo", undo);
    assertThat(yaml()).isEqualTo("id: Nr\nfields: {title: Von}\n");
  }

  @Test
  void selectorGetsTransformsAndKeepsWhatTheFormDoesNotKnow() throws IOException {
    write(
        "id: Nr\n"
            + "fields:\n"
            + "  creator: {from: Von, qualifier: \"'attributed to'\", transforms: [trim]}\n");
    Map<String, String> form = selector("fields.creator");
    form.put("expression", "Von");
    form.put("kind", "from");
    form.put("transform", "flip-name");
    form.put("split", ";");
    form.put("language", "sv");
    assertThat(client.postExactly("/mappings/museum.csv/selector", form).statusCode())
        .isEqualTo(303);
    assertThat(yaml())
        .contains(
            "creator: {from: Von, qualifier: \"'attributed to'\", transforms: [{split: \";\"},"
                + " flip-name], language: sv}");
  }

  @Test
  void lastFieldIsNotTakenAway() throws IOException {
    write("id: Nr\nfields:\n  title: Von\n");
    Map<String, String> form = selector("fields.title");
    form.put("remove", "yes");
    HttpResponse<String> answer = client.postExactly("/mappings/museum.csv/selector", form);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("Nothing was changed", "no \"fields\"");
    assertThat(yaml()).contains("title: Von");
  }

  @Test
  void profileAsATextIsCheckedBeforeItIsWritten() throws IOException {
    String before = yaml();
    Map<String, String> form =
        hidden(client.get("/mappings/museum.csv/text").body(), "/mappings/museum.csv/text");
    form.put("text", "id: Nr\nfields: {titel!: x}\n");
    HttpResponse<String> wrong = client.postExactly("/mappings/museum.csv/text", form);
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("mapping.yaml, line 2", "titel!");
    assertThat(yaml()).isEqualTo(before);
    form.put("text", "# new\r\nid: Nr\r\nfields: {title: Von}\r\n");
    assertThat(client.postExactly("/mappings/museum.csv/text", form).statusCode()).isEqualTo(303);
    assertThat(yaml()).isEqualTo("# new\nid: Nr\nfields: {title: Von}\n");
    // The form is older than the file now.
    form.put("text", "id: Nr\nfields: {title: Wann}\n");
    HttpResponse<String> late = client.postExactly("/mappings/museum.csv/text", form);
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("title: Wann", "# new");
  }

  @Test
  void noOtherFileOfTheMachineCanBeReached() throws IOException {
    Files.writeString(home.resolve("secret.tsv"), "value\tstate\nsecret words\todd\n");
    Map<String, String> form =
        hidden(client.get("/mappings/museum.csv/text").body(), "/mappings/museum.csv/text");
    for (String name : List.of("../../secret.tsv", "/etc/passwd", "C:\\\\x.tsv")) {
      form.put("text", "id: Nr\nfields: {creator: Von}\nmapped: {creator: \"" + name + "\"}\n");
      HttpResponse<String> answer = client.postExactly("/mappings/museum.csv/text", form);
      assertThat(answer.statusCode()).as(name).isEqualTo(422);
      assertThat(answer.body()).contains("expected one beside the profile");
      assertThat(answer.body()).doesNotContain("secret words");
    }
    for (String path :
        List.of("/mappings/..%2fhandsel.db", "/mappings/other.csv", "/mappings/.lock")) {
      assertThat(client.get(path).statusCode()).as(path).isIn(400, 404);
    }
  }

  @Test
  void partnersWordsNeverBecomeMarkup() throws IOException {
    Files.writeString(
        home.resolve("collections/museum.csv"),
        "Nr,Benennung\n1,<script>alert(1)</script>\n2,\"=cmd()\"\n3,[[Datei:x]]\n");
    write(
        "id: Nr\n"
            + "fields: {title: Benennung}\n"
            + "filename: \"{title} {id}\"\n"
            + "template: {name: Artwork}\n");
    assertThat(desk() + client.get("/mappings/museum.csv/preview").body())
        .doesNotContain("<script>alert")
        .contains("&lt;script&gt;alert");
  }

  @Test
  void wholeDeliveryIsMappedAndCounted() throws IOException {
    write("id: Nr\nfields: {title: Benennung, date: {from: Wann, transforms: [date]}}\n");
    desk();
    client.post("/mappings/museum.csv/whole");
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> desk().contains("date not understood: 1"));
    assertThat(home.resolve("mappings/museum.csv/items/items.jsonl")).isNotEmptyFile();
  }

  @Test
  void tableIsMadeFilledByFrequencyAndEdited() throws IOException {
    write("id: Nr\nfields:\n  creator: {from: Von, transforms: [flip-name]}\n");
    desk();
    client.post("/mappings/museum.csv/tables/creator/fill");
    assertThat(yaml()).contains("mapped:\n  creator: creator.tsv");
    String address = "/mappings/museum.csv/tables/creator";
    String page = client.get(address).body();
    assertThat(page.indexOf("Elin Lie")).isPositive();
    assertThat(page).contains("0 of 2 values are decided");
    Map<String, String> form = hidden(page, address);
    form.put("qid.0", "Q42");
    form.put("state.0", "todo");
    form.put("state.1", "none");
    assertThat(client.postExactly(address, form).statusCode()).isEqualTo(303);
    Path table = home.resolve("mappings/museum.csv/creator.tsv");
    assertThat(Files.readString(table)).contains("\tmapped\tQ42", "\tnone\t");
    // Somebody with the older page writes the same row: theirs is told and not taken.
    form.put("qid.0", "Q1");
    HttpResponse<String> late = client.postExactly(address, form);
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("Somebody else changed");
    assertThat(Files.readString(table)).contains("Q42").doesNotContain("Q1\t");
    form.putAll(hidden(client.get(address).body(), address));
    form.put("qid.0", "Douglas");
    form.put("state.0", "mapped");
    assertThat(client.postExactly(address, form).statusCode()).isEqualTo(422);
    assertThat(Files.readString(table)).contains("Q42");
    assertThat(client.get("/mappings/museum.csv/preview").body()).doesNotContain("LOOKUP_MISSING");
  }

  @Test
  void whatIsNoDeliverySaysWhatWasExpected() throws IOException {
    Files.write(home.resolve("collections/noise.bin"), new byte[] {0, 1, 2, 3});
    assertThat(client.get("/mappings/noise.bin").body()).contains("noise.bin");
    client.post("/mappings/noise.bin/begin");
    assertThat(home.resolve("mappings/noise.bin/mapping.yaml")).doesNotExist();
  }
}
