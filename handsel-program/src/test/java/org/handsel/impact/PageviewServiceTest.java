package org.handsel.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.handsel.impact.StubService.Answer;
import org.handsel.platform.Progress;
import org.handsel.testing.SetClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The Pageviews API as its field tables describe it, and what happens when it answers by halves.
class PageviewServiceTest {
  private static final YearMonth FROM = YearMonth.of(2026, 8);
  private static final YearMonth TO = YearMonth.of(2026, 10);

  @TempDir Path home;

  private final SetClock clock = new SetClock("2026-11-24T08:00:00Z");
  private final Map<String, Answer> answers = new HashMap<>();
  private Measurement pages;
  private StubService service;

  @BeforeEach
  void start() throws IOException {
    PageLists.write(
        home.resolve("list.xlsx"),
        List.of(
            PageLists.HEADER,
            PageLists.row("de.wikipedia", "German", "Hafen_von_Skarvik", 2, "A.jpg -- B.jpg"),
            PageLists.row("en.wikipedia", "English", "AC/DC & Møre?", 1, "A.jpg"),
            PageLists.row("nb.wikipedia", "Norwegian (Bokmål)", "Skarvik_fyr", 1, "A.jpg")));
    pages =
        new Measurements(clock)
            .pages(
                home.resolve("list.xlsx"),
                new MeasureOptions(50, null, java.time.LocalDate.of(2026, 11, 1), null, null));
    service =
        new StubService(question ->
            answers.entrySet().stream()
                .filter(one -> question.path().contains(one.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Answer.status(404)));
    answers.put("/Hafen_von_Skarvik/", views("2026080100", 10, "2026090100", 20, "2026100100", 30));
    answers.put("/AC%2FDC_%26_M%C3%B8re%3F/", views("2026080100", 1, "2026090100", 2));
    answers.put("/Skarvik_fyr/", views("2026100100", 5));
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private static Answer views(Object... months) {
    StringBuilder items = new StringBuilder();
    for (int i = 0; i < months.length; i += 2) {
      items
          .append(i == 0 ? "" : ",")
          .append("{\"granularity\":\"monthly\",\"timestamp\":\"")
          .append(months[i])
          .append("\",\"agent\":\"user\",\"views\":")
          .append(months[i + 1])
          .append('}');
    }
    return Answer.json("{\"items\":[" + items + "]}");
  }

  private Measurement measure(int most) {
    return new LiveMeasurements(clock)
        .withViews(
            pages,
            new Views.ByService(
                service.address(),
                "ada@example.org",
                most,
                FROM,
                TO,
                service.patience(Duration.ofSeconds(20))),
            Progress.NONE);
  }

  private static Measure views(Measurement measurement) {
    return measurement.measures().stream()
        .filter(measure -> measure.measure().equals("views"))
        .findFirst()
        .orElseThrow();
  }

  private static List<List<String>> rows(Measurement measurement, String list) {
    return Objects.requireNonNull(measurement.lists().get(list)).rows();
  }

  @Test
  void peoplesViewsOfEachPageAreAskedForByMonthWithAContact() {
    measure(10);
    assertThat(service.asked())
        .anySatisfy(question -> {
          assertThat(question.path())
              .isEqualTo(
                  "/per-article/en.wikipedia/all-access/user/AC%2FDC_%26_M%C3%B8re%3F/monthly/20260801/20261031");
          assertThat(question.agent()).isEqualTo("Handsel (ada@example.org)");
        });
  }

  @Test
  void pageCountsOnceAlthoughItShowsTwoFilesAndMonthsAreAddedUp() {
    Measurement measured = measure(10);
    assertThat(views(measured).value()).isEqualTo(68L);
    assertThat(rows(measured, "months"))
        .containsExactly(
            List.of("2026-08", "11"), List.of("2026-09", "22"), List.of("2026-10", "35"));
    assertThat(rows(measured, "pages").getFirst()).contains("Hafen_von_Skarvik", "60");
    assertThat(views(measured).parameters())
        .containsEntry("agent", "user")
        .containsEntry("pages-known", 3L);
    assertThat(measured.partial()).isFalse();
  }

  @Test
  void pageThatTheServiceDoesNotKnowIsUnknownAndNotWithoutViews() {
    answers.remove("/Skarvik_fyr/");
    Measurement measured = measure(10);
    assertThat(views(measured).value()).isEqualTo(63L);
    assertThat(views(measured).gaps()).anyMatch(gap -> gap.startsWith("1 of 3 pages"));
    assertThat(rows(measured, "pages").getLast()).contains("Skarvik_fyr").endsWith("");
  }

  @Test
  void monthOfWhichNothingIsKnownIsAGap() {
    answers.put("/Hafen_von_Skarvik/", views("2026080100", 10));
    answers.remove("/Skarvik_fyr/");
    Measurement measured = measure(10);
    assertThat(rows(measured, "months").getLast()).containsExactly("2026-10", "");
    assertThat(views(measured).gaps()).contains("no data for 2026-10");
  }

  @Test
  void busyServiceIsAskedAgainAndNotBeforeTheTimeThatItNames() {
    AtomicInteger times = new AtomicInteger();
    service.close();
    service =
        new StubService(question ->
            times.getAndIncrement() == 0 ? new Answer(429, "{}", "7") : views("2026080100", 1));
    Measurement measured = measure(10);
    assertThat(service.waits()).containsExactly(Duration.ofSeconds(7));
    assertThat(views(measured).value()).isEqualTo(3L);
    assertThat(measured.partial()).isFalse();
  }

  @Test
  void serviceThatStaysSilentIsLeftAloneAfterThreePages() {
    answers.clear();
    service.close();
    service = new StubService(question -> new Answer(429, "{}", "3600"));
    Measurement measured = measure(10);
    assertThat(service.asked()).hasSize(3);
    assertThat(views(measured).value()).as("unknown is not zero").isNull();
    assertThat(measured.partial()).isTrue();
  }

  @Test
  void halfOfTheAnswersIsHalfKnown() {
    answers.put("/Hafen_von_Skarvik/", Answer.json("{\"items\":[{\"timestamp\":\"2026"));
    answers.put("/Skarvik_fyr/", Answer.json("{\"detail\":\"moved\"}"));
    Measurement measured = measure(10);
    assertThat(views(measured).value()).isEqualTo(3L);
    assertThat(views(measured).gaps()).anyMatch(gap -> gap.contains("2 of 3 pages: no usable"));
    assertThat(measured.problems())
        .extracting(DataProblem::code)
        .containsExactly("NOT_JSON", "NOT_JSON");
  }

  @Test
  void absurdNumbersForeignMonthsAndMonthsTwiceAreNamedAndLeftOut() {
    answers.put(
        "/Hafen_von_Skarvik/",
        views(
            "2026080100",
            -4,
            "2026090100",
            "99999999999999",
            "2026100100",
            30,
            "2026100100",
            31,
            "2031010100",
            5,
            "soon",
            5));
    Measurement measured = measure(10);
    assertThat(views(measured).value()).isEqualTo(30L + 3 + 5);
    assertThat(measured.problems())
        .extracting(DataProblem::code)
        .containsExactly(
            "NUMBER_IMPOSSIBLE",
            "NUMBER_IMPOSSIBLE",
            "MONTH_TWICE",
            "MONTH_UNEXPECTED",
            "MONTH_UNEXPECTED");
    assertThat(measured.partial()).isTrue();
  }

  @Test
  void boundIsNamedWithThePagesThatItLeavesOut() {
    Measurement measured = measure(1);
    assertThat(service.asked()).hasSize(1);
    assertThat(views(measured).value()).as("the page with the most files").isEqualTo(60L);
    assertThat(views(measured).gaps()).anyMatch(gap -> gap.startsWith("partial: 2 pages"));
    assertThat(measured.partial()).isTrue();
  }
}
