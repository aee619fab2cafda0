package org.handsel.app.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.handsel.platform.Json;
import org.handsel.testing.WebClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// The reconciliation service as other programs meet it.
class ReconciliationTest {
  @TempDir static Path home;
  private static ServedOnLoopback service;
  private static String old;
  private static String draft;

  @BeforeAll
  static void start() throws Exception {
    Path file = home.resolve("library.jsonl");
    Files.writeString(
        file,
        """
        {"id":"118650130","name":"Lindqvist-Moe, Astrid","variants":["Moe, Astrid"],"birth":"1872-05-03","death":"1941-10-11","occupations":["photographer"]}
        {"id":"100000010","name":"Brekke, Olaf","birth":"1858","death":"1930-03-02"}
        {"id":"100000029","name":"Brekke, Olav","birth":"1911","death":"1985"}
        {"id":"100000037","name":"Sund, Ingrid Marie","variants":["Haug, Ingrid"],"birth":"1890","death":"1968"}
        {"id":"100000045","name":"Haavik, Peder <script>","birth":"1840","text":"<img src=x onerror=alert(1)>"}
        {"id":"100000053","name":"Sund Museum","kind":"corporate"}
        {"id":"100000061","name":"לוי, אברהם","variants":["Levi, Avraham"],"birth":"1883"}
        {"id":"10000007X","name":"Aasen, Torvald","status":"deleted"}
        {"id":"100000088","name":"Aasen, Thorvald","successor":"100000010"}
        """);
    service = ServedOnLoopback.start(home.resolve("w"), Map.of("library", file));
    old = service.url("0.2", "library");
    draft = service.url("1.0-draft", "library");
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static JsonNode result(String query) {
    HttpResponse<String> answer = Client.form(old, "queries", "{\"q0\":" + query + "}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Json.mapper().readTree(answer.body()).path("q0").path("result");
  }

  private static List<String> ids(JsonNode result) {
    return result.valueStream().map(one -> one.path("id").stringValue()).toList();
  }

  @Test
  void rightPersonComesFirstWithItsProbabilityAndReasons() {
    JsonNode best =
        result(
                """
                {"query":"Astrid Lindqvist-Moe","type":"person","type_strict":"should",
                 "properties":[{"pid":"birth","v":"1872"},{"pid":"P570","v":{"id":"x","name":"1941"}}]}
                """)
            .path(0);
    assertThat(best.path("id").stringValue()).isEqualTo("118650130");
    assertThat(best.path("match").booleanValue()).isTrue();
    assertThat(best.path("score").doubleValue()).isBetween(95.0, 100.0);
    assertThat(best.path("description").stringValue())
        .contains("1872-05-03–1941-10-11", "photographer");
    assertThat(best.path("features").toString())
        .contains("names are equal", "birth 1872", "death 1941");
  }

  @Test
  void anotherDateMakesAMatchUncertain() {
    JsonNode found =
        result("{\"query\":\"Olaf Brekke\",\"properties\":[{\"pid\":\"birth\",\"v\":\"1872\"}]}");
    assertThat(found.valueStream().noneMatch(one -> one.path("match").booleanValue())).isTrue();
  }

  @Test
  void identifierAsQueryReturnsItsEntityFirstAndCertain() {
    JsonNode found = result("{\"query\":\"100000029\"}");
    assertThat(ids(found)).startsWith("100000029");
    assertThat(found.path(0).path("score").doubleValue()).isEqualTo(100);
    assertThat(found.path(0).path("match").booleanValue()).isTrue();
  }

  @Test
  void exactNameIsFoundWhateverTheRestSays() {
    assertThat(
            ids(
                result(
                    "{\"query\":\"Brekke,"
                        + " Olav\",\"properties\":[{\"pid\":\"birth\",\"v\":\"1500\"}]}")))
        .contains("100000029");
    assertThat(ids(result("{\"query\":\"ingrid HAUG\"}"))).contains("100000037");
  }

  @Test
  void bodiesAreFoundWithoutATypeAndLeftOutOfPersons() {
    assertThat(ids(result("{\"query\":\"Sund Museum\"}"))).startsWith("100000053");
    assertThat(
            ids(result("{\"query\":\"Sund Museum\",\"type\":\"person\",\"type_strict\":\"any\"}")))
        .doesNotContain("100000053");
  }

  @Test
  void requiredConditionsLeaveOutWhoDoesNotMeetThem() {
    String query =
        """
        {"queries":[{"conditions":[{"matchType":"name","propertyValue":"Brekke"},
          {"matchType":"property","propertyId":"birth","propertyValue":["1911","1912"],"required":true,"matchQuantifier":"%s"}]}]}
        """;
    assertThat(draftIds(query.formatted("any"))).containsExactly("100000029");
    assertThat(draftIds(query.formatted("all"))).isEmpty();
    assertThat(draftIds(query.formatted("none"))).contains("100000010").doesNotContain("100000029");
    assertThat(
            draftIds(
                "{\"queries\":[{\"conditions\":[{\"matchType\":\"id\",\"propertyValue\":{\"id\":\"100000037\",\"name\":\"x\"}}]}]}"))
        .containsExactly("100000037");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "birth | EDTF | 191X | 100000029",
        "birth | EDTF | 1850/1860 | 100000010",
        "birth | EDTF | ../1900 | 100000010",
        "death | EDTF | 1930-03 | 100000010",
        "death | EDTF | 1930-04 | ",
        "death | ExactMatch | 1985 | 100000029",
        "death | ExactMatch | 1930 | "
      })
  void qualifierSaysHowAValueIsHeldAgainstTheRecord(
      String property, String qualifier, String value, String found) {
    String query =
        """
        {"queries":[{"conditions":[{"matchType":"name","propertyValue":"Brekke"},
          {"matchType":"property","propertyId":"%s","propertyValue":"%s","required":true,"matchQualifier":"%s"}]}]}
        """;
    assertThat(draftIds(query.formatted(property, value, qualifier)))
        .isEqualTo(found == null ? List.of() : List.of(found));
  }

  @Test
  void wildcardsStandForLettersOfOccupationsAndNames() {
    String query =
        """
        {"queries":[{"lang":"en","conditions":[{"matchType":"name","propertyValue":"Astrid Moe"},
          {"matchType":"property","propertyId":"occupation","propertyValue":"%s","required":true,"matchQualifier":"WildcardMatch"}]}]}
        """;
    assertThat(draftIds(query.formatted("Photo*"))).containsExactly("118650130");
    assertThat(draftIds(query.formatted("Phot?"))).isEmpty();
    assertThat(
            draftIds(
                "{\"queries\":[{\"conditions\":[{\"matchType\":\"name\",\"propertyValue\":\"Brekke,"
                    + " Ola*\",\"required\":true,\"matchQualifier\":\"WildcardMatch\"}]}]}"))
        .containsExactlyInAnyOrder("100000010", "100000029");
  }

  @Test
  void intervalThatIsNotRequiredStillWeighs() {
    String query =
        """
        {"queries":[{"conditions":[{"matchType":"name","propertyValue":"O. Brekke"},
          {"matchType":"property","propertyId":"birth","propertyValue":"%s","matchQualifier":"EDTF"}]}]}
        """;
    assertThat(draftIds(query.formatted("191X"))).startsWith("100000029");
    assertThat(draftIds(query.formatted("1850/1862"))).startsWith("100000010");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"propertyId\":\"birth\",\"propertyValue\":\"spring\",\"matchQualifier\":\"EDTF\" | a date"
            + " such as",
        "\"propertyId\":\"occupation\",\"propertyValue\":\"x\",\"matchQualifier\":\"EDTF\" |"
            + " ExactMatch or WildcardMatch",
        "\"propertyId\":\"birth\",\"propertyValue\":\"1872\",\"lang\":7 | code of a language",
        "\"propertyId\":\"birth\",\"propertyValue\":\"1872\",\"dir\":\"up\" | rtl"
      })
  void whatCannotBeComparedIsRefusedInWords(String condition, String words) {
    HttpResponse<String> answer =
        Client.json(
            draft + "/match",
            "{\"queries\":[{\"conditions\":[{\"matchType\":\"property\"," + condition + "}]}]}");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains(words);
  }

  @Test
  void propertiesSayHowTheirValuesMayBeCompared() {
    JsonNode birth =
        Json.mapper()
            .readTree(Client.get(draft + "/suggest/property?prefix=birth").body())
            .path("result")
            .path(0);
    assertThat(birth.path("matchQualifiers").toString()).contains("EDTF", "ExactMatch");
    assertThat(Client.get(old + "/suggest/property?prefix=birth").body())
        .doesNotContain("matchQualifiers");
  }

  @Test
  void everyFeatureOfAnAnswerIsExplained() {
    String view =
        Json.mapper()
            .readTree(Client.get(draft).body())
            .path("featureView")
            .path("url")
            .stringValue();
    JsonNode found =
        result(
            """
            {"query":"Astrid Moe","limit":30,"properties":[{"pid":"birth","v":"1872"},
             {"pid":"occupation","v":"photographer"},{"pid":"birthPlace","v":"Oslo"}]}
            """);
    assertThat(found.path(0).path("features").size()).isGreaterThan(2);
    for (JsonNode feature : found.path(0).path("features")) {
      HttpResponse<String> page =
          Client.get(view.replace("{id}", feature.path("id").stringValue()));
      assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
      assertThat(page.body()).contains("Natural logarithm of the odds");
    }
    assertThat(Client.get(view.replace("{id}", "%3Cb%3E")).statusCode()).isEqualTo(404);
    assertThat(Client.get(old).body()).contains("/feature?id={{id}}");
  }

  @Test
  void namesWrittenFromTheRightSayTheirDirection() {
    HttpResponse<String> answer =
        Client.json(
            draft + "/match",
            "{\"queries\":[{\"lang\":\"he\",\"conditions\":[{\"matchType\":\"name\",\"propertyValue\":\"Avraham"
                + " Levi\"}]}]}");
    JsonNode best =
        Json.mapper().readTree(answer.body()).path("results").path(0).path("candidates").path(0);
    assertThat(best.path("id").stringValue()).isEqualTo("100000061");
    assertThat(best.path("dir").stringValue()).isEqualTo("rtl");
  }

  private static List<String> draftIds(String body) {
    HttpResponse<String> answer = Client.json(draft + "/match", body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return ids(Json.mapper().readTree(answer.body()).path("results").path(0).path("candidates"));
  }

  @Test
  void batchBeyondTheLimitIsRefusedInBothDialects() {
    Map<String, Object> queries = new LinkedHashMap<>();
    for (int i = 0; i <= Dialect.BATCH; i++) {
      queries.put("q" + i, Map.of("query", "Brekke"));
    }
    assertThat(Client.form(old, "queries", Json.line(queries)).statusCode()).isEqualTo(413);
    queries.remove("q0");
    assertThat(Client.form(old, "queries", Json.line(queries)).statusCode()).isEqualTo(200);
    String one = "{\"conditions\":[{\"matchType\":\"name\",\"propertyValue\":\"x\"}]}";
    assertThat(
            Client.json(draft + "/match", "{\"queries\":[" + one + (',' + one).repeat(50) + "]}")
                .statusCode())
        .isEqualTo(413);
    assertThat(Json.mapper().readTree(Client.get(old).body()).path("batchSize").intValue())
        .isEqualTo(50);
  }

  @Test
  void requestThatIsTooLargeIsRefusedInWordsThatAScriptMayRead() {
    HttpResponse<String> answer = Client.json(draft + "/match", "x".repeat(3_000_000));
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    assertThat(answer.body()).startsWith("{\"error\":");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "{\"q0\":{}}",
        "{\"q0\":7}",
        "{\"q0\":{\"query\":\"a\",\"properties\":[{}]}}"
      })
  void wrongQueriesAreRefusedAndSayWhatIsExpected(String queries) {
    HttpResponse<String> answer = Client.form(old, "queries", queries);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains("expected");
  }

  @Test
  void scriptsOfAnySiteMayAsk() {
    HttpResponse<String> answer =
        Client.form(
            old,
            "queries",
            "{\"q\":{\"query\":\"Brekke\"}}",
            "Origin",
            "https://reconciliation.example.org",
            "Sec-Fetch-Site",
            "cross-site");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
    HttpResponse<String> preflight =
        Client.options(
            draft + "/match",
            "Origin",
            "https://reconciliation.example.org",
            "Access-Control-Request-Private-Network",
            "true");
    assertThat(preflight.statusCode()).isEqualTo(204);
    assertThat(preflight.headers().firstValue("Access-Control-Allow-Headers").orElse(""))
        .contains("Content-Type");
    assertThat(preflight.headers().firstValue("Access-Control-Allow-Private-Network"))
        .contains("true");
  }

  @Test
  void pagesOfTheWorkbenchStayClosedToOtherSites() {
    WebClient client = new WebClient(service.server().url());
    var headers = client.get("/settings").headers();
    assertThat(headers.firstValue("Access-Control-Allow-Origin")).isEmpty();
    assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
    assertThat(
            client
                .postExactly(
                    "/appearance",
                    Map.of("csrf", client.token(), "theme", "dark", "back", "/"),
                    "Origin",
                    "https://evil.example")
                .statusCode())
        .isEqualTo(403);
    assertThat(
            client.raw(
                "GET /reconcile HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 400");
  }

  @Test
  void olderClientsMayNameAFunctionButNoScript() {
    HttpResponse<String> answer = Client.get(old + "?callback=jQuery12.f_1");
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains("javascript");
    assertThat(answer.body()).startsWith("/**/jQuery12.f_1({").endsWith("});");
    assertThat(Client.get(old + "?callback=alert(1)").statusCode()).isEqualTo(400);
  }

  @Test
  void previewShowsTheRecordAsTextAndMayBeFramed() {
    HttpResponse<String> preview = Client.get(old + "/preview?id=100000045");
    assertThat(preview.body())
        .contains("Haavik, Peder &lt;script&gt;", "1840", "&lt;img src=x")
        .doesNotContain("<script>", "<img");
    assertThat(preview.headers().firstValue("X-Frame-Options")).isEmpty();
    assertThat(preview.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'", "frame-ancestors *");
    assertThat(Client.get(draft + "/view?id=100000045").body()).contains("Haavik");
    assertThat(Client.get(old + "/preview?id=%3Cb%3E").statusCode()).isEqualTo(404);
    assertThat(Client.get(old + "/flyout/entity?id=100000045").body())
        .contains("&lt;script&gt;")
        .doesNotContain("<script>");
    assertThat(Client.get(old + "/flyout/property?id=birth").body()).contains("date of birth");
    assertThat(Client.get(old + "/flyout/type?id=person").body()).contains("Person");
  }

  @Test
  void suggestionsFindNamesByAnyOfTheirWords() {
    assertThat(Client.get(old + "/suggest/entity?prefix=ast").body())
        .contains("Lindqvist-Moe, Astrid");
    assertThat(Client.get(old + "/suggest/entity?prefix=100000010").body())
        .contains("Brekke, Olaf");
    JsonNode second =
        Json.mapper()
            .readTree(Client.get(draft + "/suggest/entity?prefix=brekke&limit=1&offset=1").body())
            .path("result");
    assertThat(ids(second)).containsExactly("100000029");
  }

  @Test
  void nameOfARecordThatIsGoneLeadsToWhatTookItsPlace() {
    assertThat(ids(result("{\"query\":\"Torvald Aasen\"}"))).doesNotContain("10000007X");
    assertThat(ids(result("{\"query\":\"Thorvald Aasen\"}")))
        .contains("100000010")
        .doesNotContain("100000088");
    JsonNode suggested =
        Json.mapper().readTree(Client.get(old + "/suggest/entity?prefix=aasen").body());
    assertThat(ids(suggested.path("result"))).containsExactly("100000010");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://d-nb.info/gnd/118650130",
        "http://d-nb.info/gnd/118650130",
        "(DE-588)118650130"
      })
  void identifierMayBeWrittenAsAnAddress(String written) {
    JsonNode first = result("{\"query\":\"%s\"}".formatted(written)).path(0);
    assertThat(first.path("id").stringValue()).isEqualTo("118650130");
    assertThat(first.path("match").booleanValue()).isTrue();
  }

  @Test
  void whatNoRecordSaysIsMetByNoneWhereItIsRequired() {
    String query =
        """
        {"queries":[{"conditions":[{"matchType":"name","propertyValue":"Astrid Moe"},
          {"matchType":"property","propertyId":"shoe size","propertyValue":"38","required":%s}]}]}
        """;
    assertThat(draftIds(query.formatted("true"))).isEmpty();
    assertThat(draftIds(query.formatted("false"))).contains("118650130");
  }

  @Test
  void manyWildcardsCostNoMoreThanOne() {
    String many = "a*".repeat(400);
    assertThat(Qualifier.WILDCARD.holds(List.of("a".repeat(900)), many + "b")).isFalse();
    assertThat(Qualifier.WILDCARD.holds(List.of("a".repeat(900) + "b"), many + "b")).isTrue();
    assertThat(Qualifier.WILDCARD.holds(List.of("Ärztin"), "a??t*")).isTrue();
    assertThat(Qualifier.WILDCARD.holds(List.of(""), "*")).isTrue();
    assertThat(Qualifier.WILDCARD.holds(List.of("ab"), "a?c*")).isFalse();
  }

  @Test
  void whatIsNotThereIsSaid() {
    HttpResponse<String> answer = Client.get(service.url("0.2", "nothing"));
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("there are: library");
    assertThat(Client.get(old + "/nothing").statusCode()).isEqualTo(404);
    assertThat(Client.get(service.url("3.0", "library")).statusCode()).isEqualTo(404);
    assertThat(Client.get(draft + "/match").statusCode()).isEqualTo(405);
    JsonNode services =
        Json.mapper().readTree(Client.get(URI.create(old).resolve("/reconcile").toString()).body());
    assertThat(services.path("services").size()).isEqualTo(2);
  }
}
