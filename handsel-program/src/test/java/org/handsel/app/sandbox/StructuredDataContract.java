package org.handsel.app.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.handsel.platform.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Captions and statements of file pages.
abstract class StructuredDataContract extends WikiContract {
  @Test
  void structuredDataIsWrittenReadAndRemoved() {
    String id = fileWithId();
    assertThat(entity(id).has("missing")).isTrue();

    JsonNode edited =
        bot.act("action", "wbeditentity", "id", id, "data", data("INV 1"), "summary", "s");
    assertThat(edited.path("success").asInt()).isEqualTo(1);
    JsonNode read = entity(id);
    assertThat(read.at("/labels/en/value").asString()).isEqualTo("L");
    assertThat(read.path("descriptions").isObject()).isTrue();
    JsonNode statement = read.at("/statements/P217/0");
    assertThat(statement.at("/mainsnak/datavalue/value").asString()).isEqualTo("INV 1");
    assertThat(statement.path("rank").asString()).isEqualTo("normal");

    String guid = statement.path("id").asString();
    assertThat(guid).startsWith(id + "$");
    bot.act(
        "action",
        "wbeditentity",
        "id",
        id,
        "data",
        Json.line(Map.of("claims", List.of(Map.of("id", guid, "remove", "")))));
    assertThat(entity(id).path("statements").isArray()).isTrue();
  }

  @Test
  void sameStatementSentTwiceIsThereTwice() {
    String id = fileWithId();
    bot.act("action", "wbeditentity", "id", id, "data", data("INV 1"));
    bot.act("action", "wbeditentity", "id", id, "data", data("INV 1"));

    assertThat(entity(id).at("/statements/P217").size()).isEqualTo(2);
  }

  /// What makes a release safe to be run again: it gives each statement an id of its own.
  @Test
  void aStatementWithAnIdTakesThePlaceOfTheOneThatHasIt() {
    String id = fileWithId();
    String guid = id + "$5f0a6f5c-4c1e-3b57-9d4b-0a4c1f2b3d4e";
    edit(id, statement(guid, "INV 1"));
    edit(id, statement(guid, "INV 1"));
    edit(id, statement(guid, "INV 2"));

    JsonNode statements = entity(id).at("/statements/P217");
    assertThat(statements).hasSize(1);
    assertThat(statements.at("/0/id").asString()).isEqualTo(guid);
    assertThat(statements.at("/0/mainsnak/datavalue/value").asString()).isEqualTo("INV 2");
  }

  @Test
  void anEditIsMadeAsAWholeOrNotAtAll() {
    String id = fileWithId();
    edit(id, label("one"));

    assertThat(
            code(
                edit(
                    id,
                    "{\"labels\":{\"en\":{\"language\":\"en\",\"value\":\"two\"}},\"claims\":[%s,%s]}"
                        .formatted(
                            claim("", "INV 1"), claim("", "INV 2").replace("P217", "P99999")))))
        .isEqualTo("modification-failed");
    assertThat(code(edit(id, "{\"claims\":[{\"id\":\"%s$x\",\"remove\":\"\"}]}".formatted(id))))
        .isEqualTo("modification-failed");
    assertThat(entity(id).at("/labels/en/value").asString()).isEqualTo("one");
    assertThat(entity(id).path("statements").isArray()).isTrue();
  }

  @Test
  void anEditThatChangesNothingMakesNoRevision() {
    String id = fileWithId();
    int first = edit(id, label("one")).at("/entity/lastrevid").asInt();

    assertThat(edit(id, label("one")).at("/entity/lastrevid").asInt()).isEqualTo(first);
    assertThat(entity(id).path("lastrevid").asInt()).isEqualTo(first);
  }

  @Test
  void aCaptionIsTakenAway() {
    String id = fileWithId();
    edit(id, label("one"));
    edit(id, "{\"labels\":{\"en\":{\"language\":\"en\",\"remove\":\"\"}}}");

    assertThat(entity(id).path("labels").isObject()).isTrue();
    assertThat(entity(id).path("labels").isEmpty()).isTrue();
  }

  @Test
  void structuredDataIsChecked() {
    String id = fileWithId();

    assertThat(
            code(
                bot.act(
                    "action",
                    "wbeditentity",
                    "id",
                    id,
                    "data",
                    data("INV").replace("\"type\":\"string\"", "\"type\":\"time\""))))
        .isEqualTo("modification-failed");
    assertThat(
            code(
                bot.act(
                    "action",
                    "wbeditentity",
                    "id",
                    id,
                    "data",
                    data("INV").replace("P217", "P99999"))))
        .isEqualTo("modification-failed");
    assertThat(
            code(
                bot.act(
                    "action",
                    "wbeditentity",
                    "id",
                    id,
                    "data",
                    data("INV").replace("\"L\"", "\"" + "x".repeat(251) + "\""))))
        .isEqualTo("modification-failed");
    assertThat(
            code(
                bot.act(
                    "action",
                    "wbeditentity",
                    "id",
                    id,
                    "data",
                    data("INV").replace("\"en\"", "\"nolang!\""))))
        .isEqualTo("not-recognized-language");
    assertThat(code(bot.act("action", "wbeditentity", "id", id, "data", "{")))
        .isEqualTo("invalid-json");
    assertThat(code(bot.act("action", "wbeditentity", "id", "M99999999", "data", "{}")))
        .isEqualTo("no-such-entity");
    assertThat(code(bot.call("action", "wbgetentities", "ids", "Q1"))).isEqualTo("no-such-entity");
  }

  @Test
  void captionChangedByAnotherIsAConflict() {
    String id = fileWithId();
    int base =
        bot.act("action", "wbeditentity", "id", id, "data", label("one"))
            .at("/entity/lastrevid")
            .asInt();
    bot.act("action", "wbeditentity", "id", id, "data", label("two"));

    assertThat(
            code(
                bot.act(
                    "action", "wbeditentity", "id", id, "data", label("three"), "baserevid", base)))
        .isEqualTo("editconflict");
    assertThat(
            bot.act(
                    "action",
                    "wbeditentity",
                    "id",
                    id,
                    "data",
                    "{\"labels\":{\"sv\":{\"language\":\"sv\",\"value\":\"tre\"}}}",
                    "baserevid",
                    base)
                .path("success")
                .asInt())
        .isEqualTo(1);
  }

  private String fileWithId() {
    up(name + "a.jpg", picture);
    return "M" + state.page("File:" + name + "a.jpg").path("pageid").asInt();
  }

  private JsonNode entity(String id) {
    return bot.call("action", "wbgetentities", "ids", id).path("entities").path(id);
  }

  private JsonNode edit(String id, String data) {
    return bot.act("action", "wbeditentity", "id", id, "data", data);
  }

  private static String statement(String guid, String inventory) {
    return "{\"claims\":[%s]}".formatted(claim(guid, inventory));
  }

  /// @param guid empty for none
  private static String claim(String guid, String inventory) {
    return """
    {%s"mainsnak":{"snaktype":"value","property":"P217",\
    "datavalue":{"value":"%s","type":"string"}},"type":"statement","rank":"normal"}\
    """
        .formatted(guid.isEmpty() ? "" : "\"id\":\"" + guid + "\",", inventory);
  }

  private static String label(String text) {
    return "{\"labels\":{\"en\":{\"language\":\"en\",\"value\":\"%s\"}}}".formatted(text);
  }

  private static String data(String inventory) {
    return """
    {"labels":{"en":{"language":"en","value":"L"}},"claims":[{"mainsnak":{"snaktype":"value",\
    "property":"P217","datavalue":{"value":"%s","type":"string"}},"type":"statement",\
    "rank":"normal"}]}\
    """
        .formatted(inventory);
  }
}
