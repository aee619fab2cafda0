package org.handsel.rights.terms;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.Exit;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import org.handsel.platform.Progress;
import org.handsel.rights.terms.Estimate.Declared;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Estimates all items of an `items.jsonl` and writes `rights.jsonl` (one line per item and layer,
/// in the order of the items), `summary.json` and `report.html`. Memory does not grow with the
/// number of items. The same input and year give the same bytes.
public final class EstimateRun {
  private static final int PROBLEMS_KEPT = 1000;
  private static final int SHOWN = 160;

  private final Path items;
  private final RightsEstimator estimator;
  private final Progress progress;
  private final EstimateReport report;
  private final List<Problem> problems = new ArrayList<>();
  private long problemCount;

  private EstimateRun(Path items, int year, Progress progress) {
    this.items = items;
    this.estimator = RightsEstimator.of(year);
    this.progress = progress;
    this.report = new EstimateReport(year);
  }

  /// What came of a run; `summary.json`.
  ///
  /// @param year year of evaluation
  /// @param items lines that were items
  /// @param verdicts number of works by what Commons would make of them
  /// @param reproductions number of reproductions by the same
  /// @param confidence number of works by confidence
  /// @param freeIn number of works by the year in which they become free everywhere that counts
  /// @param missing number of works by missing fact
  /// @param contradictions number of works whose facts or declaration contradict the estimate
  /// @param problemCount lines that were no items
  /// @param problems the first of them
  public record Summary(
      int year,
      long items,
      Map<String, Long> verdicts,
      Map<String, Long> reproductions,
      Map<String, Long> confidence,
      Map<Integer, Long> freeIn,
      Map<String, Long> missing,
      long contradictions,
      long problemCount,
      List<Problem> problems) {
    public Summary {
      verdicts = Collections.unmodifiableMap(verdicts);
      reproductions = Collections.unmodifiableMap(reproductions);
      confidence = Collections.unmodifiableMap(confidence);
      freeIn = Collections.unmodifiableMap(freeIn);
      missing = Collections.unmodifiableMap(missing);
      problems = List.copyOf(problems);
    }

    public Exit exit() {
      return problemCount == 0 ? Exit.DONE : Exit.PARTIAL;
    }
  }

  /// A line that is no item.
  ///
  /// @param line its number, from 1
  public record Problem(long line, String code, String message) {}

  /// The keys of a line that the estimate needs; others are passed over.
  private record Line(@Nullable String id, @Nullable Rights rights, @Nullable RightsFacts facts) {}

  private record Rights(@Nullable Declared work, @Nullable Declared reproduction) {}

  /// @throws HandselException when the file is missing or the folder cannot be written
  public static Summary run(Path items, int year, Path out, Progress progress) {
    return new EstimateRun(items, year, progress).write(out);
  }

  private Summary write(Path out) {
    try (BufferedReader in = open()) {
      DurableFiles.replace(
          out.resolve("rights.jsonl"),
          file -> {
            long number = 0;
            for (String text = in.readLine(); text != null; text = in.readLine()) {
              number++;
              for (Estimate estimate : estimates(text, number)) {
                report.add(estimate);
                file.write(Json.line(estimate));
                file.write('\n');
              }
              progress.step(text.length() + 1L, "");
            }
          });
    } catch (IOException e) {
      throw HandselException.environment(
          "%s: cannot be read (%s)".formatted(items, DurableFiles.reason(e)), e);
    }
    Summary summary = report.summary(problemCount, problems);
    DurableFiles.replace(out.resolve("summary.json"), Json.pretty(summary) + "\n");
    DurableFiles.replace(out.resolve("report.html"), report.page(summary));
    return summary;
  }

  private BufferedReader open() throws IOException {
    if (Files.isDirectory(items)) {
      throw HandselException.usage(
          "%s: is a folder: expected the file items.jsonl that \"handsel collection map\" writes."
              .formatted(items));
    }
    try {
      progress.total(Files.size(items));
      // A broken byte spoils its line, not the file.
      return new BufferedReader(
          new InputStreamReader(
              Files.newInputStream(items),
              StandardCharsets.UTF_8
                  .newDecoder()
                  .onMalformedInput(CodingErrorAction.REPLACE)
                  .onUnmappableCharacter(CodingErrorAction.REPLACE)));
    } catch (NoSuchFileException e) {
      throw HandselException.usage(
          "%s: there is no such file: expected the items.jsonl that \"handsel collection map\" writes."
              .formatted(items));
    }
  }

  private List<Estimate> estimates(String text, long number) {
    if (text.isBlank()) {
      return List.of();
    }
    Line line;
    try {
      line = Json.mapper().readValue(text, Line.class);
    } catch (JacksonException e) {
      return problem(
          number,
          "not-an-item",
          "expected a JSON object with id, rights and facts, found \"%s\" (%s). Write the file again with \"handsel collection map\"."
              .formatted(shown(text), e.getOriginalMessage()));
    }
    if (line == null || line.id() == null || line.id().isBlank()) {
      return problem(
          number,
          "no-id",
          "an item without id: expected \"id\" with a text, found \"%s\".".formatted(shown(text)));
    }
    RightsFacts facts = line.facts() == null ? RightsFacts.NONE : line.facts();
    Rights rights = line.rights() == null ? new Rights(null, null) : line.rights();
    return estimator.estimate(line.id(), facts, rights.work(), rights.reproduction());
  }

  private List<Estimate> problem(long line, String code, String what) {
    problemCount++;
    if (problems.size() < PROBLEMS_KEPT) {
      problems.add(
          new Problem(line, code, "%s, line %d: %s".formatted(items.getFileName(), line, what)));
    }
    return List.of();
  }

  private static String shown(String text) {
    return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
  }
}
