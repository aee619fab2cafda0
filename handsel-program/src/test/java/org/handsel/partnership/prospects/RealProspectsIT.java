package org.handsel.partnership.prospects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.handsel.partnership.precedents.FittingPrecedent;
import org.handsel.partnership.precedents.PrecedentImport;
import org.handsel.partnership.precedents.Precedents;
import org.handsel.partnership.precedents.Seeker;
import org.handsel.partnership.register.InstitutionQuery;
import org.handsel.partnership.register.Institutions;
import org.handsel.platform.Database;
import org.handsel.platform.History;
import org.handsel.platform.Progress;
import org.handsel.platform.Who;
import org.handsel.testing.Shared;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The shopping list and precedents over the shared list of institutions.
@Tag("data")
class RealProspectsIT {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-29T12:00:00Z"), ZoneOffset.UTC);

  @TempDir static Path folder;
  private static Database database;
  private static Institutions register;
  private static Prospects prospects;
  private static Precedents precedents;

  @BeforeAll
  static void load() {
    database = Database.open("jdbc:sqlite:" + folder.resolve("handsel.db"), NOON);
    History history = new History(database, NOON);
    register = new Institutions(database, history, NOON);
    register.importList(
        Who.HANDSEL, Shared.data("institutions/institutions.tsv.gz"), Map.of(), Progress.NONE);
    prospects = new Prospects(database, history, NOON, register);
    precedents = new Precedents(database, history, NOON, register);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static ProspectPage page(ProspectQuery query, int offset, int limit) {
    return prospects.page(query, Who.HANDSEL, offset, limit);
  }

  private static ProspectQuery all() {
    return ProspectQuery.all(prospects.weights());
  }

  @Test
  void everyInstitutionStandsOnceInTheList() {
    ProspectPage first = page(all(), 0, 1);
    assertThat(first.total()).isEqualTo(73_484);
    Set<String> seen = new HashSet<>();
    double before = Double.POSITIVE_INFINITY;
    for (int from = 0; from < 73_484; from += 4_000) {
      for (Prospect one : page(all(), from, 4_000).rows()) {
        assertThat(seen.add(one.institution().id())).isTrue();
        assertThat(one.score().likely()).isLessThanOrEqualTo(before + 2e-4);
        before = one.score().likely();
        double sum =
            Score.START + one.score().steps().stream().mapToDouble(Score.Step::points).sum();
        assertThat(sum).isCloseTo(one.score().likely(), within(1e-9));
      }
    }
    assertThat(seen).hasSize(73_484);
  }

  @Test
  void facetsAreThoseOfTheList() {
    Map<String, Map<String, Integer>> facets = page(all(), 0, 1).facets();
    Map<String, Map<String, Integer>> known =
        register.page(InstitutionQuery.text(""), 0, 1).facets();
    assertThat(facets.get("country")).isEqualTo(known.get("country")).containsEntry("IT", 14_010);
    assertThat(facets.get("type"))
        .isEqualTo(known.get("type"))
        .containsEntry("historical society", 16_880);
    assertThat(facets.get("claim")).containsExactly(Map.entry("free", 73_484));
  }

  @Test
  void mapHoldsEverybody() {
    ProspectMap map = prospects.map(all(), Who.HANDSEL, 5);
    int shown = map.cells().stream().mapToInt(MapCell::institutions).sum();
    assertThat(shown + map.nowhere()).isEqualTo(73_484);
    assertThat(
            map.cells().stream()
                .filter(cell -> cell.country().isEmpty())
                .mapToInt(MapCell::institutions)
                .sum())
        .isEqualTo(35_144);
  }

  /// Time of the processor and not of the clock, because others work on the same machine; the
  /// figure beside a peer is measured in the bench.
  @Test
  void pageUnderOtherWeightsTakesLittleOfTheProcessor() {
    page(all(), 0, 20);
    long[] times = new long[9];
    for (int i = 0; i < times.length; i++) {
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      page(ProspectQuery.all(prospects.weights().with(Factor.RIGHTS, i * 0.5)), 1000, 20);
      times[i] = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    }
    java.util.Arrays.sort(times);
    assertThat(times[4]).isLessThan(100_000_000);
  }

  @Test
  void trackedCategoriesAreToldApartAndFoundInTheRegister() {
    PrecedentImport done =
        precedents.importCategories(
            Who.HANDSEL,
            Shared.data("institutions/commons_partnership_categories.tsv"),
            "Commons Impact Metrics");
    // 1,529 lines, of which two differ from another by their escapes only.
    assertThat(done.rows()).isEqualTo(1_527);
    assertThat(done.problems()).isEmpty();
    assertThat(done.kinds().get("campaign")).isGreaterThanOrEqualTo(88);
    assertThat(done.kinds().get("institution")).isBetween(900, 1_200);
    assertThat(done.matched()).isGreaterThan(90);
    List<FittingPrecedent> library =
        precedents.fitting(new Seeker("x", List.of(), "library", "US", null, null), 10);
    assertThat(library)
        .allMatch(one -> one.fits().contains("same-type"))
        .isSortedAccordingTo(Comparator.comparingDouble(FittingPrecedent::points).reversed());
  }

  @Test
  void bundesarchivIsExplained() {
    String id = register.search("Q685753", InstitutionQuery.text(""), 1).getFirst().id();
    Prospect one = prospects.one(id, prospects.weights()).orElseThrow();
    assertThat(one.institution().name()).isEqualTo("Bundesarchiv");
    assertThat(one.score().steps()).hasSize(6).allMatch(s -> !s.estimate().reasons().isEmpty());
  }
}
