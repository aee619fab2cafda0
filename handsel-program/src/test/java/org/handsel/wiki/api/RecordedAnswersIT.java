package org.handsel.wiki.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.handsel.platform.Json;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// The client reads what a real WikibaseMediaInfo was seen to answer.
@Tag("data")
class RecordedAnswersIT {
  private static final Path ANSWERS =
      Path.of(System.getProperty("handsel.shared"), "testbed", "sdc-answers");

  private static JsonNode answer(String name) throws Exception {
    return Json.mapper().readTree(Files.readString(ANSWERS.resolve(name + ".response.json")));
  }

  private static Entity entity(String name) throws Exception {
    return Entity.read("M13", answer(name).path("entities").path("M13"));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> data(String name) throws Exception {
    String request = Files.readString(ANSWERS.resolve(name + ".request.txt"));
    int start = request.indexOf("data=") + 5;
    return Json.mapper()
        .readerFor(Map.class)
        .without(tools.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .readValue(request.substring(start));
  }

  @Test
  void noDataAndNoPageLookTheSame() throws Exception {
    assertThat(entity("get-missing-fv2").present()).isFalse();
    assertThat(
            answer("get-nonexistent-fv2")
                .path("entities")
                .values()
                .iterator()
                .next()
                .has("missing"))
        .isTrue();
  }

  @Test
  void anEmptyListOfStatementsIsNoStatements() throws Exception {
    for (String name : List.of("get-noclaims-fv1", "get-noclaims-fv2")) {
      assertThat(entity(name).present()).isTrue();
      assertThat(entity(name).statements()).isEmpty();
      assertThat(entity(name).labels()).containsEntry("en", "L");
    }
  }

  @Test
  void whatWasSentInEveryDataTypeIsFoundAgainAndNotSentTwice() throws Exception {
    Entity written = Entity.read("M13", answer("edit-all-datatypes").path("entity"));

    assertThat(written.missingFrom(data("edit-all-datatypes"))).isEmpty();
    assertThat(written.missingFrom(data("edit-claims-resent"))).isEmpty();
    assertThat(entity("get-noclaims-fv2").missingFrom(data("edit-all-datatypes")))
        .extractingByKey("claims")
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .hasSize(7);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "edit-conflict-same-user,editconflict,EDIT",
    "edit-conflict-other-user,editconflict,EDIT",
    "edit-wrong-datatype,modification-failed,STRUCTURED_DATA",
    "edit-missing-item,modification-failed,STRUCTURED_DATA",
    "edit-label-toolong,modification-failed,STRUCTURED_DATA",
    "edit-label-badlang,not-recognized-language,STRUCTURED_DATA",
    "edit-invalid-json,invalid-json,STRUCTURED_DATA",
    "edit-nopage,no-such-entity,STRUCTURED_DATA",
    "edit-badtoken,badtoken,TOKEN",
    "maxlag,maxlag,WAIT",
    "get-badid-fv2,no-such-entity,STRUCTURED_DATA"
  })
  void everyRecordedErrorHasItsClass(String name, String code, FailureClass kind) throws Exception {
    byte[] body = Files.readAllBytes(ANSWERS.resolve(name + ".response.json"));
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.getResponseHeaders().add("Content-Type", "application/json; charset=utf-8");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    try (Transport transport = new Transport(WikiSettings.of("tester@example.org"))) {
      Reply<JsonNode> reply =
          transport.form(
              java.net.URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api.php"),
              Map.of("action", "wbeditentity"));
      assertThat(reply)
          .isInstanceOfSatisfying(
              Reply.No.class,
              no -> {
                assertThat(no.failure().code()).isEqualTo(code);
                assertThat(no.failure().kind()).isEqualTo(kind);
              });
    } finally {
      server.stop(0);
    }
  }
}
