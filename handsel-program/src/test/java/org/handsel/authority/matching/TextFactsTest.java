package org.handsel.authority.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Facts in running text. The persons are made up.
class TextFactsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Mohr, Ida, Wien, geboren den 7. November 1815 in Gr. Tal.                  | 1815-11-07
          Mohr, Ida, wurde am 29. Juni 1842 zu Olmütz geboren. 1865 heiratete sie.   | 1842-06-29
          Mohr, Ida, Dresden, daselbst 1857 geboren, schreibt Novellen.              | 1857
          Mohr, Ida. Lieder. 16. (158) Leipzig 1862, Falk. geb. 2.40                 | unknown
          Ida Mohr (born 3 May 1872 in Oslo) was a photographer.                     | 1872-05-03
          Mohr, Ida, am 15. Mai 1863 in Ulm geboren, ist sie seit 1887 verheiratet.  | 1863-05-15
          Mohr, Ida, den 8. Mai 1845 als Tochter des Uhrmachers (gest. 1893) geboren | 1845-05-08
          Mohr, Ida, geboren zu Linden a. d. E. am 31. August 1822, lebte in Ulm.    | 1822-08-31
          Mohr, Ida, geborene Falk, lebte 1880 in Graz.                              | unknown
          """)
  void yearOfBookIsNoBirth(String text, String birth) {
    assertThat(LifeDates.words(TextFacts.of(text, " Ida").birth())).isEqualTo(birth);
  }

  @Test
  void booksShowWhenSomebodyWasActive() {
    TextFacts facts =
        TextFacts.of("Mohr, Ida. Lieder. Leipzig 1862. Neue Lieder. Wien 1870.", " Ida");
    assertThat(facts.activeFrom()).isEqualTo(1862);
    assertThat(facts.activeTo()).isEqualTo(1870);
  }

  @Test
  void otherNamesAreTakenAndAddressesAreNot() {
    TextFacts facts =
        TextFacts.of(
            "Mohr, Frau Ida, geb. Falk, Ps. Max Winter, E. Sommer, Graz, Ring 7. Werke s. Ida"
                + " Falk.",
            " Ida");
    assertThat(facts.names()).containsExactly("Falk, Ida", "Ida Falk", "Max Winter", "E. Sommer");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Mohr, Ida, Frau Winter, geboren den 2. Mai 1806 in Ulm.           | Winter, Ida
          Mohr, Ida, Frau Pastor Winter, gestorben 1895.                    | Winter, Ida
          Mohr, Ida, (Ida Winter geb. Falk,) geboren 1823 in Ulm.           | Ida Winter
          Mohr, Ida, Biographie s. Gräfin Marie Falk v. Tofte. Werke hier.  | Marie Falk v. Tofte
          Mohr, Ida, s. Marie Freiin von Tofte.                             | Marie Freiin von Tofte
          Mohr, Ida, Biographie s . M. Winter.                              | M. Winter
          Mohr, Ida, Ps. für Marie Winter, geboren den 3. April 1832.       | Marie Winter
          """)
  void whoeverIsMeantIsAmongTheNames(String text, String name) {
    assertThat(TextFacts.of(text, " Ida").names()).contains(name);
  }
}
