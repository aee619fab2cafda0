package org.handsel.rights.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.handsel.rights.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What must hold for any facts.
class EstimatePropertiesTest {
  private static final List<String> COUNTRIES =
      List.of(
          "DE", "AT", "CH", "FR", "IT", "ES", "NL", "BE", "SE", "NO", "DK", "FI", "PL", "CZ", "GB",
          "IE", "US", "CA", "AU", "JP", "NZ", "MX", "XX", "");
  private static final List<String> KINDS =
      List.of("painting", "photograph", "print", "text", "sculpture", "building", "other", "");
  private static final List<String> FLAGS =
      List.of("simple", "unpublished", "government", "collective", "warDead", "notice", "renewed");

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void aLaterYearNeverTakesAWorkBack(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      RightsFacts facts = facts(random);
      int year = 2000 + random.nextInt(100);
      Estimate now = work(year, facts);
      Estimate later = work(year + 1 + random.nextInt(20), facts);

      assertThat(rank(later.commons()))
          .as("%s%n%s%n%s", facts, now, later)
          .isGreaterThanOrEqualTo(rank(now.commons()));
      if (now.status() == Status.PUBLIC_DOMAIN) {
        assertThat(later.status()).as("%s", facts).isEqualTo(Status.PUBLIC_DOMAIN);
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {11, 12, 13, 14})
  void yesRestsOnVerifiedRulesAndKnownFacts(long seed) {
    Random random = new Random(seed);
    int yes = 0;
    for (int i = 0; i < 4_000; i++) {
      RightsFacts facts = facts(random);
      Estimate work = work(2026, facts);
      if (work.commons() == Verdict.YES) {
        yes++;
        assertThat(work.confidence()).as("%s", facts).isNotEqualTo(Confidence.LOW);
        assertThat(work.missing()).as("%s", facts).isEmpty();
        assertThat(work.basis().rules()).allMatch(Estimate.Rule::verified);
        assertThat(work.basis().contradictions()).isEmpty();
        assertThat(java.util.Objects.requireNonNull(work.source()).status())
            .isEqualTo(Status.PUBLIC_DOMAIN);
        assertThat(java.util.Objects.requireNonNull(work.us()).status())
            .isEqualTo(Status.PUBLIC_DOMAIN);
        assertThat(work.tag()).doesNotContain("{{PD-old}}").doesNotContain("{{PD-Art}}");
      } else if (work.commons() != Verdict.NO) {
        assertThat(work.missing().size() + work.basis().contradictions().size())
            .as("%s%n%s", facts, work)
            .isPositive();
      }
      if (facts.country() == null || List.of("NZ", "MX", "XX").contains(facts.country())) {
        assertThat(work.commons()).isEqualTo(Verdict.HOLD);
        assertThat(work.confidence()).isEqualTo(Confidence.LOW);
      }
    }
    assertThat(yes).isGreaterThan(50);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {21, 22, 23, 24})
  void takingAFactAwayNeverMakesAYes(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 4_000; i++) {
      RightsFacts facts = facts(random);
      RightsFacts less = without(facts, random.nextInt(3));
      Verdict known = work(2026, facts).commons();
      Verdict unknown = work(2026, less).commons();

      if (known == Verdict.NO || known == Verdict.HOLD) {
        // What a fact forbids, its absence may leave open, but never allow, unless the facts
        // contradicted each other before.
        if (work(2026, facts).basis().contradictions().isEmpty()) {
          assertThat(unknown).as("%s%n%s", facts, less).isNotEqualTo(Verdict.YES);
        }
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {31, 32, 33})
  void aWiderIntervalIsNeverMoreFavourable(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 4_000; i++) {
      RightsFacts facts = facts(random);
      if (facts.authors().size() != 1) {
        continue;
      }
      int death = 1850 + random.nextInt(150);
      RightsFacts exact = dying(facts, String.valueOf(death));
      RightsFacts wide = dying(facts, death + "/" + (death + 1 + random.nextInt(20)));

      if (work(2026, exact).basis().contradictions().isEmpty()) {
        assertThat(rank(work(2026, wide).commons()))
            .as("%s%n%s", exact, wide)
            .isLessThanOrEqualTo(Math.max(rank(work(2026, exact).commons()), rank(Verdict.HOLD)));
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {41, 42})
  void noTextMakesItThrow(long seed) {
    Random random = new Random(seed);
    String signs = "0123456789XY-~?%/.[]{},T: aé\u0000\uD800";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(14); n >= 0; n--) {
        text.append(signs.charAt(random.nextInt(signs.length())));
      }
      String date = text.toString();
      EdtfYears.read(date)
          .ifPresent(years -> assertThat(years.from()).isLessThanOrEqualTo(years.to()));
      if (i % 10 == 0) {
        RightsFacts facts = dying(facts(random), date);
        assertThat(WorkCasesTest.estimator(2026).estimate("x", facts)).hasSize(2);
      }
    }
  }

  private static Estimate work(int year, RightsFacts facts) {
    return WorkCasesTest.estimator(year).estimate("x", facts).getFirst();
  }

  /// How far a work is from being released; conditional and yes are one step from each other.
  private static int rank(Verdict verdict) {
    return switch (verdict) {
      case NO -> 0;
      case HOLD, UNKNOWN -> 1;
      case CONDITIONAL -> 2;
      case YES -> 3;
    };
  }

  private static RightsFacts facts(Random random) {
    int created = 1750 + random.nextInt(240);
    List<RightsFacts.Author> authors = new ArrayList<>();
    for (int n = random.nextInt(5) == 0 ? random.nextInt(4) : 1; n > 0; n--) {
      authors.add(author(random, created));
    }
    Map<String, Boolean> flags = new LinkedHashMap<>();
    for (String flag : FLAGS) {
      if (random.nextInt(8) == 0) {
        flags.put(flag, random.nextBoolean());
      }
    }
    return WorkCasesTest.of(
        pick(random, COUNTRIES),
        pick(random, KINDS),
        authors,
        random.nextInt(4) == 0 ? "" : date(random, created),
        random.nextInt(3) == 0 ? "" : date(random, created + random.nextInt(30)),
        new RightsFacts.Reproduction(
            null, null, random.nextBoolean() ? null : random.nextBoolean()),
        flags);
  }

  private static RightsFacts.Author author(Random random, int created) {
    if (random.nextInt(6) == 0) {
      return new RightsFacts.Author(null, null, null, true);
    }
    int birth = created - 18 - random.nextInt(60);
    return WorkCasesTest.author(
        "A",
        random.nextBoolean() ? "" : date(random, birth),
        random.nextInt(5) == 0 ? "" : date(random, created + random.nextInt(60)));
  }

  private static String date(Random random, int year) {
    return switch (random.nextInt(9)) {
      case 0 -> year + "~";
      case 1 -> year + "?";
      case 2 -> year + "/" + (year + random.nextInt(12));
      case 3 -> year / 10 + "X";
      default -> String.valueOf(year);
    };
  }

  private static String pick(Random random, List<String> list) {
    return list.get(random.nextInt(list.size()));
  }

  private static RightsFacts dying(RightsFacts facts, @Nullable String death) {
    List<RightsFacts.Author> authors =
        facts.authors().stream()
            .map(one -> new RightsFacts.Author("A", one.birth(), death, false))
            .toList();
    return rebuilt(facts, authors, facts.created(), facts.published());
  }

  private static RightsFacts without(RightsFacts facts, int which) {
    return switch (which) {
      case 0 -> rebuilt(facts, dying(facts, null).authors(), facts.created(), facts.published());
      case 1 -> rebuilt(facts, facts.authors(), null, facts.published());
      default -> rebuilt(facts, facts.authors(), facts.created(), null);
    };
  }

  private static RightsFacts rebuilt(
      RightsFacts facts,
      List<RightsFacts.Author> authors,
      @Nullable String created,
      @Nullable String published) {
    return new RightsFacts(
        facts.country(),
        facts.kind(),
        authors,
        created,
        published,
        facts.reproduction(),
        facts.simple(),
        facts.unpublished(),
        facts.government(),
        facts.collective(),
        facts.warDead(),
        facts.notice(),
        facts.renewed());
  }
}
