package org.handsel.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Suggestions against a truth that was planted: which article each file is about is known.
class SuggestionsTest {
  private static final int SUBJECTS = 3_000;

  private record Planted(
      List<Suggestions.UnusedFile> files,
      List<Suggestions.Article> articles,
      List<Suggestions.Linked> links,
      Map<String, String> truth) {}

  /// Subjects with an article each, half of them without an image; an article is linked to the
  /// right record with the probability that its link states, and to a neighbour's otherwise. A
  /// third of the files name their subject by a record, a third by a name, a third by both; some
  /// names belong to nobody's article or to two.
  private static Planted plant(long seed) {
    Random random = new Random(seed);
    List<Suggestions.UnusedFile> files = new ArrayList<>();
    List<Suggestions.Article> articles = new ArrayList<>();
    List<Suggestions.Linked> links = new ArrayList<>();
    Map<String, String> truth = new HashMap<>();
    for (int i = 0; i < SUBJECTS; i++) {
      String title = "Person %05d".formatted(i) + (i % 7 == 0 ? " (painter)" : "");
      articles.add(new Suggestions.Article(title, random.nextInt(2)));
      if (i % 5 != 0) {
        double stated = 0.5 + random.nextDouble() / 2;
        boolean right = random.nextDouble() < stated;
        int record = right ? i : (i + 1 + random.nextInt(SUBJECTS - 1)) % SUBJECTS;
        links.add(new Suggestions.Linked(title, "Q" + record, stated));
      }
      String name = "Person %05d".formatted(i);
      // One in ten files shows a namesake of whom there is no article.
      boolean namesake = random.nextInt(10) == 0;
      String file = "File:%05d.jpg".formatted(i);
      truth.put(file, namesake ? "" : title);
      String record = namesake ? "Q9" + (1_000_000 + i) : "Q" + i;
      files.add(
          new Suggestions.UnusedFile(
              file,
              i % 3 == 1 ? List.of() : List.of(record),
              i % 3 == 0 ? List.of() : List.of(name)));
    }
    return new Planted(files, articles, links, truth);
  }

  private static double precision(List<Suggestion> suggestions, Map<String, String> truth) {
    long right =
        suggestions.stream().filter(one -> one.article().equals(truth.get(one.file()))).count();
    return (double) right / suggestions.size();
  }

  /// Measured over the ten seeds: suggestions from records are right in 0.733 to 0.774 where the
  /// links state 0.746 to 0.757, the surest (0.95 and above) in 0.943 to 1.000, names alone in
  /// 0.833 to 0.913.
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void listIsAsRightAsItSays(long seed) {
    Planted planted = plant(seed);
    List<Suggestion> all =
        new Suggestions(0.5).suggest(planted.files(), planted.articles(), planted.links());
    List<Suggestion> records = all.stream().filter(one -> one.basis().equals("authority")).toList();
    List<Suggestion> names = all.stream().filter(one -> one.basis().equals("name")).toList();
    List<Suggestion> sure = records.stream().filter(one -> one.probability() >= 0.95).toList();
    assertThat(sure).hasSizeGreaterThan(40);
    assertThat(precision(sure, planted.truth())).as("surest").isGreaterThan(0.9);
    double stated = records.stream().mapToDouble(Suggestion::probability).average().orElseThrow();
    assertThat(precision(records, planted.truth()))
        .as("by records, stated %.3f", stated)
        .isGreaterThan(stated - 0.08);
    assertThat(precision(names, planted.truth())).as("by names").isGreaterThan(0.6);
    System.out.printf(
        "suggestions, seed %d: %d by records %.3f (stated %.3f), surest %d %.3f, %d by names"
            + " %.3f%n",
        seed,
        records.size(),
        precision(records, planted.truth()),
        stated,
        sure.size(),
        precision(sure, planted.truth()),
        names.size(),
        precision(names, planted.truth()));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2})
  void articleWithAnImageIsNeverOffered(long seed) {
    Planted planted = plant(seed);
    Map<String, Long> images = new HashMap<>();
    planted.articles().forEach(one -> images.put(one.title(), one.images()));
    assertThat(new Suggestions(0.5).suggest(planted.files(), planted.articles(), planted.links()))
        .isNotEmpty()
        .allSatisfy(one -> assertThat(images.get(one.article())).isZero());
  }

  @Test
  void nameOfTwoArticlesIsNoSuggestion() {
    List<Suggestions.UnusedFile> files =
        List.of(new Suggestions.UnusedFile("File:A.jpg", List.of(), List.of("Alva")));
    assertThat(
            new Suggestions(0.5)
                .suggest(
                    files,
                    List.of(
                        new Suggestions.Article("Alva (ship)", 0),
                        new Suggestions.Article("Alva", 0)),
                    List.of()))
        .isEmpty();
  }

  @Test
  void articleGetsFiveFilesAtMost() {
    List<Suggestions.UnusedFile> files = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      files.add(new Suggestions.UnusedFile("File:%d.jpg".formatted(i), List.of("Q1"), List.of()));
    }
    assertThat(
            new Suggestions(0.5)
                .suggest(
                    files,
                    List.of(new Suggestions.Article("Alva", 0)),
                    List.of(new Suggestions.Linked("Alva", "Q1", 0.9))))
        .hasSize(5);
  }
}
