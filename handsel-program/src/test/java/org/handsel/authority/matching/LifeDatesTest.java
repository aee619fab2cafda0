package org.handsel.authority.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Dates of birth and death as catalogues write them.
class LifeDatesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1872                              | 1872
          1872-05-03                        | 1872-05-03
          1850-01-01                        | 1850
          19.12.1937                        | 1937-12-19
          um 1170                           | about 1170
          ca. 5.3.1959                      | 1959-03-05
          um 1770 Oesdorf/Bistum Paderborn  | about 1770
          3. Jh. v. u. Z.                   | about 250 BC
          497/496 v. Chr. Kolonos           | about 497 BC
          15. Jh.                           | about 1450
          -0105                             | 106 BC
          -0043-03-15                       | 44 BC
          -0105~                            | about 106 BC
          187X                              | about 1875
          18XX                              | about 1850
          1-01-01                           | unknown
          0000-00-00                        | unknown
          0000                              | unknown
          ''                                | unknown
          unbekannt                         | unknown
          99999999999999999999              | unknown
          """)
  void dateIsRead(String written, String read) {
    assertThat(LifeDates.words(LifeDates.read(written))).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1900  | 2000 | 1900    | unknown
          1855  | 1995 | unknown | unknown
          1800  | 1899 | unknown | unknown
          1900  | 1850 | unknown | unknown
          -1824 |      | unknown | unknown
          2031  |      | unknown | unknown
          1858  | 1930 | 1858    | 1930
          """)
  void placeholdersAndYearsOfWorkAreNoLife(String birth, String death, String born, String died) {
    LifeDates.Life life = LifeDates.of(birth, death == null ? "" : death);
    assertThat(LifeDates.words(life.birth())).isEqualTo(born);
    assertThat(LifeDates.words(life.death())).isEqualTo(died);
  }
}
