package org.handsel.rights.terms;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.handsel.rights.Verdict;
import org.handsel.rights.terms.EstimateRun.Problem;
import org.handsel.rights.terms.EstimateRun.Summary;

/// Counts estimates while they are written and renders `report.html`. Keeps counts and a bounded
/// number of examples. Used by one thread.
final class EstimateReport {
  private static final int EXAMPLES = 12;
  private static final int CONTRADICTIONS = 40;
  private static final int PROBLEMS = 40;

  /// A verdict and how it is worded on the page; the order is that of the page.
  private static final List<Verdict> ORDER =
      List.of(Verdict.YES, Verdict.CONDITIONAL, Verdict.HOLD, Verdict.NO);

  private final int year;
  private final Map<String, Long> verdicts = zeros();
  private final Map<String, Long> reproductions = zeros();
  private final Map<String, Long> confidence = new LinkedHashMap<>();
  private final TreeMap<Integer, Long> freeIn = new TreeMap<>();
  private final Map<String, Long> missing = new TreeMap<>();
  private final Map<Verdict, List<EstimateView.Example>> examples = new LinkedHashMap<>();
  private final List<EstimateView.Contradiction> contradicted = new ArrayList<>();
  private long items;
  private long contradictions;

  EstimateReport(int year) {
    this.year = year;
    for (Confidence level : Confidence.values()) {
      confidence.put(word(level), 0L);
    }
    ORDER.forEach(verdict -> examples.put(verdict, new ArrayList<>()));
  }

  void add(Estimate estimate) {
    if (estimate.layer().equals(Estimate.REPRODUCTION)) {
      reproductions.merge(word(estimate.commons()), 1L, Long::sum);
      return;
    }
    items++;
    verdicts.merge(word(estimate.commons()), 1L, Long::sum);
    confidence.merge(word(estimate.confidence()), 1L, Long::sum);
    Integer free = estimate.commons() == Verdict.NO ? estimate.freeIn() : null;
    if (free != null) {
      freeIn.merge(free, 1L, Long::sum);
    }
    if (estimate.commons() != Verdict.YES && estimate.commons() != Verdict.NO) {
      estimate.missing().forEach(name -> missing.merge(kind(name), 1L, Long::sum));
    }
    remember(estimate);
  }

  private void remember(Estimate estimate) {
    List<String> found = estimate.basis().contradictions();
    if (!found.isEmpty()) {
      contradictions++;
      if (contradicted.size() < CONTRADICTIONS) {
        contradicted.add(new EstimateView.Contradiction(estimate.item(), String.join("; ", found)));
      }
    }
    List<EstimateView.Example> shown =
        examples.computeIfAbsent(estimate.commons(), verdict -> new ArrayList<>());
    if (shown.size() < EXAMPLES) {
      shown.add(EstimateView.Example.of(estimate));
    }
  }

  Summary summary(long problemCount, List<Problem> problems) {
    return new Summary(
        year,
        items,
        verdicts,
        reproductions,
        confidence,
        freeIn,
        missing,
        contradictions,
        problemCount,
        problems);
  }

  String page(Summary summary) {
    EstimateView view =
        new EstimateView(
            summary,
            style(),
            bars(verdicts),
            bars(reproductions),
            FreeYears.chart(freeIn, year),
            missingBars(),
            groups(),
            contradicted,
            summary.problems().stream().limit(PROBLEMS).toList());
    StringOutput page = new StringOutput();
    TemplateEngine.createPrecompiled(ContentType.Html).render("rights/estimate.jte", view, page);
    return page.toString();
  }

  private List<EstimateView.Bar> bars(Map<String, Long> counts) {
    List<EstimateView.Bar> bars = new ArrayList<>();
    counts.forEach(
        (verdict, count) -> bars.add(new EstimateView.Bar(verdict, count, share(count, items))));
    return bars;
  }

  private List<EstimateView.Bar> missingBars() {
    List<EstimateView.Bar> bars = new ArrayList<>();
    missing.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(12)
        .forEach(entry ->
            bars.add(
                new EstimateView.Bar(
                    entry.getKey(), entry.getValue(), share(entry.getValue(), items))));
    return bars;
  }

  private List<EstimateView.Group> groups() {
    List<EstimateView.Group> groups = new ArrayList<>();
    for (Verdict verdict : ORDER) {
      List<EstimateView.Example> shown = examples.getOrDefault(verdict, List.of());
      if (!shown.isEmpty()) {
        String word = word(verdict);
        groups.add(new EstimateView.Group(word, verdicts.getOrDefault(word, 0L), shown));
      }
    }
    return groups;
  }

  /// A name without the person in it, so that it can be counted.
  private static String kind(String name) {
    int of = name.indexOf(" of ");
    return of < 0 ? name : name.substring(0, of);
  }

  private static String share(long count, long all) {
    return String.format(Locale.ROOT, "%.3f", all == 0 ? 0.0 : 100.0 * count / all);
  }

  private static Map<String, Long> zeros() {
    Map<String, Long> counts = new LinkedHashMap<>();
    ORDER.forEach(verdict -> counts.put(word(verdict), 0L));
    return counts;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static String style() {
    try (InputStream in = EstimateReport.class.getResourceAsStream("estimate.css")) {
      if (in == null) {
        throw new IllegalStateException("estimate.css: the program lacks this file");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
