package org.handsel.app.web.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.handsel.authority.review.Card;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a reviewer is told of two records, field by field.
class SideBySideTest {
  private static Card card(String name, String variants) {
    return new Card(
        "x",
        name,
        "",
        variants == null ? List.of() : List.of(variants.split(";", -1)),
        "",
        "",
        List.of(),
        "",
        "",
        List.of(),
        "",
        Map.of());
  }

  /// A chip that says "differs" where a variant is the very name would lead people astray.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Hans Mueller | | Müller, Hans | | name same",
        "Moshe Shapira | | שפירא, משה | Shapira, Moshe | name open, variants same",
        "Lie, Astrid | Moe, Astrid | Lindqvist, Astrid | Moe, Astrid | name open, variants same",
        "Lie, Astrid | | Lie, Anna | Lie, A. | name near, variants open",
        "Lie, Astrid | Moe, Astrid | Aas, Jon | Aas, J. | name differs, variants differs"
      })
  void nameThatStandsAmongTheOthersNamesDoesNotDiffer(
      String left, String leftVariants, String right, String rightVariants, String agreements) {
    assertThat(
            SideBySide.of(card(left, leftVariants), card(right, rightVariants)).stream()
                .map(row -> row.field() + " " + row.agreement())
                .collect(Collectors.joining(", ")))
        .isEqualTo(agreements);
  }
}
