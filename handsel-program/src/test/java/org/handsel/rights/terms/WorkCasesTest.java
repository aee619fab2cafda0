package org.handsel.rights.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.handsel.rights.Verdict;
import org.handsel.testing.CaseTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WorkCasesTest {
  private static final Map<Integer, RightsEstimator> ESTIMATORS = new ConcurrentHashMap<>();

  static Stream<List<String>> works() {
    return CaseTable.rows("rights-terms/works.tsv");
  }

  static Stream<List<String>> reproductions() {
    return CaseTable.rows("rights-terms/reproductions.tsv");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("works")
  void workIsEstimatedAsItsHistorySays(List<String> row) {
    Estimate work =
        estimator(Integer.parseInt(row.get(1))).estimate(row.get(0), facts(row)).getFirst();

    assertThat(
            List.of(
                word(java.util.Objects.requireNonNull(work.source()).status()),
                word(java.util.Objects.requireNonNull(work.us()).status()),
                word(work.commons()),
                changes(work)))
        .as("%s%n%s", String.join(" ", row), work)
        .isEqualTo(List.of(row.get(8), row.get(9), row.get(10), row.get(11)));
    if (!row.get(12).isEmpty()) {
      assertThat(work.missing()).as("%s", work).anyMatch(name -> name.startsWith(row.get(12)));
    }
    assertThat(work.basis().find().keySet()).containsExactlyElementsOf(work.missing());
    assertThat(work.tag() != null)
        .isEqualTo(work.commons() == Verdict.YES || work.commons() == Verdict.CONDITIONAL);
    if (work.commons() == Verdict.YES) {
      assertThat(work.confidence()).isNotEqualTo(Confidence.LOW);
      assertThat(work.basis().rules()).allMatch(Estimate.Rule::verified);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("reproductions")
  void reproductionIsJudgedApartFromTheWork(List<String> row) {
    String death =
        switch (row.get(1)) {
          case "free" -> "1900";
          case "protected" -> "2000";
          default -> "";
        };
    RightsFacts facts =
        of(
            "DE",
            row.get(2),
            List.of(author("A", "", death)),
            "",
            "1895",
            new RightsFacts.Reproduction(
                text(row.get(4)),
                text(row.get(5)),
                row.get(3).isEmpty() ? null : Boolean.valueOf(row.get(3))),
            Map.of());
    if (row.get(1).equals("unclear")) {
      facts =
          of(
              "DE",
              row.get(2),
              List.of(author("A", "1890", "")),
              "1920",
              "1920",
              facts.reproduction(),
              Map.of());
    }
    Estimate photo = estimator(2026).estimate(row.get(0), facts).getLast();

    assertThat(
            List.of(
                photo.layer(),
                word(photo.status()),
                word(photo.commons()),
                photo.tag() == null ? "" : photo.tag()))
        .as("%s", photo)
        .isEqualTo(List.of("reproduction", row.get(6), row.get(7), row.get(8)));
    if (!row.get(9).isEmpty()) {
      assertThat(photo.missing()).as("%s", photo).anyMatch(name -> name.startsWith(row.get(9)));
    }
  }

  @Test
  void thereAreCasesForEveryVerifiedCountry() {
    List<String> countries = works().map(row -> row.get(2)).distinct().toList();
    assertThat(works().count()).isGreaterThan(120);
    assertThat(countries)
        .contains("DE", "AT", "CH", "FR", "IT", "ES", "NL", "BE", "SE", "NO", "DK", "FI", "PL")
        .contains("CZ", "GB", "IE", "US", "CA", "AU", "JP");
    assertThat(works().map(List::getFirst)).doesNotHaveDuplicates();
  }

  static RightsEstimator estimator(int year) {
    return ESTIMATORS.computeIfAbsent(year, RightsEstimator::of);
  }

  static RightsFacts facts(List<String> row) {
    List<RightsFacts.Author> authors = new ArrayList<>();
    for (String one : row.get(4).isEmpty() ? new String[0] : row.get(4).split(";", -1)) {
      if (one.equals("anon")) {
        authors.add(new RightsFacts.Author(null, null, null, true));
      } else {
        String[] life = one.split("\\|", -1);
        authors.add(author("Author " + (authors.size() + 1), life[0], life[1]));
      }
    }
    Map<String, Boolean> extra = new LinkedHashMap<>();
    for (String flag : row.get(7).isEmpty() ? new String[0] : row.get(7).split(" ")) {
      extra.put(flag.replace("!", ""), !flag.startsWith("!"));
    }
    return of(
        row.get(2),
        row.get(3),
        authors,
        row.get(5),
        row.get(6),
        new RightsFacts.Reproduction(null, null, null),
        extra);
  }

  static RightsFacts of(
      String country,
      String kind,
      List<RightsFacts.Author> authors,
      String created,
      String published,
      RightsFacts.Reproduction reproduction,
      Map<String, Boolean> extra) {
    return new RightsFacts(
        text(country),
        text(kind),
        authors,
        text(created),
        text(published),
        reproduction,
        extra.get("simple"),
        extra.get("unpublished"),
        extra.get("government"),
        extra.get("collective"),
        extra.get("warDead"),
        extra.get("notice"),
        extra.get("renewed"));
  }

  static RightsFacts.Author author(String name, String birth, String death) {
    return new RightsFacts.Author(name, text(birth), text(death), false);
  }

  private static @org.jspecify.annotations.Nullable String text(String cell) {
    return cell.isEmpty() ? null : cell;
  }

  private static String changes(Estimate work) {
    return String.join(
        " ", work.changes().entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList());
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
