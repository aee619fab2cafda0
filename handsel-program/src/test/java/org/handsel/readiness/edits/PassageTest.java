package org.handsel.readiness.edits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.handsel.testing.CaseTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PassageTest {
  static Stream<Arguments> cases() {
    return CaseTable.rows("readiness-edits/passages.tsv")
        .map(row -> Arguments.of(row.get(0), row.get(1), row.get(2), row.get(3), row.get(4)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void passageIsFoundByWhatItSays(
      String id, String text, String old, String changed, String result) {
    Passage.Found found = Passage.change(text, new Edit("Page", old, changed, "", "C6"));
    assertThat(
            switch (found) {
              case Passage.Found.Changed(String after) -> after;
              case Passage.Found.Already() -> "already";
              case Passage.Found.Absent() -> "absent";
              case Passage.Found.Ambiguous(int times) -> "ambiguous";
            })
        .isEqualTo(result);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void anyTextIsReadAndNothingElseIsChanged(long seed) {
    Random random = new Random(seed);
    List<String> parts =
        List.of("[[", "]]", "{{", "}}", "|", "=", "Kategorie:A", "GND", "<!--", "-->", "\n", " ");
    for (int round = 0; round < 2_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(40); length > 0; length--) {
        text.append(parts.get(random.nextInt(parts.size())));
      }
      String page = text.toString();
      Passage.Found found = Passage.change(page, new Edit("P", "[[Kategorie:A]]", "", "", ""));
      if (found instanceof Passage.Found.Changed(String after)) {
        int same = 0;
        while (same < after.length() && page.charAt(same) == after.charAt(same)) {
          same++;
        }
        assertThat(page).endsWith(after.substring(same));
        assertThat(page.length() - after.length()).isGreaterThanOrEqualTo(15);
        assertThat(Passage.change(after, new Edit("P", "[[Kategorie:A]]", "", "", "")))
            .isInstanceOf(Passage.Found.Absent.class);
      }
    }
  }
}
