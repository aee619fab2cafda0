package org.handsel.impact;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import org.handsel.platform.Tsv;
import org.handsel.release.PlanEntry;
import org.handsel.release.ReleaseFolder;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Counts what a release's own plan, results and ledger say. Reads line by line.
final class ReleaseMeasures {
  private final ReleaseFolder release;
  private final List<DataProblem> problems;
  private final Map<String, Long> states = new HashMap<>();
  private long planned;
  private long keptBack;
  private long captions;
  private long statements;
  private long categories;

  ReleaseMeasures(Path folder, List<DataProblem> problems) {
    this.release = ReleaseFolder.open(folder);
    this.problems = problems;
  }

  void count() {
    Map<String, String> stateOf = results();
    try (Stream<PlanEntry> entries = release.read()) {
      entries.forEach(entry -> {
        if (!entry.ready()) {
          keptBack++;
          return;
        }
        planned++;
        String state = stateOf.getOrDefault(entry.item() + '\t' + entry.title(), "left");
        states.merge(state, 1L, Long::sum);
        if (state.equals("proven")) {
          described(entry);
        }
      });
    }
  }

  private void described(PlanEntry entry) {
    captions += filled(entry.structuredData().get("labels")) ? 1 : 0;
    boolean claims =
        filled(entry.structuredData().get("claims"))
            || filled(entry.structuredData().get("statements"));
    statements += claims ? 1 : 0;
    categories += entry.wikitext().matches("(?is).*\\[\\[\\s*category\\s*:.*") ? 1 : 0;
  }

  private static boolean filled(@Nullable Object value) {
    return value instanceof Map<?, ?> map && !map.isEmpty()
        || value instanceof List<?> list && !list.isEmpty();
  }

  /// Titles of the files that are on the wiki, released now or there before.
  List<String> titles() {
    List<String> titles = new ArrayList<>();
    for (Map.Entry<String, String> one : results().entrySet()) {
      if (one.getValue().equals("proven") || one.getValue().equals("already-there")) {
        titles.add(one.getKey().substring(one.getKey().indexOf('\t') + 1));
      }
    }
    return titles.stream().distinct().sorted().toList();
  }

  private Map<String, String> results() {
    Map<String, String> states = new HashMap<>();
    Path file = release.results();
    if (!Files.exists(file)) {
      return states;
    }
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      String header = in.readLine();
      List<String> columns = header == null ? List.of() : Tsv.cells(header);
      int item = columns.indexOf("item_id");
      int title = columns.indexOf("title");
      int state = columns.indexOf("state");
      if (item < 0 || title < 0 || state < 0) {
        throw HandselException.input(
            "%s: expected the columns item_id, title and state, found %s."
                .formatted(file, columns));
      }
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        List<String> cells = Tsv.cells(line);
        if (cells.size() > Math.max(item, Math.max(title, state))) {
          states.put(cells.get(item) + '\t' + cells.get(title), cells.get(state));
        }
      }
    } catch (IOException e) {
      throw HandselException.environment(
          "%s: cannot be read (%s).".formatted(file, DurableFiles.reason(e)), e);
    }
    return states;
  }

  /// Day of the last line of the ledger, or null before the first run.
  @Nullable String day() {
    Path file = release.ledger();
    if (!Files.exists(file)) {
      return null;
    }
    String day = null;
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        try {
          String at = Json.mapper().readTree(line).path("at").asString("");
          day = at.length() >= 10 ? at.substring(0, 10) : day;
        } catch (JacksonException torn) {
          problems.add(
              new DataProblem(
                  String.valueOf(file.getFileName()),
                  "LINE_TORN",
                  "",
                  "a line of the ledger is not whole; it is not counted",
                  false));
        }
      }
    } catch (IOException e) {
      throw HandselException.environment(
          "%s: cannot be read (%s).".formatted(file, DurableFiles.reason(e)), e);
    }
    return day;
  }

  void measure(MeasureList list) {
    boolean ran = Files.exists(release.results());
    String gap = "the release has not run yet";
    list.add("files-planned", planned);
    list.add("files-kept-back", keptBack);
    for (Map.Entry<String, String> one :
        List.of(
            Map.entry("files-released", "proven"),
            Map.entry("files-there-before", "already-there"),
            Map.entry("files-refused", "refused"))) {
      list.add(
          one.getKey(),
          ran ? (Number) states.getOrDefault(one.getValue(), 0L) : null,
          ran ? new String[0] : new String[] {gap});
    }
    long open = states.getOrDefault("unsettled", 0L) + states.getOrDefault("intended", 0L);
    list.add(
        "files-unsettled", ran ? (Number) open : null, ran ? new String[0] : new String[] {gap});
    list.add("with-caption", ran ? (Number) captions : null);
    list.add("with-statements", ran ? (Number) statements : null);
    list.add("with-category", ran ? (Number) categories : null);
    String use = "the ledger knows nothing of use: measure with --pages or --cim";
    list.add(
        "files-available",
        ran
            ? (Number)
                (states.getOrDefault("proven", 0L) + states.getOrDefault("already-there", 0L))
            : null,
        "released files and those that were there before; later deletions are not known");
    for (String unknown : List.of("files-used", "pages", "usages", "wikis", "views")) {
      list.add(unknown, null, use);
    }
  }
}
