package org.handsel.impact;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.handsel.platform.Progress;
import org.handsel.testing.SetClock;
import org.handsel.wiki.api.Patience;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The API of Commons Impact Metrics as its field tables describe it, and what happens when it
/// answers by halves.
class CimApiTest {
  private static final String SNAPSHOT = "category-metrics-snapshot";
  private static final String VIEWS = "pageviews-per-category-monthly";

  private final SetClock clock = new SetClock("2026-11-24T08:00:00Z");
  private final Map<String, List<String>> answers = new HashMap<>();
  private final List<String> asked = new ArrayList<>();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    answers.put(
        SNAPSHOT,
        new ArrayList<>(
            List.of(
                """
                {"items":[
                 {"timestamp":"2026-09-00","media-file-count":90,"media-file-count-deep":100,"used-media-file-count":10,"used-media-file-count-deep":20,"leveraging-wiki-count-deep":5,"leveraging-page-count-deep":30},
                 {"timestamp":"2026-10-01T00:00:00Z","media-file-count":90,"media-file-count-deep":110,"used-media-file-count":10,"used-media-file-count-deep":22,"leveraging-wiki-count-deep":6,"leveraging-page-count-deep":33}]}
                """)));
    answers.put(
        VIEWS,
        new ArrayList<>(
            List.of(
                "{\"items\":[{\"timestamp\":\"2026080100\",\"pageview-count\":700},{\"timestamp\":\"2026-10-01\",\"pageview-count\":900}]}")));
    answers.put(
        "edits-per-category-monthly",
        new ArrayList<>(List.of("{\"items\":[{\"timestamp\":\"2026-10-01\",\"edit-count\":4}]}")));
    answers.put(
        "top-wikis-per-category-monthly",
        new ArrayList<>(
            List.of(
                "{\"items\":[{\"wiki\":\"de.wikipedia\",\"pageview-count\":600,\"rank\":1}]}")));
    answers.put(
        "top-viewed-media-files-monthly",
        new ArrayList<>(
            List.of("{\"items\":[{\"media-file\":\"A.jpg\",\"pageview-count\":50,\"rank\":1}]}")));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getRawPath();
    asked.add(path + " " + exchange.getRequestHeaders().getFirst("User-Agent"));
    List<String> left = answers.getOrDefault(path.split("/")[1], List.of());
    String body = left.isEmpty() ? "404" : left.size() > 1 ? left.removeFirst() : left.getFirst();
    int status = body.matches("[0-9]{3}") ? Integer.parseInt(body) : 200;
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private Measurement measure() {
    Patience quick =
        new Patience(
            Clock.systemUTC(),
            time -> true,
            new Random(1),
            Duration.ofMillis(200),
            Duration.ofMillis(1),
            Duration.ofMillis(5));
    return new Measurements(clock)
        .api(
            URI.create("http://127.0.0.1:%d/".formatted(server.getAddress().getPort())),
            "ada@example.org",
            "Category:Pictures from Skarvik & Møre",
            4,
            MeasureOptions.standard(),
            quick,
            Progress.NONE);
  }

  private static Measure one(Measurement measurement, String name) {
    return measurement.measures().stream()
        .filter(measure -> measure.measure().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void numbersOfTheTreeAreThoseOfTheLastMonth() {
    Measurement measurement = measure();
    assertThat(measurement.problems()).extracting(DataProblem::lost).doesNotContain(true);
    assertThat(one(measurement, "files-available").value()).isEqualTo(110L);
    assertThat(one(measurement, "files-used").value()).isEqualTo(22L);
    assertThat(one(measurement, "pages").value()).isEqualTo(33L);
    assertThat(one(measurement, "wikis").value()).isEqualTo(6L);
    assertThat(one(measurement, "files-available").asOf()).isEqualTo("2026-10");
  }

  @Test
  void monthWithoutAnAnswerIsAGapAndNotZero() {
    Measure views = one(measure(), "views");
    assertThat(views.value()).isEqualTo(1600L);
    assertThat(views.gaps())
        .singleElement()
        .asString()
        .contains("2026-09")
        .doesNotContain("2026-10");
  }

  @Test
  void categoryIsAskedForByItsNameAsTheServiceWritesItAndWithAContact() {
    measure();
    assertThat(asked.getFirst())
        .isEqualTo(
            "/category-metrics-snapshot/Pictures_from_Skarvik_%26_M%C3%B8re/20260701/20261101"
                + " Handsel (ada@example.org)");
  }

  @Test
  void categoryThatIsNotOnTheListIsUnknownAndNotWithoutUse() {
    answers.clear();
    Measurement measurement = measure();
    assertThat(one(measurement, "files-used").value()).isNull();
    assertThat(measurement.partial()).isTrue();
    assertThat(measurement.problems())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.code()).isEqualTo("NOT_COUNTED");
          assertThat(problem.reason()).contains("unknown");
        });
  }

  @Test
  void whatTheServiceAnswersByHalvesIsKnownByHalves() {
    answers.put(VIEWS, new ArrayList<>(List.of("<html>Error</html>")));
    answers.put("edits-per-category-monthly", new ArrayList<>(List.of("500")));
    Measurement measurement = measure();
    assertThat(one(measurement, "files-used").value()).isEqualTo(22L);
    assertThat(one(measurement, "views").value()).isNull();
    assertThat(one(measurement, "edits").value()).isNull();
    assertThat(measurement.problems())
        .extracting(DataProblem::code)
        .contains("NOT_JSON", "NO_ANSWER");
    assertThat(measurement.partial()).isTrue();
  }

  @Test
  void busyServiceIsAskedAgain() {
    List<String> snapshots = answers.getOrDefault(SNAPSHOT, List.of());
    snapshots.addFirst("429");
    snapshots.addFirst("503");
    assertThat(one(measure(), "files-used").value()).isEqualTo(22L);
  }

  @Test
  void absurdNumbersAndForeignMonthsAreNamedAndLeftOut() {
    answers.put(
        SNAPSHOT,
        new ArrayList<>(
            List.of(
                """
                {"items":[
                 {"timestamp":"2031-01-01","media-file-count":1},
                 {"timestamp":"2026-10-01","media-file-count":-5,"used-media-file-count":"many"}]}
                """)));
    Measurement measurement = measure();
    assertThat(one(measurement, "files-available").value()).isNull();
    assertThat(measurement.problems())
        .extracting(DataProblem::code)
        .contains("MONTH_UNEXPECTED", "NUMBER_IMPOSSIBLE");
  }
}
