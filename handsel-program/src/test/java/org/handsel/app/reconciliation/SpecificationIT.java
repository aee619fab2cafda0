package org.handsel.app.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.handsel.platform.Json;
import org.handsel.testing.Shared;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Every answer of the service against the JSON schemas of the specification.
@Tag("data")
class SpecificationIT {
  private static final SpecificationSchemas OLD = new SpecificationSchemas("0.2");
  private static final SpecificationSchemas DRAFT = new SpecificationSchemas("1.0-draft");

  @TempDir static Path home;
  private static ServedOnLoopback service;

  @BeforeAll
  static void start() {
    service = ServedOnLoopback.start(home, Map.of("nga", Shared.data("persons/museums/nga.csv")));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.2", "1.0-draft"})
  void validatorAgreesWithTheExamplesOfTheSpecification(String version) throws Exception {
    SpecificationSchemas schemas = new SpecificationSchemas(version);
    int checked = 0;
    List<String> different = new ArrayList<>();
    for (String name : schemas.names()) {
      for (String state : List.of("valid", "invalid")) {
        for (Path example : schemas.examples(name, state)) {
          JsonNode document = Json.mapper().readTree(Files.readString(example));
          checked++;
          if (schemas.problems(name, document).isEmpty() != state.equals("valid")) {
            different.add(state + " " + example.getFileName());
          }
        }
      }
    }
    assertThat(different).isEmpty();
    assertThat(checked).isGreaterThan(30);
  }

  private static String root(String version) {
    return service.url(version, "nga");
  }

  private static JsonNode read(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    return Json.mapper().readTree(answer.body());
  }

  private static void valid(SpecificationSchemas schemas, String name, JsonNode document) {
    assertThat(schemas.problems(name, document)).as(document.toString()).isEmpty();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void manifestsAreValid() {
    valid(OLD, "manifest", read(Client.get(root("0.2"))));
    valid(DRAFT, "manifest", read(Client.get(root("1.0-draft"))));
  }

  @Test
  void manifestsWithATokenAreValid() {
    try (ServedOnLoopback closed =
        ServedOnLoopback.start(
            home.resolve("closed"),
            Map.of("nga", Shared.root().resolve("samples/authority/library.jsonl")),
            "a b+c")) {
      valid(OLD, "manifest", read(Client.get(closed.url("0.2", "nga") + "?token=a+b%2Bc")));
      valid(DRAFT, "manifest", read(Client.get(closed.url("1.0-draft", "nga") + "?token=a+b%2Bc")));
    }
  }

  @Test
  void queriesOfTheSpecificationGetValidAnswersAndWrongOnesARefusal() throws Exception {
    for (Path example : OLD.examples("reconciliation-query-batch", "valid")) {
      String queries = Files.readString(example);
      JsonNode answer = read(Client.form(root("0.2"), "queries", queries));
      valid(OLD, "reconciliation-result-batch", answer);
      assertThat(answer.propertyNames())
          .containsExactlyElementsOf(Json.mapper().readTree(queries).propertyNames());
      valid(
          OLD,
          "reconciliation-result-batch",
          read(Client.get(root("0.2") + "?queries=" + encoded(queries))));
    }
    for (Path example : DRAFT.examples("reconciliation-query-batch", "valid")) {
      valid(
          DRAFT,
          "reconciliation-result-batch",
          read(Client.json(root("1.0-draft") + "/match", Files.readString(example))));
    }
    for (Path example : DRAFT.examples("reconciliation-query-batch", "invalid")) {
      // That an unknown key is named wrongly is the schema's business: we read past such.
      int status =
          Client.json(root("1.0-draft") + "/match", Files.readString(example)).statusCode();
      if (!example.endsWith("multiple-types.json")) {
        assertThat(status).as(example.toString()).isEqualTo(400);
      }
    }
  }

  @Test
  void candidatesAreValidAndScoredByProbability() {
    JsonNode old =
        read(
            Client.form(
                root("0.2"),
                "queries",
                "{\"a\":{\"query\":\"Picasso,"
                    + " Pablo\",\"limit\":3,\"properties\":[{\"pid\":\"birth\",\"v\":1881}]}}"));
    valid(OLD, "reconciliation-result-batch", old);
    JsonNode best = old.path("a").path("result").path(0);
    assertThat(best.path("name").stringValue()).isEqualTo("Picasso, Pablo");
    assertThat(best.path("match").booleanValue()).isTrue();
    assertThat(best.path("score").doubleValue()).isBetween(95.0, 100.0);
    JsonNode draft =
        read(
            Client.json(
                root("1.0-draft") + "/match",
                "{\"queries\":[{\"conditions\":[{\"matchType\":\"name\",\"propertyValue\":\"Picasso,"
                    + " Pablo\"},"
                    + "{\"matchType\":\"property\",\"propertyId\":\"birth\",\"propertyValue\":\"1881\"}]}]}"));
    valid(DRAFT, "reconciliation-result-batch", draft);
    assertThat(draft.path("results").path(0).path("candidates").path(0)).isEqualTo(best);
  }

  @Test
  void suggestionsAreValid() {
    for (String what : List.of("entity", "property", "type")) {
      String schema =
          "suggest-%s-response"
              .formatted(
                  Map.of("entity", "entities", "property", "properties", "type", "types")
                      .get(what));
      String prefix = what.equals("entity") ? "pica" : what.equals("type") ? "per" : "bir";
      JsonNode old = read(Client.get(root("0.2") + "/suggest/" + what + "?prefix=" + prefix));
      valid(OLD, schema, old);
      assertThat(old.path("result").size()).as(what).isPositive();
      JsonNode draft =
          read(Client.get(root("1.0-draft") + "/suggest/" + what + "?limit=2&prefix=" + prefix));
      valid(DRAFT, schema, draft);
      assertThat(draft.path("result").size()).as(what).isBetween(1, 2);
    }
  }

  @Test
  void extensionsAreValid() throws Exception {
    for (Path example : OLD.examples("data-extension-query", "valid")) {
      valid(
          OLD,
          "data-extension-response",
          read(Client.form(root("0.2"), "extend", Files.readString(example))));
      valid(
          DRAFT,
          "data-extension-response",
          read(Client.json(root("1.0-draft") + "/extend", Files.readString(example))));
    }
    String query =
        "{\"ids\":[\"1783\",\"nobody\"],\"properties\":[{\"id\":\"birth\"},{\"id\":\"P27\"},{\"id\":\"x\"}]}";
    JsonNode old = read(Client.form(root("0.2"), "extend", query));
    valid(OLD, "data-extension-response", old);
    assertThat(old.path("rows").path("1783").path("birth").path(0).path("str").stringValue())
        .isEqualTo("1881");
    assertThat(old.path("rows").path("nobody").path("P27")).isEmpty();
    JsonNode draft = read(Client.json(root("1.0-draft") + "/extend", query));
    valid(DRAFT, "data-extension-response", draft);
    assertThat(draft.path("rows").size()).isEqualTo(2);
    valid(
        OLD,
        "data-extension-property-proposal",
        read(Client.get(root("0.2") + "/propose?type=person&limit=3")));
    valid(
        DRAFT,
        "data-extension-property-proposal",
        read(Client.get(root("1.0-draft") + "/extend/propose?type=person&limit=3")));
  }
}
