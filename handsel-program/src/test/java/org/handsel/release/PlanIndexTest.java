package org.handsel.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is kept of a plan in memory says the same as the plan itself.
class PlanIndexTest {
  @TempDir Path folder;

  static PlanEntry entry(Random random, int number) {
    List<PlanEntry.Check> checks = new ArrayList<>();
    for (String code : List.of("RIGHTS_HOLD", "CATEGORY_MISSING", "TITLE_TAKEN")) {
      for (int i = random.nextInt(6); i > 3; i--) {
        checks.add(new PlanEntry.Check(code, "warning", "\"" + code + "\" {[\\ at " + number));
      }
    }
    Map<String, Object> data = new HashMap<>();
    switch (random.nextInt(6)) {
      case 0 -> data.put("labels", Map.of());
      case 1 -> data.put("labels", Map.of("en", Map.of("language", "en", "value", "A picture")));
      case 2 -> {
        data.put("labels", Map.of());
        data.put(
            "claims",
            List.of(
                Map.of(
                    "mainsnak",
                    Map.of("snaktype", "somevalue", "property", "P170"),
                    "qualifiers",
                    Map.of(),
                    "type",
                    "statement",
                    "rank",
                    "normal")));
      }
      case 3 -> data.put("other", Map.of("claims", List.of(1, 2)));
      case 4 -> data.put("claims", List.of());
      default -> {}
    }
    boolean ready = random.nextInt(4) > 0;
    return new PlanEntry(
        random.nextInt(20) == 0 ? "" : "item ünder " + number / 2,
        random.nextInt(20) == 0 ? "" : number + ".jpg",
        "%040x".formatted(number),
        number,
        "File:Picture \"%d\".jpg".formatted(number),
        "== Summary ==\n{{Photograph}} %d \\ \u2028 \"state\":\"ready\"".formatted(number),
        data,
        checks,
        ready ? PlanEntry.READY : PlanEntry.BLOCKED,
        random.nextInt(5) == 0 ? null : "http://example.org/rights/" + random.nextInt(3),
        random.nextInt(3) == 0 ? null : PlanEntry.AGREEMENT);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whatIsKeptSaysWhatThePlanSays(long seed) throws IOException {
    Random random = new Random(seed);
    List<PlanEntry> plan = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      plan.add(entry(random, i));
    }
    Files.write(folder.resolve("plan.jsonl"), plan.stream().map(Json::line).toList());

    PlanIndex index = new ReleaseFolder(folder).index();

    assertThat(index.lines()).hasSize(plan.size());
    assertThat(index.entries(index.lines())).isEqualTo(plan);
    for (int i = 0; i < plan.size(); i++) {
      PlanEntry entry = plan.get(i);
      PlanIndex.Line line = index.lines().get(i);
      assertThat(line.key()).isEqualTo(FileKey.of(entry));
      assertThat(line.title()).isEqualTo(entry.title());
      assertThat(line.sha1()).isEqualTo(entry.sha1());
      assertThat(line.ready()).isEqualTo(entry.ready());
      assertThat(line.rights()).isEqualTo(entry.rights() == null ? "" : entry.rights());
      assertThat(line.ground()).isEqualTo(entry.ground() == null ? "" : entry.ground());
      assertThat(line.codes())
          .isEqualTo(entry.checks().stream().map(PlanEntry.Check::code).distinct().toList());
      if (DataWriting.planned(entry)) {
        assertThat(line.data()).isTrue();
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "{\"item\":\"a\"",
        "nonsense",
        "[]",
        "{\"item\":\"a\",\"file\":\"b\"}",
        "{\"item\":\"a\",\"file\":\"b\",\"sha1\":\"c\",\"title\":{},\"checks\":[],\"state\":\"ready\"}"
      })
  void aDamagedLineIsNamed(String damaged) throws IOException {
    Files.write(
        folder.resolve("plan.jsonl"),
        List.of(Json.line(entry(new Random(1), 1)), damaged, Json.line(entry(new Random(1), 2))));

    assertThatThrownBy(() -> new ReleaseFolder(folder).index())
        .isInstanceOf(HandselException.class)
        .hasMessageContaining("plan.jsonl, line 2: damaged")
        .hasMessageContaining("Plan the release again");
  }

  @Test
  void anotherPlanInItsPlaceIsNoticed() throws IOException {
    Path plan = folder.resolve("plan.jsonl");
    Files.write(plan, List.of(Json.line(entry(new Random(1), 1))));
    PlanIndex index = new ReleaseFolder(folder).index();
    Files.write(plan, List.of(Json.line(entry(new Random(1), 8))));

    assertThatThrownBy(() -> index.entry(index.lines().getFirst()))
        .isInstanceOf(HandselException.class)
        .hasMessageContaining("another plan than a moment ago");
  }
}
