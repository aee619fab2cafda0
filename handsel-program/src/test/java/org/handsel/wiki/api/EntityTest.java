package org.handsel.wiki.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.handsel.platform.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is sent to a page depends on what it says already; told twice, it says it once.
class EntityTest {
  private static Map<String, Object> item(String property, String qid) {
    return Map.of(
        "snaktype",
        "value",
        "property",
        property,
        "datavalue",
        Map.of(
            "type",
            "wikibase-entityid",
            "value",
            Map.of(
                "entity-type",
                "item",
                "id",
                qid,
                "numeric-id",
                Integer.parseInt(qid.substring(1)))));
  }

  private static Map<String, Object> text(String property, String text) {
    return Map.of(
        "snaktype",
        "value",
        "property",
        property,
        "datavalue",
        Map.of("type", "string", "value", text));
  }

  private static Map<String, Object> some(String property) {
    return Map.of("snaktype", "somevalue", "property", property);
  }

  @SafeVarargs
  private static Map<String, Object> claim(
      Map<String, Object> main, Map<String, Object>... qualifiers) {
    Map<String, Object> claim = new LinkedHashMap<>();
    claim.put("mainsnak", main);
    claim.put("type", "statement");
    claim.put("rank", "normal");
    Map<String, List<Object>> by = new LinkedHashMap<>();
    for (Map<String, Object> one : qualifiers) {
      by.computeIfAbsent(String.valueOf(one.get("property")), key -> new ArrayList<>()).add(one);
    }
    if (!by.isEmpty()) {
      claim.put("qualifiers", by);
    }
    return claim;
  }

  private static Map<String, Object> with(Map<String, Object> claim, String key, Object value) {
    Map<String, Object> copy = new LinkedHashMap<>(claim);
    copy.put(key, value);
    return copy;
  }

  private static List<Object> reference(String url) {
    return List.of(Map.of("snaks", Map.of("P854", List.of(text("P854", url)))));
  }

  @SafeVarargs
  private static Entity page(Map<String, Object>... statements) {
    Map<String, List<Object>> by = new LinkedHashMap<>();
    for (Map<String, Object> one : statements) {
      Map<?, ?> main = (Map<?, ?>) one.getOrDefault("mainsnak", Map.of());
      by.computeIfAbsent(String.valueOf(main.get("property")), key -> new ArrayList<>()).add(one);
    }
    return Entity.read("M7", Json.mapper().valueToTree(Map.of("statements", by)));
  }

  @SafeVarargs
  private static List<Map<?, ?>> missing(Entity page, Map<String, Object>... planned) {
    Object claims = page.missingFrom(Map.of("claims", List.of(planned))).get("claims");
    return claims == null
        ? List.of()
        : ((List<?>) claims).stream().<Map<?, ?>>map(each -> (Map<?, ?>) each).toList();
  }

  @Test
  void twoUnknownCreatorsWithDifferentNamesAreTwo() {
    assertThat(
            missing(
                page(),
                claim(some("P170"), text("P2093", "Elin")),
                claim(some("P170"), text("P2093", "Otto"))))
        .hasSize(2);
    assertThat(
            missing(
                page(claim(some("P170"), text("P2093", "Elin"))),
                claim(some("P170"), text("P2093", "Elin")),
                claim(some("P170"), text("P2093", "Otto"))))
        .hasSize(1);
  }

  @Test
  void publicDomainAtHomeAndInTheUnitedStatesAreTwoStatements() {
    Map<String, Object> home = claim(item("P6216", "Q19652"), item("P1001", "Q59542795"));
    Map<String, Object> us = claim(item("P6216", "Q19652"), item("P1001", "Q30"));

    assertThat(missing(page(), home, us)).hasSize(2);
    assertThat(missing(page(home), home, us)).hasSize(1);
    assertThat(missing(page(us, home), home, us)).isEmpty();
  }

  @Test
  void aStatementWithMoreQualifiersIsThePlannedOne() {
    assertThat(
            missing(
                page(claim(text("P217", "S 1"), item("P195", "Q1"), item("P518", "Q2"))),
                claim(text("P217", "S 1"), item("P195", "Q1"))))
        .isEmpty();
  }

  @Test
  void aStatementWithoutOurQualifiersIsCompletedInItsPlace() {
    Map<String, Object> there =
        with(claim(text("P217", "S 1"), item("P518", "Q2")), "id", "M7$AAAA");

    List<Map<?, ?>> sent = missing(page(there), claim(text("P217", "S 1"), item("P195", "Q1")));

    assertThat(sent).hasSize(1);
    assertThat(sent.getFirst().get("id")).isEqualTo("M7$AAAA");
    assertThat(Json.line(sent.getFirst())).contains("P518", "P195");
  }

  @Test
  void aNumberInAnotherCollectionIsAnotherStatement() {
    Map<String, Object> there = with(claim(text("P217", "1"), item("P195", "Q9")), "id", "M7$AAAA");

    List<Map<?, ?>> sent = missing(page(there), claim(text("P217", "1"), item("P195", "Q1")));

    assertThat(sent).hasSize(1);
    assertThat(sent.getFirst().get("id")).isNotEqualTo("M7$AAAA");
  }

  @Test
  void referencesAreAddedOnceAndOthersStay() {
    Map<String, Object> planned =
        with(claim(text("P217", "S 1")), "references", reference("https://x.example/1"));
    Map<String, Object> there =
        with(
            with(claim(text("P217", "S 1")), "references", reference("https://other.example/")),
            "id",
            "M7$AAAA");

    List<Map<?, ?>> sent = missing(page(there), planned);

    assertThat(sent).hasSize(1);
    assertThat(Json.line(sent.getFirst()))
        .contains("M7$AAAA", "https://other.example/", "https://x.example/1");
    assertThat(missing(page(planned), planned)).isEmpty();
  }

  @Test
  void whatIsToldTwiceHasTheSameIdAndEveryPageItsOwn() {
    Map<String, Object> planned = claim(text("P217", "S 1"), item("P195", "Q1"));
    Object id = missing(page(), planned).getFirst().get("id");

    assertThat(missing(page(), planned).getFirst().get("id")).isEqualTo(id);
    assertThat(String.valueOf(id)).matches("M7\\$[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}");
    assertThat(Json.line(Entity.none("M8").missingFrom(Map.of("claims", List.of(planned)))))
        .doesNotContain(String.valueOf(id).substring(3));
  }

  @Test
  void captionsOfPeopleStay() {
    Entity page =
        Entity.read(
            "M7",
            Json.mapper()
                .valueToTree(
                    Map.of("labels", Map.of("sv", Map.of("language", "sv", "value", "Båt")))));

    assertThat(
            page.missingFrom(
                Map.of(
                    "labels",
                    Map.of(
                        "sv", Map.of("language", "sv", "value", "En båt"),
                        "en", Map.of("language", "en", "value", "A boat")))))
        .isEqualTo(Map.of("labels", Map.of("en", Map.of("language", "en", "value", "A boat"))));
  }

  static IntStream seeds() {
    return IntStream.range(0, 200);
  }

  /// Applies what is sent as a wiki does: a known id in its place, any other behind.
  private static Entity apply(Entity page, Map<String, Object> sent) {
    Map<String, Object> byId = new LinkedHashMap<>();
    page.statements()
        .values()
        .forEach(
            list -> list.forEach(each -> byId.put(each.path("id").asString(""), (Object) each)));
    if (sent.get("claims") instanceof List<?> claims) {
      for (Object claim : claims) {
        Map<?, ?> map = (Map<?, ?>) claim;
        byId.put(String.valueOf(map.get("id")), map);
      }
    }
    Map<String, List<Object>> by = new HashMap<>();
    byId.values()
        .forEach(each ->
            by.computeIfAbsent(
                    Json.mapper().valueToTree(each).at("/mainsnak/property").asString(""),
                    key -> new ArrayList<>())
                .add(each));
    return Entity.read("M7", Json.mapper().valueToTree(Map.of("statements", by)));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void anyPlanIsThereAfterOneWriteAndASecondOneDoublesNothing(int seed) {
    Random random = new Random(seed);
    List<Map<String, Object>> before = claims(random);
    Map<String, Object> plan = Map.of("claims", claims(random));
    Entity page = Entity.read("M7", Json.mapper().valueToTree(Map.of()));
    page = apply(page, page.missingFrom(Map.of("claims", before)));

    Map<String, Object> first = page.missingFrom(plan);
    Entity written = apply(page, first);

    assertThat(written.missingFrom(plan)).isEmpty();
    // A lost answer and a copy of the wiki that lags: the same request arrives twice.
    assertThat(count(apply(written, first))).isEqualTo(count(written));
  }

  private static int count(Entity page) {
    return page.statements().values().stream().mapToInt(List::size).sum();
  }

  private static List<Map<String, Object>> claims(Random random) {
    List<Map<String, Object>> claims = new ArrayList<>();
    for (int i = random.nextInt(6); i >= 0; i--) {
      Map<String, Object> main =
          random.nextInt(4) == 0
              ? some("P170")
              : item(random.nextBoolean() ? "P180" : "P6216", "Q" + random.nextInt(1, 3));
      List<Map<String, Object>> qualifiers = new ArrayList<>();
      if (random.nextBoolean()) {
        qualifiers.add(text("P2093", random.nextBoolean() ? "A" : "B"));
      }
      if (random.nextBoolean()) {
        qualifiers.add(item("P1001", "Q" + random.nextInt(1, 4)));
      }
      @SuppressWarnings("unchecked")
      Map<String, Object> claim = claim(main, qualifiers.toArray(Map[]::new));
      claims.add(random.nextBoolean() ? with(claim, "references", reference("https://x")) : claim);
    }
    return claims;
  }
}
