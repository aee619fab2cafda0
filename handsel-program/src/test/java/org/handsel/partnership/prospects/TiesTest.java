package org.handsel.partnership.prospects;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TiesTest {
  private static final List<String> PIECES =
      List.of("", "a", "Museum", "Musée", "ß", "東京", "мгу", "\uFFFD", "😀", "~", " ");

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void ranksAreThoseOfTheTextsByCodePointsAndThenOfTheRows(long seed) {
    Random random = new Random(seed);
    List<String> texts = texts(random, 200);
    Ties ties = ties(texts);

    assertThat(ties.ranks()).containsExactly(expected(texts));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void renamedAndNewRowsAreAsIfTheyHadAlwaysBeenSo(long seed) {
    Random random = new Random(seed);
    List<String> texts = texts(random, 50);
    Ties before = ties(texts);
    Map<Integer, String> changes = new HashMap<>();
    for (int i = 0; i < 10; i++) {
      changes.put(random.nextInt(50), text(random));
    }
    for (int row = 50; row < 55; row++) {
      changes.put(row, text(random));
      texts.add("");
    }
    changes.forEach(texts::set);

    Ties after = before.with(changes, 55);

    assertThat(after.ranks()).containsExactly(expected(texts));
    assertThat(IntStream.range(0, 55)).allMatch(row -> after.is(row, texts.get(row)));
    assertThat(after.is(3, texts.get(3) + "x")).isFalse();
    assertThat(after.is(55, "")).as("a row that is not there").isFalse();
  }

  private static Ties ties(List<String> texts) {
    Ties.Growing growing = new Ties.Growing(1);
    texts.forEach(growing::add);
    return growing.ties();
  }

  private static int[] expected(List<String> texts) {
    List<int[]> points = texts.stream().map(text -> text.codePoints().toArray()).toList();
    List<Integer> order = new ArrayList<>(IntStream.range(0, texts.size()).boxed().toList());
    order.sort(
        Comparator.<Integer, int[]>comparing(points::get, Arrays::compare)
            .thenComparing(Comparator.naturalOrder()));
    int[] ranks = new int[texts.size()];
    for (int i = 0; i < order.size(); i++) {
      ranks[order.get(i)] = i;
    }
    return ranks;
  }

  private static List<String> texts(Random random, int count) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      texts.add(text(random));
    }
    return texts;
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(4); i >= 0; i--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }
}
