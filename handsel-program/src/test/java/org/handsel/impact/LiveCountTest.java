package org.handsel.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.handsel.impact.StubService.Answer;
import org.handsel.impact.StubService.Question;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import org.handsel.platform.Progress;
import org.handsel.testing.SetClock;
import org.handsel.wiki.api.Wiki;
import org.handsel.wiki.api.WikiAddress;
import org.handsel.wiki.api.WikiSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Counting on a wiki as it is now, against a stub that answers as the field tables say: small
/// answers with continuations, and halves of them.
class LiveCountTest {
  private final SetClock clock = new SetClock("2026-11-24T08:00:00Z");
  private final Map<String, List<String>> members = new HashMap<>();
  private final Map<String, List<Map<String, Object>>> uses = new LinkedHashMap<>();
  private String broken = "";
  private boolean globalUsage = true;
  private StubService service;

  @BeforeEach
  void start() {
    service = new StubService(this::answer);
    members.put("Category:Skarvik", List.of("File:A.jpg", "Category:Ships", "Category:Skarvik"));
    members.put("Category:Ships", List.of("File:B.jpg", "File:A.jpg", "Category:Roofs"));
    members.put("Category:Roofs", List.of("File:Roof.jpg", "Category:Skarvik"));
    use("File:A.jpg", "de.wikipedia.org", "Hafen_von_Skarvik", "0");
    use("File:A.jpg", "de.wikipedia.org", "Benutzerin:Ada", "2");
    use("File:A.jpg", "en.wikipedia.org", "Skarvik", "0");
    use("File:B.jpg", "de.wikipedia.org", "Hafen_von_Skarvik", "0");
    uses.put("File:Roof.jpg", new ArrayList<>());
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private void use(String file, String wiki, String title, String namespace) {
    Map<String, Object> use = new LinkedHashMap<>();
    use.put("title", title);
    use.put("wiki", wiki);
    use.put("url", "https://" + wiki + "/wiki/" + title);
    if (!namespace.isEmpty()) {
      use.put("ns", namespace);
    }
    uses.computeIfAbsent(file, one -> new ArrayList<>()).add(use);
  }

  private Answer answer(Question question) {
    if (question.of("meta").equals("siteinfo")) {
      return Answer.json("{\"query\":{\"general\":{\"generator\":\"MediaWiki 1.45\"}}}");
    }
    String whole = question.form().toString();
    if (!broken.isEmpty() && whole.contains(broken)) {
      return new Answer(200, "{\"error\":{\"code\":\"internal_api_error_X\",\"info\":\"oh\"}}", "");
    }
    if (question.of("action").equals("wbgetentities")) {
      return Answer.json(
          """
          {"entities":{"M1":{"id":"M1","labels":{"de":{"value":"Hafen"}},"statements":{"P180":[{"mainsnak":{"property":"P180"}}]}},
           "M2":{"id":"M2","labels":[],"statements":[]},"M3":{"id":"M3","missing":""}}}
          """);
    }
    if (question.of("list").equals("categorymembers")) {
      return portion(
          question,
          "cmcontinue",
          members.getOrDefault(question.of("cmtitle"), List.of()),
          found ->
              Map.of(
                  "categorymembers",
                  found.stream()
                      .map(title ->
                          Map.of(
                              "title",
                              title,
                              "ns",
                              title.startsWith("File:") ? 6 : 14,
                              "type",
                              title.startsWith("File:") ? "file" : "subcat"))
                      .toList()));
    }
    List<String> titles = List.of(question.of("titles").split("\\|", -1));
    return switch (question.of("prop")) {
      case "globalusage" -> globalUsage(question, titles);
      case "categories|contributors" ->
          Answer.json(
              Json.line(
                  Map.of(
                      "query",
                      Map.of(
                          "pages",
                          titles.stream()
                              .map(title ->
                                  Map.of(
                                      "title",
                                      title,
                                      "pageid",
                                      1 + List.copyOf(uses.keySet()).indexOf(title),
                                      "categories",
                                      List.of(Map.of("title", "Category:Skarvik")),
                                      "contributors",
                                      List.of(
                                          Map.of("name", "Ada"), Map.of("name", "By " + title))))
                              .toList()))));
      case "revisions" ->
          Answer.json(
              """
              {"query":{"pages":[{"title":"x","revisions":[
                {"user":"Ada","timestamp":"2026-10-03T10:00:00Z"},{"user":"Bo","timestamp":"2026-09-01T10:00:00Z"},
                {"user":"Early","timestamp":"2019-01-01T10:00:00Z"}]}]}}
              """);
      default -> Answer.json("{}");
    };
  }

  /// Two at a time, then `continue`.
  private static Answer portion(
      Question question,
      String name,
      List<String> all,
      java.util.function.Function<List<String>, Map<String, Object>> query) {
    int from = question.of(name).isEmpty() ? 0 : Integer.parseInt(question.of(name));
    int to = Math.min(all.size(), from + 2);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("query", query.apply(all.subList(from, to)));
    if (to < all.size()) {
      answer.put("continue", Map.of(name, Integer.toString(to), "continue", "-||"));
    }
    return Answer.json(Json.line(answer));
  }

  private Answer globalUsage(Question question, List<String> titles) {
    if (!globalUsage) {
      return Answer.json(
          "{\"warnings\":{\"query\":{\"warnings\":\"Unrecognized value for parameter \\\"prop\\\":"
              + " globalusage.\"}},\"query\":{\"pages\":[{\"title\":\"File:A.jpg\"}]}}");
    }
    List<String> all = new ArrayList<>();
    for (String title : titles) {
      for (int i = 0; i < uses.getOrDefault(title, List.of()).size(); i++) {
        all.add(title + "\t" + i);
      }
    }
    return portion(
        question,
        "gucontinue",
        all,
        found -> {
          List<Map<String, Object>> pages = new ArrayList<>();
          for (String title : titles) {
            if (uses.containsKey(title)) {
              List<Map<String, Object>> own = new ArrayList<>();
              for (String one : found) {
                String[] parts = one.split("\t", -1);
                if (parts[0].equals(title)) {
                  own.add(Objects.requireNonNull(uses.get(title)).get(Integer.parseInt(parts[1])));
                }
              }
              pages.add(Map.of("title", title, "globalusage", own));
            } else {
              pages.add(Map.of("title", title, "missing", true));
            }
          }
          return Map.of("pages", pages);
        });
  }

  private Wiki wiki() {
    return Wiki.open(
        WikiAddress.parse(service.address() + "w/api.php"),
        WikiSettings.of("ada@example.org").patient(service.patience(Duration.ofMillis(30))));
  }

  private LiveScope scope(int depth, Set<String> without) {
    return new LiveScope(
        "Category:Skarvik",
        depth,
        without,
        false,
        YearMonth.of(2026, 9),
        YearMonth.of(2026, 10),
        2);
  }

  private Measurement measure(LiveScope scope) {
    try (Wiki wiki = wiki()) {
      return new LiveMeasurements(clock)
          .category(wiki, scope, null, MeasureOptions.standard(), Progress.NONE);
    }
  }

  private static Measure one(Measurement measurement, String name) {
    return measurement.measures().stream()
        .filter(measure -> measure.measure().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name));
  }

  @Test
  void treeWithACircleIsCountedOnceOverContinuedAnswers() {
    Measurement measured = measure(scope(7, Set.of()));
    assertThat(measured.problems()).isEmpty();
    assertThat(one(measured, "files-available").value()).isEqualTo(3);
    assertThat(one(measured, "files-used").value()).isEqualTo(2L);
    assertThat(one(measured, "pages").value()).as("main namespace only").isEqualTo(2L);
    assertThat(one(measured, "usages").value()).isEqualTo(3L);
    assertThat(one(measured, "wikis").value()).isEqualTo(2);
    assertThat(one(measured, "usages").gaps())
        .anyMatch(gap -> gap.startsWith("1 uses outside of the main namespace"));
    assertThat(one(measured, "files-available").parameters())
        .containsEntry("depth", 7)
        .containsEntry("deepest", 2)
        .containsEntry("membership", "as of the day of counting");
    assertThat(one(measured, "files-available").asOf()).isEqualTo("2026-11-24");
  }

  @Test
  void questionsGoAsPostBecauseTitlesAreLong() {
    measure(scope(7, Set.of()));
    assertThat(service.asked()).allMatch(question -> question.method().equals("POST"));
    assertThat(service.asked()).allMatch(question -> question.agent().contains("ada@example.org"));
  }

  @Test
  void depthAndLeftOutCategoriesBoundTheTree() {
    assertThat(one(measure(scope(0, Set.of())), "files-available").value()).isEqualTo(1);
    Measurement cut = measure(scope(1, Set.of()));
    assertThat(one(cut, "files-available").value()).isEqualTo(2);
    assertThat(cut.problems()).extracting(DataProblem::code).containsExactly("TREE_DEEPER");
    assertThat(cut.partial()).as("a chosen depth is no loss").isFalse();
    Measurement without = measure(scope(7, Set.of("Category:Roofs")));
    assertThat(one(without, "files-available").value()).isEqualTo(2);
    assertThat(one(without, "files-available").parameters())
        .containsEntry("without", List.of("Category:Roofs"));
  }

  @Test
  void descriptionsEditsAndEditorsAreThoseOfTheWiki() {
    Measurement measured = measure(scope(7, Set.of()));
    assertThat(one(measured, "captioned").value()).isEqualTo(1L);
    assertThat(one(measured, "structured").value()).isEqualTo(1L);
    assertThat(one(measured, "categorised").value()).isEqualTo(3L);
    assertThat(one(measured, "contributors").value()).isEqualTo(4);
    assertThat(one(measured, "edits").value())
        .as("of two files, 2026-09 and 2026-10")
        .isEqualTo(4L);
    assertThat(one(measured, "editors").value()).isEqualTo(2);
    assertThat(one(measured, "edits").gaps()).containsExactly("changes of 2 of 3 files are known");
  }

  @Test
  void namespaceComesFromTheNameWhereTheWikiDoesNotGiveIt() {
    uses.clear();
    use("File:A.jpg", "de.wikipedia.org", "Benutzerin:Ada", "");
    use("File:A.jpg", "de.wikipedia.org", "Star Wars: Das Schiff", "");
    use("File:A.jpg", "ru.wikipedia.org", "Обсуждение:Скарвик", "");
    Measurement measured = measure(scope(7, Set.of()));
    assertThat(one(measured, "pages").value()).isEqualTo(1L);
    assertThat(one(measured, "pages").gaps())
        .anyMatch(gap -> gap.contains("namespace of 3 uses"))
        .anyMatch(gap -> gap.contains("2 files are not on the wiki any more"));
  }

  @Test
  void wikiThatDoesNotKnowOfOtherWikisLeavesUseUnknown() {
    globalUsage = false;
    Measurement measured = measure(scope(7, Set.of()));
    assertThat(one(measured, "files-available").value()).isEqualTo(3);
    assertThat(one(measured, "files-used").value()).as("silence is not zero").isNull();
    assertThat(one(measured, "usages").value()).isNull();
    assertThat(one(measured, "captioned").value()).as("the rest is known").isEqualTo(1L);
    assertThat(measured.partial()).isTrue();
  }

  @Test
  void categoryThatDoesNotAnswerIsUnknownAndTheRestKnown() {
    broken = "cmtitle=Category:Ships";
    Measurement measured = measure(scope(7, Set.of()));
    assertThat(one(measured, "files-available").value()).isEqualTo(1);
    assertThat(one(measured, "files-available").gaps())
        .anyMatch(gap -> gap.contains("members of 1 categories are unknown"));
    assertThat(measured.problems())
        .extracting(DataProblem::place)
        .containsExactly("Category:Ships");
    assertThat(measured.partial()).isTrue();
  }

  @Test
  void structuredDataThatDoNotAnswerAreUnknown() {
    broken = "action=wbgetentities";
    Measurement measured = measure(scope(7, Set.of()));
    assertThat(one(measured, "captioned").value()).isNull();
    assertThat(one(measured, "usages").value()).isEqualTo(3L);
    assertThat(measured.partial()).isTrue();
  }

  @Test
  void categoryWithoutFilesIsRefusedWithAHint() {
    members.clear();
    assertThatThrownBy(() -> measure(scope(7, Set.of())))
        .isInstanceOf(HandselException.class)
        .hasMessageContaining("Look at how it is written");
  }
}
