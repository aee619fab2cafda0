package org.handsel.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Lines are written as `item file sha1`.
class RefreshPairsTest {
  @Test
  void sameItemAndFileBelongTogetherWhateverTheBytes() {
    RefreshPairs pairs = pairs(List.of("1 a.jpg x"), List.of("2 a.jpg x", "1 a.jpg y"));

    assertThat(words(pairs)).containsExactly("1 a.jpg x = 1 a.jpg y");
    assertThat(pairs.fresh()).extracting(PlanIndex.Line::item).containsExactly("2");
  }

  @Test
  void aRenamedFileIsKnownByItsBytesOrByBeingTheOnlyOneLeft() {
    RefreshPairs pairs =
        pairs(
            List.of("1 a.jpg x", "1 b.jpg y", "2 c.jpg z"),
            List.of("2 new.jpg better", "1 n.jpg y", "1 m.jpg x"));

    assertThat(words(pairs))
        .containsExactly(
            "1 a.jpg x = 1 m.jpg x", "1 b.jpg y = 1 n.jpg y", "2 c.jpg z = 2 new.jpg better");
    assertThat(pairs.fresh()).isEmpty();
    assertThat(pairs.gone()).isEmpty();
  }

  @Test
  void whereSeveralMayBeMeantNothingIsGuessed() {
    RefreshPairs pairs =
        pairs(List.of("1 a.jpg x", "1 b.jpg y", "3 d.jpg w"), List.of("1 n.jpg v", "1 m.jpg u"));

    assertThat(pairs.pairs()).isEmpty();
    assertThat(pairs.gone())
        .extracting(PlanIndex.Line::file)
        .containsExactly("a.jpg", "b.jpg", "d.jpg");
    assertThat(pairs.fresh()).extracting(PlanIndex.Line::file).containsExactly("n.jpg", "m.jpg");
  }

  private static RefreshPairs pairs(List<String> released, List<String> planned) {
    return RefreshPairs.of(lines(released), lines(planned));
  }

  private static List<PlanIndex.Line> lines(List<String> words) {
    return words.stream().map(text -> line(Arrays.asList(text.split(" ")))).toList();
  }

  private static PlanIndex.Line line(List<String> words) {
    return new PlanIndex.Line(
        0,
        0,
        words.get(0),
        words.get(1),
        words.get(2),
        "File:" + words.get(1),
        true,
        false,
        List.of(),
        "",
        "");
  }

  private static List<String> words(RefreshPairs pairs) {
    return pairs.pairs().stream()
        .map(pair -> words(pair.released()) + " = " + words(pair.planned()))
        .toList();
  }

  private static String words(PlanIndex.Line line) {
    return line.item() + " " + line.file() + " " + line.sha1();
  }
}
