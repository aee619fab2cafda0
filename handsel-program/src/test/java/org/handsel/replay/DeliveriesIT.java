package org.handsel.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.handsel.collection.Item;
import org.handsel.collection.ItemsFile;
import org.handsel.collection.Value;
import org.handsel.collection.mapping.Mapping;
import org.handsel.collection.mapping.MappingSummary;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import org.handsel.platform.Progress;
import org.handsel.rights.Verdict;
import org.handsel.testing.Shared;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// The profiles in samples/profiles on the real deliveries that they were written for.
@Tag("data")
class DeliveriesIT {
  private static final String LIDO =
      "collections/lido/nationalmuseum_valid_items_transform_1677.tgz";

  @TempDir Path folder;

  private MappingSummary map(String source, String profile) {
    Path mapping = Shared.root().resolve("samples/profiles").resolve(profile);
    return Mapping.run(Shared.data(source), mapping, folder, Progress.NONE);
  }

  private List<Item> items() {
    try (Stream<Item> items = ItemsFile.read(folder.resolve("items.jsonl"))) {
      return items.toList();
    }
  }

  @ParameterizedTest(name = "{0} by {1}: {2} records")
  @CsvSource({
    "collections/csv/smm_exportlista-2015.csv, smm.yaml, 597, 99",
    "collections/csv/geographicus-wikimedia.csv, geographicus.yaml, 2130, 0",
    "collections/csv/AutryObjects.csv, autry.yaml, 193, 0",
    "collections/tsv/bl_1879_plates.tsv, british-library.yaml, 7409, 0",
    "collections/tsv/bl_1886_plates.tsv, british-library.yaml, 7811, 0",
    "collections/lido/nationalmuseum_valid_items_transform_1677.tgz, nationalmuseum.yaml, 5309, 0"
  })
  void everyRecordBecomesAnItem(String source, String profile, long records, long refused) {
    MappingSummary summary = map(source, profile);

    assertThat(summary.records()).isEqualTo(records);
    assertThat(summary.items()).isEqualTo(records);
    assertThat(summary.refused()).isEqualTo(refused);
    assertThat(items()).hasSize((int) records);
    System.out.printf("%s: %s%n", profile, summary.problems());
  }

  @Test
  void theTenAttributionQualifiersAreKeptApart() {
    map(LIDO, "nationalmuseum.yaml");
    List<Item> items = items();
    Map<String, Long> qualified =
        items.stream()
            .flatMap(item -> item.fields().entrySet().stream())
            .filter(field -> !field.getKey().equals("former-attribution"))
            .flatMap(field -> field.getValue().stream())
            .filter(value -> value.qualifier() != null)
            .collect(
                Collectors.groupingBy(
                    value -> String.valueOf(value.qualifier()),
                    TreeMap::new,
                    Collectors.counting()));
    System.out.println("qualifiers outside former-attribution: " + qualified);
    long former = items.stream().mapToLong(item -> item.values("former-attribution").size()).sum();

    assertThat(former).isEqualTo(469);
    assertThat(qualified).doesNotContainKey("former");
    assertThat(qualified)
        .containsKeys(
            "attributed-to", "manner-of", "workshop-of", "school-of", "after", "uncertain");
    assertThat(items)
        .allSatisfy(item ->
            assertThat(item.values("creator"))
                .extracting(Value::qualifier)
                .doesNotContain("former", "alternative"));
  }

  @Test
  void layersOfRightsAreJudgedApart() {
    map(LIDO, "nationalmuseum.yaml");

    assertThat(items())
        .allSatisfy(item -> {
          assertThat(item.rights().metadata().verdict()).isEqualTo(Verdict.YES);
          assertThat(item.rights().reproduction().verdict()).isEqualTo(Verdict.HOLD);
          assertThat(item.rights().work().verdict()).isEqualTo(Verdict.UNKNOWN);
        });
  }

  @Test
  void everyValueThatWasNotUnderstoodIsListedWithItsPlace() throws Exception {
    MappingSummary summary = map(LIDO, "nationalmuseum.yaml");
    List<String> lines = Files.readAllLines(folder.resolve("problems.jsonl"));

    assertThat(lines)
        .hasSize((int) summary.problems().values().stream().mapToLong(Long::longValue).sum());
    for (String line : lines) {
      JsonNode problem = Json.mapper().readTree(line);
      for (String key : List.of("record", "file", "path", "field", "code", "raw", "reason")) {
        assertThat(problem.path(key).asString()).as("%s of %s", key, line).isNotEmpty();
      }
    }
  }

  @Test
  void anIdThatAllRecordsShareIsFoundOut() throws Exception {
    Path profile = folder.resolve("shared-id.yaml");
    Files.writeString(
        profile,
        """
        source: {format: xml, record: 'lido:lido', namespaces: {lido: http://www.lido-schema.org}}
        id: lidoRecID
        fields:
          title: descriptiveMetadata/objectIdentificationWrap/titleWrap/titleSet/appellationValue
        """);
    Path out = folder.resolve("out");

    org.assertj.core.api.Assertions.assertThatThrownBy(() ->
            Mapping.run(
                Shared.data(LIDO),
                profile,
                out,
                Progress.NONE,
                () -> List.of("administrativeMetadata/recordWrap/recordID")))
        .isInstanceOf(HandselException.class)
        .hasMessageContaining("/Museu:000000")
        .hasMessageContaining("recordWrap/recordID");
    assertThat(out.resolve("items.jsonl")).doesNotExist();
  }
}
