package org.handsel.collection.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.handsel.collection.Item;
import org.handsel.collection.Value;
import org.handsel.platform.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class TransformsTest {
  @TempDir Path folder;

  @BeforeEach
  void tables() throws Exception {
    Files.writeString(
        folder.resolve("museums.tsv"),
        "value\tresult\r\nSMVK-EM\tEtnografiska museet\r\nSMVK MM\tMedelhavsmuseet\r\n\r\nokänt\t\r\n");
  }

  private Mapper mapper(String profile) throws Exception {
    Path file = folder.resolve("mapping.yaml");
    Files.writeString(file, profile);
    return Mapper.of(Profiles.load(file), Samples.knowledge());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void aTransformDoesWhatItsContractSays(String id, Map<String, Object> example) throws Exception {
    String in = String.valueOf(example.get("in"));
    // JSON is YAML, so the list of the case can stand in the profile as it is.
    Mapper mapper =
        mapper(
            "id: Nr\nfields: {title: {from: Titel, transforms: %s}}\n"
                .formatted(Json.line(Objects.requireNonNull(example.get("transforms")))));

    Mapper.Outcome outcome = mapper.map(Samples.row(1, List.of("Nr", "Titel"), List.of("1", in)));

    List<Value> values = Objects.requireNonNull(outcome.item()).values("title");
    assertThat(values).as(id).extracting(Value::value).isEqualTo(example.get("out"));
    if (example.get("text") != null) {
      assertThat(values).extracting(Value::text).isEqualTo(example.get("text"));
    }
    assertThat(values).extracting(Value::raw).allMatch(in::equals);
    assertThat(outcome.problems())
        .extracting(Problem::code)
        .isEqualTo(Objects.requireNonNullElse(example.get("problems"), List.of()));
  }

  static Stream<Arguments> cases() throws Exception {
    try (InputStream in =
        Objects.requireNonNull(
            TransformsTest.class.getResourceAsStream("/cases/mapping/transforms.yaml"))) {
      Object all = new Load(LoadSettings.builder().build()).loadFromInputStream(in);
      return ((List<?>) all)
          .stream().map(one -> Arguments.of(((Map<?, ?>) one).get("id"), one)).toList().stream();
    }
  }

  /// A new transform comes with cases.
  @ParameterizedTest
  @EnumSource(TransformKind.class)
  void everyTransformHasCases(TransformKind kind) throws Exception {
    assertThat(cases().map(one -> Json.line(Objects.requireNonNull(one.get()[1]))))
        .anyMatch(example -> example.contains(kind.label()));
  }

  @Test
  void theFirstListedLanguageThatOccursIsKept() throws Exception {
    Mapper mapper =
        mapper(
            """
            source: {format: xml}
            id: id
            fields:
              title: {from: t, transforms: [{language: [sv, en]}]}
              place: {from: t, transforms: [{language: [fi, en]}]}
              medium: {from: t, transforms: [{language: fi}]}
            """);

    Item item =
        Objects.requireNonNull(
            mapper
                .map(
                    Samples.tree(
                        1,
                        "<r><id>1</id><t xml:lang='en'>a</t><t xml:lang='sv-SE'>b</t><t>c</t></r>"))
                .item());

    assertThat(item.values("title")).extracting(Value::value).containsExactly("b");
    assertThat(item.values("place")).extracting(Value::value).containsExactly("a");
    assertThat(item.values("medium")).extracting(Value::value).containsExactly("a", "b", "c");
  }
}
