package org.handsel.partnership.prospects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.handsel.partnership.prospects.Estimate.Basis;
import org.handsel.partnership.register.Institution;
import org.handsel.partnership.register.Institutions;
import org.handsel.partnership.talks.Claims;
import org.handsel.partnership.talks.Partnerships;
import org.handsel.platform.Database;
import org.handsel.platform.HandselException;
import org.handsel.platform.History;
import org.handsel.platform.Who;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the shopping list does on every database.
abstract class ProspectsBehaviour {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-29T12:00:00Z"), ZoneOffset.UTC);
  private static final Who ADA = Who.me("Ada");

  private Database database;
  private History history;
  private Institutions register;
  private Prospects prospects;

  abstract String url() throws Exception;

  @BeforeEach
  void open() throws Exception {
    database = Database.open(url(), NOON);
    database.write(handle -> {
      for (String table :
          List.of("claim", "partnership", "institution", "prospect_weight", "wiki_gap", "change")) {
        handle.execute("delete from " + table);
      }
    });
    history = new History(database, NOON);
    register = new Institutions(database, history, NOON);
    prospects = new Prospects(database, history, NOON, register);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Institution add(String name, String country, String type) {
    return register.add(ADA, Institution.draft(name, country, type));
  }

  private void state(Institution institution, String question, String answer) {
    register.state(ADA, institution.id(), question, answer, "https://example.org/terms", null);
  }

  private ProspectQuery all() {
    return ProspectQuery.all(prospects.weights());
  }

  private List<String> names(ProspectQuery query) {
    return prospects.page(query, ADA, 0, 1000).rows().stream()
        .map(row -> row.institution().name())
        .toList();
  }

  private Prospect one(Institution institution) {
    return prospects.one(institution.id(), prospects.weights()).orElseThrow();
  }

  private static Estimate of(Prospect prospect, Factor factor) {
    return prospect.score().steps().stream()
        .map(Score.Step::estimate)
        .filter(estimate -> estimate.factor() == factor)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatIsFreeDigitalAndDescribedComesFirst() {
    Institution good = add("Good", "DE", "museum");
    Institution poor = add("Poor", "DE", "museum");
    add("Untold", "DE", "museum");
    state(good, "public-domain-share", "0.9");
    state(good, "digital-share", "0.8");
    state(good, "description-quality", "well");
    state(poor, "public-domain-share", "0.05");
    state(poor, "own-rights-share", "0");
    state(poor, "digital-share", "0.01");
    assertThat(names(all())).containsExactly("Good", "Untold", "Poor");
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void stepsOfEveryScoreAddUp(long seed) {
    Random random = new Random(seed);
    Estimates estimates = Estimates.load();
    Scoring scoring = new Scoring(Factors.load());
    for (int i = 0; i < 200; i++) {
      Score score =
          scoring.score(estimates.of(randomFacts(random), Gaps.NONE), randomWeights(random));
      double sum = Score.START + score.steps().stream().mapToDouble(Score.Step::points).sum();
      assertThat(sum).isCloseTo(score.likely(), within(1e-9));
      assertThat(score.least()).isLessThanOrEqualTo(score.likely() + 1e-9);
      assertThat(score.likely()).isLessThanOrEqualTo(score.most() + 1e-9);
      assertThat(score.steps()).allMatch(step -> step.points() <= 1e-9);
    }
  }

  private static KnownFacts randomFacts(Random random) {
    Map<String, String> values = new java.util.HashMap<>();
    String[] types = {"museum", "library", "archive", "gallery", "media agency", "circus"};
    if (random.nextBoolean()) {
      values.put("type", types[random.nextInt(types.length)]);
    }
    for (String share :
        List.of("public-domain-share", "in-copyright-share", "own-rights-share", "digital-share")) {
      if (random.nextInt(3) == 0) {
        // Also nothing, all, more than all and no number.
        values.put(
            share,
            List.of("0", "1", "0.3", "0,4", "80", "half", "" + random.nextDouble())
                .get(random.nextInt(7)));
      }
    }
    if (random.nextBoolean()) {
      values.put("images", String.valueOf(random.nextInt(2_000_000)));
    }
    if (random.nextBoolean()) {
      values.put("open-licence", List.of("yes", "partly", "no").get(random.nextInt(3)));
    }
    return new KnownFacts(values, Map.of());
  }

  private static Weights randomWeights(Random random) {
    Weights weights = Factors.load().standard();
    for (Factor factor : Factor.values()) {
      weights = weights.with(factor, random.nextInt(3) * 2.5);
    }
    return weights;
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void orderOfImportDoesNotMatter(long seed) {
    List<String> houses = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      houses.add("House " + (char) ('A' + i % 26) + i / 26);
    }
    Collections.shuffle(houses, new Random(seed));
    for (String house : houses) {
      add(house, "DE", house.endsWith("1") ? "archive" : "library");
    }
    List<String> expected = new ArrayList<>(houses);
    expected.sort(
        java.util.Comparator.comparing((String house) -> house.endsWith("1")) // libraries first
            .thenComparing(house -> house));
    assertThat(names(all())).isEqualTo(expected);
  }

  @Test
  void unknownIsARangeAndNeverZero() {
    Prospect nothing = one(add("Nobody knows", "", "unknown"));
    for (Factor factor : Factor.GAINS) {
      assertThat(of(nothing, factor).basis()).as(factor.code()).isEqualTo(Basis.UNKNOWN);
      assertThat(of(nothing, factor).likely()).as(factor.code()).isPositive();
      assertThat(of(nothing, factor).most() - of(nothing, factor).least())
          .as(factor.code())
          .isGreaterThan(0.5);
    }
    assertThat(nothing.score().stated()).isZero();
    assertThat(nothing.score().most() - nothing.score().least()).isGreaterThan(50);
  }

  @Test
  void eachAnswerNarrowsTheRange() {
    Institution house = add("House", "DE", "museum");
    double before = one(house).score().most() - one(house).score().least();
    state(house, "digital-share", "0.4");
    Prospect after = one(house);
    assertThat(after.score().most() - after.score().least()).isLessThan(before);
    assertThat(of(after, Factor.DIGITAL).basis()).isEqualTo(Basis.STATED);
    assertThat(of(after, Factor.DIGITAL).reasons().getFirst().source())
        .isEqualTo("https://example.org/terms");
    assertThat(after.score().stated()).isEqualTo(0.2);
  }

  @Test
  void mistypedShareCountsForNothing() {
    Institution house = add("House", "DE", "museum");
    state(house, "digital-share", "80");
    assertThat(of(one(house), Factor.DIGITAL).basis()).isEqualTo(Basis.CONCLUDED);
  }

  @Test
  void newerAnswerCounts() {
    Institution house = add("House", "DE", "museum");
    state(house, "digital-share", "0.1");
    assertThat(of(one(house), Factor.DIGITAL).likely()).isEqualTo(0.1);
    state(house, "digital-share", "0.9");
    assertThat(of(one(house), Factor.DIGITAL).likely()).isEqualTo(0.9);
    assertThat(names(all())).containsExactly("House");
  }

  @Test
  void listFollowsTheRegisterAndProfiles() {
    Institution first = add("Alpha", "DE", "museum");
    add("Beta", "DE", "museum");
    assertThat(names(all())).containsExactly("Alpha", "Beta");
    state(register.find(first.id()).orElseThrow(), "public-domain-share", "0");
    assertThat(names(all())).containsExactly("Beta", "Alpha");
    Institution third = add("Gamma", "FR", "archive");
    assertThat(names(all())).hasSize(3);
    register.merge(ADA, first.id(), third.id(), "same");
    assertThat(names(all())).containsExactly("Beta", "Alpha");
  }

  @Test
  void weightsChangeTheOrderAndAreKept() {
    Institution free = add("Free", "DE", "library");
    Institution digital = add("Digital", "DE", "library");
    state(free, "public-domain-share", "1");
    state(free, "digital-share", "0.1");
    state(digital, "public-domain-share", "0.1");
    state(digital, "own-rights-share", "0");
    state(digital, "digital-share", "1");
    Weights rights = prospects.standard().changed("rights=5,digital=0");
    assertThat(names(ProspectQuery.all(rights))).startsWith("Free");
    assertThat(names(ProspectQuery.all(prospects.standard().changed("rights=0,digital=5"))))
        .startsWith("Digital");
    prospects.keep(ADA, rights);
    assertThat(new Prospects(database, history, NOON, register).weights()).isEqualTo(rights);
    assertThat(history.of("prospects", "weights", 5)).hasSize(1);
  }

  @Test
  void wrongWeightSaysWhatIsPossible() {
    assertThatThrownBy(() -> prospects.standard().changed("beauty=1"))
        .isInstanceOf(HandselException.class)
        .hasMessageContaining("rights, digital, description, fit, size, effort")
        .hasMessageContaining("beauty=1");
    assertThatThrownBy(() -> prospects.standard().changed("rights=9"))
        .hasMessageContaining("0 to 5");
    assertThatThrownBy(() -> prospects.standard().changed("rights=NaN"))
        .hasMessageContaining("0 to 5");
  }

  @Test
  void whatTheWikiLacksLiftsWhoHoldsIt() {
    Institution sea = add("Sea", "DE", "museum");
    Institution land = add("Land", "DE", "museum");
    state(sea, "subjects", "Schiffe, Häfen");
    state(land, "subjects", "Kutschen");
    assertThat(of(one(sea), Factor.FIT).basis()).isEqualTo(Basis.UNKNOWN);
    prospects.keep(
        ADA,
        new WikiGaps(
            "dewiki",
            "audit",
            LocalDate.of(2026, 11, 1),
            300,
            Map.of("C2", 300L),
            Map.of("hafen", 200L, "schiffe", 40L, "orte", 5L)));
    assertThat(of(one(sea), Factor.FIT).likely()).isGreaterThan(of(one(land), Factor.FIT).likely());
    assertThat(of(one(sea), Factor.FIT).reasons().getFirst())
        .isEqualTo(new Reason("fit-subject", List.of("Häfen", 200L, "dewiki"), ""));
    assertThat(names(all())).containsExactly("Sea", "Land");
    assertThat(prospects.gaps()).hasSize(1);
  }

  @Test
  void facetsCountUnderTheOtherFilters() {
    add("A", "DE", "museum");
    add("B", "DE", "archive");
    add("C", "FR", "museum");
    ProspectQuery german =
        new ProspectQuery(
            "",
            null,
            "DE",
            null,
            null,
            null,
            null,
            ProspectQuery.Order.LIKELY,
            prospects.weights());
    ProspectPage page = prospects.page(german, ADA, 0, 10);
    assertThat(page.total()).isEqualTo(2);
    assertThat(page.facets().get("country")).containsEntry("DE", 2).containsEntry("FR", 1);
    assertThat(page.facets().get("type")).containsEntry("museum", 1).containsEntry("archive", 1);
    assertThat(page.facets().get("holdings")).containsEntry("untold", 2);
  }

  @Test
  void stageAndClaimAreShownAtOnce() {
    Institution house = add("House", "DE", "museum");
    add("Other", "DE", "museum");
    new Partnerships(database, history, NOON).begin(ADA, house.id(), "Photographs");
    new Claims(database, history, NOON).take(ADA, house.id(), null);
    ProspectQuery mine =
        new ProspectQuery(
            "",
            null,
            null,
            null,
            "1",
            "mine",
            null,
            ProspectQuery.Order.LIKELY,
            prospects.weights());
    ProspectPage page = prospects.page(mine, ADA, 0, 10);
    assertThat(page.rows()).extracting(row -> row.institution().name()).containsExactly("House");
    assertThat(page.rows().getFirst().holder()).isEqualTo(ADA.name());
    assertThat(prospects.page(mine, new Who("bob", "Bob"), 0, 10).total()).isZero();
  }

  @Test
  void wantsComeWithTheirReasonTheSurestFirst() {
    Institution house = add("House", "DE", "archive");
    state(house, "interests", "Mehr Besucher");
    state(house, "description-quality", "poorly");
    List<Want> wants = one(house).wants();
    assertThat(wants).extracting(Want::want).startsWith("own-words", "metadata");
    assertThat(wants.getFirst().words()).isEqualTo("Mehr Besucher");
    assertThat(wants.get(1).because())
        .containsExactly(new Want.Because("is", "description-quality", "poorly"));
    assertThat(wants.get(1).source("de")).isNotBlank();
  }

  @Test
  void tableHoldsNoFormula() throws Exception {
    add("=HYPERLINK(\"https://bad.example\")", "DE", "museum");
    add("<script>alert(1)</script>, Inc.", "DE", "museum");
    StringWriter csv = new StringWriter();
    prospects.write(csv, all(), ADA, true);
    assertThat(csv.toString())
        .contains("\"'=HYPERLINK(\"\"https://bad.example\"\")\"")
        .contains("\"<script>alert(1)</script>, Inc.\"");
    assertThat(csv.toString().lines()).hasSize(3);
  }

  @Test
  void mapShowsPlacesAndTheRestByCountry() {
    register.add(
        ADA,
        new Institution(
            "",
            "hand",
            null,
            "Placed",
            "US",
            "museum",
            "Reno",
            "NV",
            39.53,
            -119.81,
            null,
            null,
            0,
            Institution.More.NOTHING));
    add("Somewhere", "DE", "museum");
    add("Nowhere", "", "museum");
    ProspectMap map = prospects.map(all(), ADA, 4);
    assertThat(map.nowhere()).isEqualTo(1);
    assertThat(map.cells()).extracting(MapCell::country).containsExactlyInAnyOrder("", "DE");
    MapCell placed =
        map.cells().stream().filter(cell -> cell.country().isEmpty()).findFirst().orElseThrow();
    ProspectQuery there =
        new ProspectQuery(
            "",
            null,
            null,
            null,
            null,
            null,
            placed.box(),
            ProspectQuery.Order.LIKELY,
            prospects.weights());
    assertThat(names(there)).containsExactly("Placed");
  }
}
