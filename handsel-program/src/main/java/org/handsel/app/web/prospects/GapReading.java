package org.handsel.app.web.prospects;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.handsel.partnership.prospects.Prospects;
import org.handsel.partnership.prospects.WikiGaps;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import org.handsel.platform.Tsv;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Reads from the folder of an audit what the wiki lacks: the words of titles and categories of the
/// pages that have findings. Bounded: keeps the most frequent words.
public final class GapReading {
  private static final int MOST_WORDS = 30_000;
  private static final int CROWDED = 2_000_000;

  private final Map<String, Long> words = new HashMap<>();
  private final Map<Long, Integer> findingsOfPage = new HashMap<>();
  private final Map<String, Long> audits = new LinkedHashMap<>();
  private long findings;

  private GapReading() {}

  /// What the audit in a folder found.
  ///
  /// @throws HandselException when the folder is not one that `readiness audit` wrote
  public static WikiGaps of(Path folder, Clock clock) {
    Path summary = folder.resolve("summary.json");
    Path list = folder.resolve("findings.jsonl");
    if (!Files.isRegularFile(summary) || !Files.isRegularFile(list)) {
      throw HandselException.usage(
          "%s: expected summary.json and findings.jsonl, which \"handsel readiness audit DUMP --out %s\" writes."
              .formatted(folder, folder));
    }
    GapReading reading = new GapReading();
    try {
      JsonNode told = Json.mapper().readTree(Files.readString(summary, StandardCharsets.UTF_8));
      reading.readFindings(list);
      Path categories = folder.resolve("categories.tsv");
      if (Files.isRegularFile(categories)) {
        reading.readCategories(categories);
      }
      LocalDate day =
          LocalDate.ofInstant(Files.getLastModifiedTime(summary).toInstant(), clock.getZone());
      String wiki = told.path("wiki").asString("");
      return new WikiGaps(
          wiki.isEmpty() ? "wiki" : wiki,
          folder.toAbsolutePath().normalize().toString(),
          day,
          reading.findings,
          reading.audits,
          reading.frequent());
    } catch (IOException e) {
      throw HandselException.input(
          "%s: cannot be read (%s).".formatted(folder, DurableFiles.reason(e)));
    } catch (JacksonException e) {
      throw HandselException.input(
          "%s: expected what \"handsel readiness audit\" writes, found broken JSON (%s)."
              .formatted(folder, e.getOriginalMessage()));
    }
  }

  private void readFindings(Path file) throws IOException {
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.isBlank()) {
          continue;
        }
        JsonNode finding = Json.mapper().readTree(line);
        findings++;
        audits.merge(finding.path("audit").asString("?"), 1L, Long::sum);
        findingsOfPage.merge(finding.path("page_id").asLong(-1), 1, Integer::sum);
        count(new HashSet<>(Prospects.words(finding.path("title").asString(""))), 1);
      }
    }
  }

  private void readCategories(Path file) throws IOException {
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      in.readLine();
      long page = -1;
      Set<String> ofPage = new HashSet<>();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        List<String> cells = Tsv.cells(line);
        if (cells.size() < 3) {
          continue;
        }
        long id = Long.parseLong(cells.getFirst());
        if (id != page) {
          count(ofPage, findingsOfPage.getOrDefault(page, 0));
          ofPage.clear();
          page = id;
        }
        if (findingsOfPage.containsKey(id)) {
          ofPage.addAll(Prospects.words(cells.get(2)));
        }
      }
      count(ofPage, findingsOfPage.getOrDefault(page, 0));
    } catch (NumberFormatException e) {
      throw HandselException.input(
          "%s: expected a page id in the first column (%s).".formatted(file, e.getMessage()));
    }
  }

  private void count(Set<String> ofPage, int times) {
    for (String word : ofPage) {
      words.merge(word, (long) times, Long::sum);
    }
    if (words.size() > CROWDED) {
      words.values().removeIf(n -> n < 2);
    }
  }

  private Map<String, Long> frequent() {
    Map<String, Long> most = new HashMap<>();
    words.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST_WORDS)
        .forEach(word -> most.put(word.getKey(), word.getValue()));
    return most;
  }
}
