package org.handsel.rights.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TermTableTest {
  private static final TermTable TABLE = TermTable.load();

  @Test
  void everyRowNamesItsSourceAndTheDayOnWhichItWasChecked() {
    assertThat(TABLE.all())
        .hasSizeGreaterThan(150)
        .allSatisfy(term -> {
          assertThat(term.source()).isNotBlank();
          assertThat(term.checked()).matches("20\\d\\d-\\d\\d-\\d\\d");
          assertThat(term.template()).doesNotContain("{").isNotEqualTo("PD-old");
        });
  }

  @Test
  void theTwentyCountriesHaveAVerifiedTermOfTheAuthor() {
    for (String country :
        "DE AT CH FR IT ES NL BE SE NO DK FI PL CZ GB IE US CA AU JP".split(" ")) {
      assertThat(TABLE.of(country))
          .as(country)
          .anyMatch(term ->
              term.type() == Term.Type.TERM
                  && term.situation().equals("author")
                  && term.kind().equals("any")
                  && term.verified());
    }
  }

  @Test
  void whatWasNotReadIsNotCalledVerified() {
    Set<String> unread =
        TABLE.all().stream()
            .filter(term -> term.source().contains("general knowledge"))
            .map(Term::country)
            .collect(Collectors.toSet());
    assertThat(unread).contains("NZ", "MX", "RU");
    assertThat(TABLE.all())
        .filteredOn(term -> unread.contains(term.country()))
        .noneMatch(Term::verified);
  }

  @Test
  void everyCountryKnowsItsStatusOn1January1996OrIsHeldBack() {
    for (String country : "DE AT CH FR IT ES NL BE SE NO DK FI PL CZ GB IE CA AU JP".split(" ")) {
      assertThat(TABLE.of(country))
          .as(country)
          .anyMatch(term ->
              term.type() == Term.Type.FREE_1996
                  && term.situation().equals("author")
                  && term.verified());
    }
  }

  @Test
  void otherCodesLeadToTheSameCountry() {
    assertThat(List.of("UK", "gbr", " gb "))
        .allSatisfy(code -> assertThat(TABLE.code(code)).isEqualTo("GB"));
    assertThat(TABLE.code("XX")).isNull();
  }
}
