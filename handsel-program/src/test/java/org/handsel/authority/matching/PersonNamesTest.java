package org.handsel.authority.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Headings as their names. A stroke stands between surname and given names, where both are known.
class PersonNamesTest {
  private final PersonNames names = new PersonNames(NameTables.load());

  @ParameterizedTest
  @CsvFileSource(
      resources = "/cases/authority/names.tsv",
      delimiter = '\t',
      useHeadersInDisplayName = true)
  void nameIsAmongItsForms(String written, String form) {
    assertThat(names.of(written, List.of()))
        .extracting(name ->
            name.surnames() == 0
                ? String.join(" ", name.words())
                : String.join(" ", name.words().subList(0, name.surnames()))
                    + " | "
                    + String.join(" ", name.words().subList(name.surnames(), name.words().size())))
        .contains(form);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "geb.", "VERH.", "verehel.", "verw.", "verwitw.", "gesch.", "Ps.", "pseud.", "eigentl.",
        "eig.", "fälschl.", "urspr.", "wirkl.", "d. i.", "d.i.", "gen.", "bzw.", "geborene",
        "geboren", "recte", "auch", "née", "GENANNT", "alias", "Pseudonym"
      })
  void whatStandsBehindAMarkIsANameOfItsOwn(String mark) {
    assertThat(names.of("Meier, Anna, " + mark + " Huber", List.of()))
        .anyMatch(name -> name.words().contains("huber") && !name.words().contains("meier"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Kahn, Louis I.", "Smith, John III", "Hans Vik II"})
  void numberBehindAnOrdinaryNameMakesNoRuler(String written) {
    assertThat(names.of(written, List.of()))
        .isNotEmpty()
        .noneMatch(name -> name.words().stream().anyMatch(word -> word.startsWith("0")));
  }
}
