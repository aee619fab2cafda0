package org.handsel.partnership.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.handsel.platform.Database;
import org.handsel.platform.History;
import org.handsel.platform.Progress;
import org.handsel.platform.ResourceTable;
import org.handsel.platform.Who;
import org.handsel.testing.Shared;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The shared list of institutions: import, search, and the measured quality of duplicates.
@Tag("data")
class RealListIT {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
  @TempDir static Path folder;
  private static Database database;
  private static Institutions register;
  private static ImportSummary first;
  private static Duration duration;

  @BeforeAll
  static void load() {
    database = Database.open("jdbc:sqlite:" + folder.resolve("handsel.db"), NOON);
    register = new Institutions(database, new History(database, NOON), NOON);
    long start = System.nanoTime();
    first = take();
    duration = Duration.ofNanos(System.nanoTime() - start);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static ImportSummary take() {
    return register.importList(
        Who.HANDSEL, Shared.data("institutions/institutions.tsv.gz"), Map.of(), Progress.NONE);
  }

  @Test
  void everyRowIsTakenOnceAndInTime() {
    assertThat(first.rows()).isEqualTo(73_484);
    assertThat(first.added()).isEqualTo(73_484);
    assertThat(first.unnamed()).isEqualTo(2_663);
    assertThat(first.identifiers()).containsEntry("gnd", 3_013L).containsEntry("wikidata", 38_340L);
    assertThat(duration).isLessThan(Duration.ofSeconds(20));
    assertThat(take().unchanged()).isEqualTo(73_484);
  }

  @Test
  void searchAnswersWhileSomebodyTypes() {
    register.search("a", InstitutionQuery.text(""), 20);
    List<Long> times = new ArrayList<>();
    for (String text :
        List.of(
            "b",
            "bi",
            "biblioteca com",
            "museum of a",
            "heimat",
            "DE-1958",
            "historical soc",
            "m")) {
      for (int i = 0; i < 10; i++) {
        long start = System.nanoTime();
        register.search(text, InstitutionQuery.text(""), 20);
        times.add((System.nanoTime() - start) / 1_000);
      }
    }
    times.sort(null);
    System.err.printf("search: median %d µs, p95 %d µs%n", times.get(40), times.get(76));
    assertThat(times.get(76)).isLessThan(50_000);
    assertThat(register.search("DE-1958", InstitutionQuery.text(""), 1).getFirst().name())
        .isEqualTo("Bundesarchiv");
  }

  @Test
  void withoutTelephonesThePairsOfOneTelephoneAreFoundBetterThanByBoostedTrees() {
    List<PairVerdict> pairs = new ArrayList<>();
    register.duplicates(
        Set.of("phone_key"),
        0.02,
        pair -> {
          boolean town =
              pair.a().city() != null
                  && pair.a().city().equals(pair.b().city())
                  && Objects.equals(pair.a().region(), pair.b().region());
          if (town && pair.a().more().phoneKey() != null && pair.b().more().phoneKey() != null) {
            pairs.add(pair);
          }
        });
    pairs.sort(Comparator.comparingDouble(PairVerdict::related).reversed());
    int right = 0;
    double precision = 0;
    for (int i = 0; i < pairs.size() && right < 0.48 * 786; i++) {
      if (Objects.equals(pairs.get(i).a().more().phoneKey(), pairs.get(i).b().more().phoneKey())) {
        right++;
        precision = (double) right / (i + 1);
        if (right % 79 == 0) {
          System.err.printf("recall %.2f precision %.3f%n", right / 786.0, precision);
        }
      }
    }
    assertThat(right / 786.0).isGreaterThanOrEqualTo(0.48);
    System.err.printf("recall %.3f precision %.3f%n", right / 786.0, precision);
    assertThat(precision).isGreaterThanOrEqualTo(0.50);
  }

  @Test
  void whatIsSaidWithNinetyPercentIsRightInTheAdjudicatedPairs() {
    Map<String, String> judged = new HashMap<>();
    for (ResourceTable.Row row :
        ResourceTable.read(
                Shared.class,
                "/cases/institutions/adjudicated-pairs.tsv",
                "a",
                "b",
                "outcome",
                "reason")
            .rows()) {
      judged.put(key(row.cell(0), row.cell(1)), row.cell(2));
    }
    assertThat(judged).hasSize(300);
    // What no name tells, a person who read the houses' own pages has stated.
    for (List<String> part :
        List.of(
            List.of("Q655507", "Q323270"),
            List.of("Q28733477", "Q685753"),
            List.of("Q1414359", "Q685753"))) {
      Institution found = register.search(part.getFirst(), InstitutionQuery.text(""), 1).getFirst();
      register.state(Who.me("Ada"), found.id(), "parent", part.getLast(), null, null);
    }
    int[] said = new int[2];
    Map<String, String> known = new HashMap<>();
    register.duplicates(
        Set.of(),
        0.9,
        pair -> {
          String key =
              key(String.valueOf(pair.a().sourceId()), String.valueOf(pair.b().sourceId()));
          String judgement = judged.get(key);
          if (judgement != null) {
            said[judgement.equals("different") ? 1 : 0]++;
          }
          known.put(key, pair.outcome());
        });
    System.err.printf("said with .9 and more: %d right, %d wrong%n", said[0], said[1]);
    assertThat((double) said[0] / (said[0] + said[1])).isGreaterThanOrEqualTo(0.9);
    assertThat(known)
        .containsEntry(key("Q685753", "Q28733477"), "affiliated")
        .containsEntry(key("Q685753", "Q1414359"), "affiliated")
        .containsEntry(key("Q655507", "Q323270"), "affiliated");
  }

  private static String key(String a, String b) {
    return a.compareTo(b) < 0 ? a + "\t" + b : b + "\t" + a;
  }
}
