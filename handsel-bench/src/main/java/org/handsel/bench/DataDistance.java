package org.handsel.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.handsel.app.sandbox.Fault;
import org.handsel.app.sandbox.Sandbox;
import org.handsel.app.sandbox.SandboxAccount;
import org.handsel.app.sandbox.SandboxOptions;
import org.handsel.platform.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A caption and three statements for files that are on a wiki far away, by Handsel and by
/// wdtk-wikibaseapi 0.17.0, which does not upload.
final class DataDistance {
  private static final SandboxAccount BOT = SandboxAccount.DEFAULTS.getFirst();
  private static final List<String> ACTIONS =
      List.of("query", "login", "wbgetentities", "wbeditentity");
  private static final String WDTK = "wdtk-wikibaseapi 0.17.0";
  private static final int PEER = 0;

  private final Path scratch;
  private final List<Path> pictures;

  private DataDistance(Path scratch, List<Path> pictures) {
    this.scratch = scratch;
    this.pictures = pictures;
  }

  static void measure(Path scratch, List<Path> pictures) throws InterruptedException {
    DataDistance all = new DataDistance(scratch, pictures);
    System.out.printf(
        "a caption and three statements for each of %d files, %d ms each way%n",
        pictures.size(), Distance.EACH_WAY.toMillis());
    List<Outcome> single =
        Distance.together(
            2,
            List.of(
                () -> all.describe(PEER, Distance.EACH_WAY, null),
                () -> all.describe(1, Distance.EACH_WAY, null)));
    Distance.row(WDTK + ", 1 in flight", single.get(0));
    Distance.row("Handsel, 1 in flight", single.get(1));
    Distance.row(
        "Handsel, 4 in flight",
        Distance.together(
                1, List.<Callable<Outcome>>of(() -> all.describe(4, Distance.EACH_WAY, null)))
            .getFirst());
    DataDistance few = new DataDistance(scratch, pictures.subList(0, 2));
    List<WireFault> faults = WireFault.all("&action=wbeditentity");
    List<Callable<Outcome>> tasks = new ArrayList<>();
    for (WireFault one : faults) {
      tasks.add(() -> few.describe(1, Duration.ZERO, one.fault()));
      tasks.add(() -> few.describe(PEER, Duration.ZERO, one.fault()));
    }
    Distance.table(faults, List.of("Handsel", WDTK), Distance.together(4, tasks));
  }

  /// @param inFlight of Handsel, or [#PEER]
  private Outcome describe(int inFlight, Duration eachWay, @Nullable Fault fault)
      throws IOException, InterruptedException {
    Path release = Files.createTempDirectory(scratch, "data");
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
        DelayProxy proxy = new DelayProxy(sandbox.url().getPort(), eachWay)) {
      Uploading.plan(release, pictures);
      double _ = OwnUpload.run(release, sandbox.api(), OwnUpload.folder(pictures), 1);
      Map<String, String> pages = pages(release);
      long before = Distance.requests(sandbox, ACTIONS);
      sandbox.fault(fault);
      UploadClient.Said said =
          inFlight == PEER ? peer(proxy.api(), pages) : own(release, proxy.api(), pages, inFlight);
      sandbox.fault(null);
      long requests = Distance.requests(sandbox, ACTIONS) - before;
      return new Outcome(said.seconds(), said.words(), copies(sandbox, pages), requests);
    }
  }

  /// Ids of structured data with the names of their files.
  private static Map<String, String> pages(Path release) throws IOException {
    Map<String, String> pages = new LinkedHashMap<>();
    List<String> lines = Files.readAllLines(release.resolve("results.tsv"));
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      pages.put("M" + cells[2], cells[0]);
    }
    return pages;
  }

  private UploadClient.Said own(Path release, URI api, Map<String, String> pages, int inFlight)
      throws IOException {
    Uploading.plan(release, pictures, picture -> data(picture.getFileName().toString()));
    double seconds = OwnUpload.run(release, api, OwnUpload.folder(pictures), inFlight);
    Map<String, String> steps = new HashMap<>();
    for (String line : Files.readAllLines(release.resolve("ledger.jsonl"))) {
      JsonNode entry = Json.mapper().readTree(line);
      String step = entry.path("step").asString();
      if (step.startsWith("data-")) {
        steps.put(
            entry.path("item").asString(),
            step.equals("data-done")
                ? Outcome.DONE
                : entry.at("/facts/code").asString(Outcome.NOTHING));
      }
    }
    Map<String, String> words = new HashMap<>();
    pages.forEach((id, name) -> words.put(id, steps.getOrDefault(name, Outcome.NOTHING)));
    return new UploadClient.Said(seconds, words);
  }

  private static Map<String, Object> data(String name) {
    return Map.of(
        "labels",
        Map.of("en", Map.of("language", "en", "value", "A picture")),
        "claims",
        List.of(
            claim("P217", "string", name),
            claim("P195", "wikibase-entityid", Map.of("entity-type", "item", "id", "Q190804")),
            claim("P6216", "wikibase-entityid", Map.of("entity-type", "item", "id", "Q19652"))));
  }

  private static Map<String, Object> claim(String property, String type, Object value) {
    return Map.of(
        "type",
        "statement",
        "rank",
        "normal",
        "mainsnak",
        Map.of(
            "snaktype",
            "value",
            "property",
            property,
            "datavalue",
            Map.of("type", type, "value", value)));
  }

  private static UploadClient.Said peer(URI api, Map<String, String> pages)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of(api.toString(), BOT.login(), BOT.password()));
    pages.forEach((id, name) -> arguments.add(id + "=" + name));
    return UploadClient.Said.by(
        Measured.alone(WdtkStatements.class, 3, "target/wdtk/*", arguments.toArray(String[]::new)));
  }

  /// How often each file has the statement of its inventory number, asked past the proxy; 0 where
  /// the caption or another statement is not there.
  private static Map<String, Integer> copies(Sandbox sandbox, Map<String, String> pages)
      throws IOException {
    URI question =
        URI.create(
            "%s?action=wbgetentities&format=json&formatversion=2&ids=%s"
                .formatted(sandbox.api(), String.join("%7C", pages.keySet())));
    Map<String, Integer> copies = new HashMap<>();
    try (InputStream in = question.toURL().openStream()) {
      JsonNode entities = Json.mapper().readTree(in).path("entities");
      for (String id : pages.keySet()) {
        JsonNode entity = entities.path(id);
        JsonNode statements = entity.path("statements");
        boolean whole =
            entity.path("labels").has("en") && statements.has("P195") && statements.has("P6216");
        copies.put(id, whole ? statements.path("P217").size() : 0);
      }
    }
    return copies;
  }
}
