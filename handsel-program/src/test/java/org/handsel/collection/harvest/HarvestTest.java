package org.handsel.collection.harvest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.handsel.collection.mapping.Mapping;
import org.handsel.platform.Exit;
import org.handsel.platform.HandselException;
import org.handsel.platform.Progress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Harvests from a repository on the loopback that misbehaves in every known way.
class HarvestTest {
  private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

  @TempDir Path folder;

  private HttpServer server;
  private final List<Map<String, String>> asked = new ArrayList<>();
  private final List<Duration> waits = new ArrayList<>();

  /// The answers, by the resumption token (empty for the first request).
  private Function<String, Answer> repository = token -> new Answer(500, "");

  private record Answer(int status, String body, String... headers) {}

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          Map<String, String> query = new LinkedHashMap<>();
          for (String pair : exchange.getRequestURI().getRawQuery().split("&")) {
            int equals = pair.indexOf('=');
            query.put(
                pair.substring(0, equals),
                URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
          }
          asked.add(query);
          Answer answer = repository.apply(query.getOrDefault("resumptionToken", ""));
          for (int i = 0; i + 1 < answer.headers().length; i += 2) {
            exchange.getResponseHeaders().add(answer.headers()[i], answer.headers()[i + 1]);
          }
          byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private URI address() {
    return URI.create("http://localhost:%d/oai".formatted(server.getAddress().getPort()));
  }

  private HarvestRequest request(@Nullable String set, boolean privateNetworks) {
    return new HarvestRequest(address(), "oai_dc", set, null, null, privateNetworks);
  }

  private HarvestPace pace() {
    return new HarvestPace(
        Clock.fixed(NOW, ZoneOffset.UTC),
        waits::add,
        Duration.ofSeconds(1),
        4,
        Duration.ofMinutes(30));
  }

  private HarvestOutcome harvest() {
    return Harvest.run(request(null, true), folder, false, pace(), Progress.NONE);
  }

  private static String record(String id) {
    return """
    <record><header><identifier>%s</identifier><datestamp>2026-01-01</datestamp></header>
      <metadata><oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/"
       xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Title of %s</dc:title>
       <dc:identifier>https://example.org/%s.jpg</dc:identifier></oai_dc:dc></metadata></record>
    """
        .formatted(id, id, id);
  }

  private static Answer page(String next, String... records) {
    return new Answer(
        200,
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2026-01-01T00:00:00Z</responseDate>
        <request verb="ListRecords">x</request><ListRecords>%s%s</ListRecords></OAI-PMH>
        """
            .formatted(
                String.join("", records),
                next.isEmpty()
                    ? "<resumptionToken completeListSize=\"5\"/>"
                    : "<resumptionToken completeListSize=\"5\">%s</resumptionToken>"
                        .formatted(next.replace("&", "&amp;"))));
  }

  private static Answer error(String code) {
    return new Answer(
        200,
        "<OAI-PMH xmlns=\"http://www.openarchives.org/OAI/2.0/\"><error code=\"%s\">no</error></OAI-PMH>"
            .formatted(code));
  }

  private final Map<String, Answer> three =
      new LinkedHashMap<>(
          Map.of(
              "", page("a&b=1", record("r1"), record("r2")),
              "a&b=1",
                  page(
                      "t/3",
                      record("r3"),
                      "<record><header"
                          + " status=\"deleted\"><identifier>r4</identifier></header></record>"),
              "t/3", page("", record("r5"))));

  private Answer third(String token) {
    return Objects.requireNonNull(three.get(token), token);
  }

  @Test
  void pagesAreFetchedToTheLastAndCanBeMapped() throws Exception {
    repository = this::third;
    HarvestOutcome outcome =
        Harvest.run(request("maps", true), folder, false, pace(), Progress.NONE);

    assertThat(outcome).isEqualTo(new HarvestOutcome(3, 4, 1, true, List.of()));
    assertThat(outcome.exit()).isEqualTo(Exit.DONE);
    assertThat(asked.getFirst())
        .isEqualTo(Map.of("verb", "ListRecords", "metadataPrefix", "oai_dc", "set", "maps"));
    assertThat(asked.get(1)).isEqualTo(Map.of("verb", "ListRecords", "resumptionToken", "a&b=1"));
    assertThat(waits).as("one request at a time, with a pause").hasSize(2);

    Mapping.Unprofiled mapped =
        Mapping.run(folder.resolve("pages"), folder.resolve("items"), Progress.NONE);
    assertThat(mapped.ready()).isEqualTo("dc");
    assertThat(mapped.summary().items()).isEqualTo(4);
    assertThat(mapped.summary().problems()).containsEntry("RECORD_DELETED", 1L);
    assertThat(folder.resolve("items/items.jsonl")).content().contains("Title of r3");
  }

  @Test
  void stoppedHarvestGoesOnWhereItWas() throws Exception {
    repository = token -> token.equals("t/3") ? new Answer(503, "") : third(token);
    assertThatThrownBy(this::harvest)
        .isInstanceOfSatisfying(
            HandselException.class, e -> assertThat(e.exit()).isEqualTo(Exit.ENVIRONMENT))
        .hasMessageContaining("run the same command again");
    // The process was killed while it wrote the line of a page.
    Path list = folder.resolve("pages.jsonl");
    Files.writeString(list, Files.readString(list) + "{\"page\":3,\"file\":\"pages/pa");

    asked.clear();
    repository = this::third;
    assertThat(harvest()).isEqualTo(new HarvestOutcome(3, 4, 1, true, List.of()));
    assertThat(asked).hasSize(1).first().extracting("resumptionToken").isEqualTo("t/3");

    asked.clear();
    assertThat(harvest().complete()).isTrue();
    assertThat(asked).as("a complete harvest asks nothing").isEmpty();
  }

  @Test
  void folderOfAnotherHarvestIsNotMixed() {
    repository = this::third;
    harvest();
    assertThatThrownBy(
            () -> Harvest.run(request("maps", true), folder, false, pace(), Progress.NONE))
        .hasMessageContaining("another harvest")
        .hasMessageContaining("--restart");
    assertThat(Harvest.run(request("maps", true), folder, true, pace(), Progress.NONE).records())
        .isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource({"120, PT2M", "'Mon, 30 Nov 2026 12:05:00 GMT', PT5M", "soon, PT2S"})
  void repositoryThatAsksToWaitIsGivenTheTime(String header, Duration expected) {
    repository =
        token ->
            asked.size() == 1 ? new Answer(503, "", "Retry-After", header) : page("", record("r1"));
    assertThat(harvest().records()).isEqualTo(1);
    assertThat(waits).containsExactly(expected);
  }

  @Test
  void repositoryThatAsksForHoursIsLeftInPeace() {
    repository = token -> new Answer(503, "", "Retry-After", "7200");
    assertThatThrownBy(this::harvest).hasMessageContaining("come back in 120 minutes");
    assertThat(asked).hasSize(1);
  }

  @Test
  void brokenPageIsKeptAndNamedAndTheRestGoesOn() throws Exception {
    Answer second = third("a&b=1");
    three.put("a&b=1", new Answer(200, second.body().replace("Title of r3", "Title & <b>of r3")));
    repository = this::third;
    HarvestOutcome outcome = harvest();

    assertThat(outcome.complete()).isTrue();
    assertThat(outcome.exit()).isEqualTo(Exit.PARTIAL);
    assertThat(outcome.problems()).extracting(HarvestProblem::code).contains("PAGE_BROKEN");
    assertThat(outcome.problems().getFirst().reason()).contains("pages/page-000002.xml", "line");
    assertThat(folder.resolve("pages/page-000002.xml")).content().contains("Title & <b>of r3");
    assertThat(folder.resolve("pages/page-000003.xml")).content().contains("r5");
    Mapping.Unprofiled mapped =
        Mapping.run(folder.resolve("pages"), folder.resolve("items"), Progress.NONE);
    assertThat(mapped.summary().items()).isEqualTo(3);
    assertThat(mapped.summary().problems()).containsKey("XML_BROKEN");
  }

  @Test
  void harvestThatNeverEndsIsEnded() {
    // The same token for ever.
    repository = token -> page("again", record("r" + asked.size()));
    assertThat(harvest().problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.code()).isEqualTo("HARVEST_LOOPS"))
        .satisfies(problem -> assertThat(problem.reason()).contains("\"again\" a second time"));
    assertThat(asked).hasSizeLessThan(4);
  }

  @Test
  void newTokensForOldRecordsAreALoopToo() {
    repository = token -> page("t" + asked.size(), record("r" + asked.size() % 3), record("x"));
    HarvestOutcome outcome = harvest();
    assertThat(outcome.problems())
        .extracting(HarvestProblem::code)
        .containsExactly("HARVEST_LOOPS");
    assertThat(outcome.complete()).isFalse();
    assertThat(asked).hasSize(4);
  }

  @Test
  void pagesWithoutRecordsLeadNowhere() {
    repository = token -> page("t" + asked.size());
    assertThat(harvest().problems())
        .extracting(HarvestProblem::code)
        .containsExactly("HARVEST_LOOPS");
    assertThat(asked).hasSize(50);
  }

  @Test
  void expiredTokenIsToldWithTheWayOut() {
    repository = token -> token.equals("t/3") ? error("badResumptionToken") : third(token);
    HarvestOutcome outcome = harvest();
    assertThat(outcome.complete()).isFalse();
    assertThat(outcome.problems().getFirst().code()).isEqualTo("TOKEN_REFUSED");
    assertThat(outcome.problems().getFirst().reason()).contains("--restart");
  }

  @Test
  void errorsOfTheProtocolAreTold() {
    repository = token -> error("cannotDisseminateFormat");
    assertThatThrownBy(this::harvest)
        .isInstanceOfSatisfying(
            HandselException.class, e -> assertThat(e.exit()).isEqualTo(Exit.USAGE))
        .hasMessageContaining("ListMetadataFormats");
    repository = token -> error("noRecordsMatch");
    assertThat(harvest()).isEqualTo(new HarvestOutcome(0, 0, 0, true, List.of()));
    repository = token -> new Answer(200, "<html><body>Welcome</body></html>");
    assertThatThrownBy(this::harvest).hasMessageContaining("no repository of OAI-PMH");
    repository = token -> new Answer(404, "");
    assertThatThrownBy(this::harvest).hasMessageContaining("HTTP 404");
  }

  @Test
  void entitiesOfAPageAreNotFetched() {
    repository =
        token ->
            new Answer(
                200,
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                    + page("", record("&e;")).body().strip().substring(38));
    HarvestOutcome outcome = harvest();
    assertThat(outcome.problems()).extracting(HarvestProblem::code).contains("PAGE_BROKEN");
  }

  @Test
  void privateNetworksAreRefusedUnlessAllowed() {
    repository = this::third;
    assertThatThrownBy(
            () -> Harvest.run(request(null, false), folder, false, pace(), Progress.NONE))
        .isInstanceOfSatisfying(
            HandselException.class, e -> assertThat(e.exit()).isEqualTo(Exit.USAGE))
        .hasMessageContaining("--allow-private");
    assertThat(asked).isEmpty();
  }

  @Test
  void redirectIntoAPrivateNetworkIsRefused() throws Exception {
    // As far as the harvester can see, "localhost" is a machine of the public internet.
    Addresses.Resolver names =
        host ->
            new InetAddress[] {
              host.equals("localhost")
                  ? InetAddress.getByAddress(new byte[] {93, (byte) 184, (byte) 216, 34})
                  : InetAddress.getByName(host)
            };
    repository =
        token ->
            new Answer(
                302,
                "",
                "Location",
                "http://127.0.0.1:%d/inside?x=1".formatted(server.getAddress().getPort()));
    assertThatThrownBy(
            () -> Harvest.run(request(null, false), folder, false, pace(), names, Progress.NONE))
        .hasMessageContaining("127.0.0.1");
    assertThat(asked).as("only the first address was contacted").hasSize(1);
    repository = token -> new Answer(302, "", "Location", "file:///etc/passwd");
    assertThatThrownBy(
            () -> Harvest.run(request(null, false), folder, false, pace(), names, Progress.NONE))
        .hasMessageContaining("http or https");
  }

  @Test
  void nameThatLeadsIntoAPrivateNetworkIsRefused() {
    Addresses.Resolver names =
        host -> new InetAddress[] {InetAddress.getByAddress(new byte[] {10, 0, 0, 5})};
    assertThatThrownBy(
            () -> Harvest.run(request(null, false), folder, false, pace(), names, Progress.NONE))
        .hasMessageContaining("10.0.0.5");
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, true",
    "10.1.2.3, true",
    "172.16.0.1, true",
    "192.168.1.1, true",
    "169.254.169.254, true",
    "100.64.0.1, true",
    "0.0.0.0, true",
    "::1, true",
    "fc00::1, true",
    "fe80::1, true",
    "::ffff:10.0.0.1, true",
    "64:ff9b::a00:1, true",
    "2002:a00:1::, true",
    "224.0.0.1, true",
    "255.255.255.255, true",
    "93.184.216.34, false",
    "100.128.0.1, false",
    "2606:2800:220:1::1, false",
    "198.51.100.7, false"
  })
  void privateAddressesAreKnown(String address, boolean expected) throws Exception {
    assertThat(Addresses.isPrivate(InetAddress.getByName(address))).isEqualTo(expected);
  }
}
