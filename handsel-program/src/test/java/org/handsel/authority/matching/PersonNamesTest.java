package org.handsel.authority.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Names as their words.
class PersonNamesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Müller, Hans               | muller hans
          Olav Brekke                | olav brekke
          Baumgartner, Andreas Frh. von | baumgartner andreas
          Achsel-Clemens (geb. Achsel), Wanda | achsel wanda
          Rodler, Andreas (Pseud. sha) | sha andreas
          Straße, Łukasz             | strasse lukasz
          """)
  void nameIsAmongItsForms(String written, String words) {
    assertThat(PersonNames.of(written, List.of()))
        .extracting(name -> String.join(" ", name))
        .contains(words);
  }
}
