package org.handsel.release.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Corrections come in, people's edits stay.
class PageMergeTest {
  static Stream<String> cases() throws IOException {
    try (Stream<Path> files = Files.list(folder())) {
      return files
          .map(file -> file.getFileName().toString().replace(".txt", ""))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void correctionsComeInAndEditsStay(String name) throws IOException {
    Map<String, String> parts = parts(name);

    MergedPage merged =
        PageMerge.merge(part(parts, "released"), part(parts, "planned"), part(parts, "wiki"));

    assertThat(lines(merged.text())).isEqualTo(lines(part(parts, "merged")));
    assertThat(merged.conflicts())
        .extracting(PageConflict::place)
        .containsExactlyElementsOf(part(parts, "conflicts").lines().toList());
    // What was merged once is only looked at the second time.
    MergedPage again =
        PageMerge.merge(part(parts, "released"), part(parts, "planned"), merged.text());
    assertThat(again.text()).isEqualTo(merged.text());
    assertThat(again.brought()).isEmpty();
  }

  @Test
  void aConflictNamesAllThree() {
    MergedPage merged =
        PageMerge.merge("{{Photo|date=1932}}", "{{Photo|date=1935}}", "{{Photo|date=ca. 1933}}");

    assertThat(merged.text()).isEqualTo("{{Photo|date=ca. 1933}}");
    assertThat(merged.conflicts())
        .containsExactly(new PageConflict("Photo: date", "1932", "1935", "ca. 1933"));
  }

  @Test
  void whatPeopleChangedIsListedPlaceByPlace() {
    assertThat(
            PageMerge.changes(
                "{{Photo\n|date=1932\n|title=Båt\n}}\n[[Category:Boats]]",
                "{{Photo\n| date = 1933\n|title = Båt}}\nNote\n[[Category:Rowing boats]]"))
        .containsExactly(
            new PageChange("Photo: date", "1932", "1933"),
            new PageChange("category: Boats", "[[Category:Boats]]", ""),
            new PageChange("category: Rowing boats", "", "[[Category:Rowing boats]]"),
            new PageChange("text", "", "Note"));
  }

  /// Pages by chance: without an edit the plan comes in as a whole, without a correction nothing
  /// changes, and no edit of people is ever lost.
  @RepeatedTest(value = 300, name = "seed {currentRepetition}")
  void noEditIsLost(RepetitionInfo seed) {
    Random random = new Random(seed.getCurrentRepetition());
    Map<String, String> released = values(random);
    Map<String, String> planned = changed(released, random);
    Map<String, String> people = changed(released, random);
    String then = page(released);
    String now = page(planned);
    String wiki = page(people);

    assertThat(PageMerge.merge(then, then, wiki).text()).isEqualTo(wiki);
    assertThat(PageMerge.changes(now, PageMerge.merge(then, now, then).text())).isEmpty();
    MergedPage merged = PageMerge.merge(then, now, wiki);
    Map<String, String> expected = new HashMap<>(people);
    List<String> conflicts = new ArrayList<>();
    for (String key : keys(released, planned, people)) {
      String r = released.getOrDefault(key, "");
      String p = planned.getOrDefault(key, "");
      String w = people.getOrDefault(key, "");
      if (!r.equals(p) && !p.equals(w)) {
        if (r.equals(w)) {
          if (p.isEmpty()) {
            expected.remove(key);
          } else {
            expected.put(key, p);
          }
        } else if (!key.startsWith("category: ") || !(p.isEmpty() && w.isEmpty())) {
          conflicts.add(key);
        }
      }
    }
    assertThat(PageMerge.changes(page(expected), merged.text())).as(merged.text()).isEmpty();
    assertThat(merged.conflicts())
        .extracting(PageConflict::place)
        .containsExactlyInAnyOrderElementsOf(conflicts);
  }

  private static List<String> keys(
      Map<String, String> a, Map<String, String> b, Map<String, String> c) {
    return Stream.of(a, b, c).flatMap(map -> map.keySet().stream()).distinct().toList();
  }

  private static Map<String, String> values(Random random) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < 6; i++) {
      if (random.nextInt(3) > 0) {
        values.put("Photo: field" + i, "value %d".formatted(random.nextInt(100)));
      }
      if (random.nextInt(3) > 0) {
        values.put("category: Category " + i, "[[Category:Category %d]]".formatted(i));
      }
    }
    values.put("Photo: always", "[[here|%d]] {{a|b=%d}}".formatted(random.nextInt(9), 1));
    return values;
  }

  private static Map<String, String> changed(Map<String, String> values, Random random) {
    Map<String, String> changed = new HashMap<>(values);
    for (int i = 0; i < 6; i++) {
      String field = "Photo: field" + i;
      String category = "category: Category " + i;
      switch (random.nextInt(8)) {
        case 0 -> changed.remove(field);
        case 1 -> changed.put(field, "other %d".formatted(random.nextInt(3)));
        case 2 -> changed.remove(category);
        case 3 -> changed.put(category, "[[Category:Category %d]]".formatted(i));
        default -> {}
      }
    }
    return changed;
  }

  private static String page(Map<String, String> values) {
    StringBuilder page = new StringBuilder("== {{int:filedesc}} ==\n{{Photo\n");
    values.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith("Photo: "))
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry ->
            page.append(" | %s = %s\n".formatted(entry.getKey().substring(7), entry.getValue())));
    page.append("}}\n{{Cc-zero}}\n\n");
    values.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith("category: "))
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> page.append(entry.getValue()).append('\n'));
    return page.toString().stripTrailing();
  }

  @RepeatedTest(value = 200, name = "seed {currentRepetition}")
  void noTextOfBracketsBreaksTheReading(RepetitionInfo seed) {
    Random random = new Random(seed.getCurrentRepetition());
    String[] parts = {
      "{{",
      "}}",
      "{{{",
      "}}}",
      "[[",
      "]]",
      "|",
      "=",
      "\n",
      "a",
      "Category:",
      "<!--",
      "-->",
      "<nowiki>",
      "</nowiki>",
      "== x ==",
      " "
    };
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(60); n > 0; n--) {
        text.append(parts[random.nextInt(parts.length)]);
      }
      texts.add(text.toString());
    }

    MergedPage merged = PageMerge.merge(texts.get(0), texts.get(1), texts.get(2));

    assertThat(PageMerge.merge(texts.get(0), texts.get(0), texts.get(2)).text())
        .isEqualTo(texts.get(2));
    assertThat(merged.text()).isNotNull();
  }

  private static Path folder() {
    try {
      return Path.of(
          java.util.Objects.requireNonNull(PageMergeTest.class.getResource("/cases/release/merge"))
              .toURI());
    } catch (java.net.URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> parts(String name) throws IOException {
    Map<String, String> parts = new HashMap<>();
    String text = Files.readString(folder().resolve(name + ".txt"));
    for (String part : text.split("(?m)^--- ")) {
      int newline = part.indexOf('\n');
      if (newline > 0) {
        parts.put(part.substring(0, newline), part.substring(newline + 1).stripTrailing());
      }
    }
    return parts;
  }

  private static String part(Map<String, String> parts, String name) {
    return parts.getOrDefault(name, "");
  }

  private static List<String> lines(String page) {
    return page.lines().map(String::stripTrailing).toList();
  }
}
