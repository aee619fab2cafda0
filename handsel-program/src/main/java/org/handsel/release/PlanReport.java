package org.handsel.release;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.ResourceText;

/// Collects what a plan holds while it is written, and writes `report.html` from it. Keeps counts
/// and a bounded number of entries. Used by one thread.
final class PlanReport {
  private static final int FIRST_FILES = 200;
  private static final int PROBLEM_FILES = 400;
  private static final int EXAMPLES = 5;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final ReleaseFolder folder;
  private final Thumbnails thumbnails;
  private final CheckWords words = CheckWords.load();
  private final Map<String, Long> checks = new TreeMap<>();
  private final Map<String, Long> blockers = new TreeMap<>();
  private final Map<String, Collected> problems = new LinkedHashMap<>();
  private final Map<String, Collected> warnings = new LinkedHashMap<>();
  private final List<PlanEntry> shown = new ArrayList<>();
  private int shownFiles;
  private int shownProblems;
  private long entries;
  private long ready;
  private long warned;

  PlanReport(ReleaseFolder folder, Path files) {
    this.folder = folder;
    this.thumbnails = new Thumbnails(folder.thumbnails(), files);
  }

  private static final class Collected {
    private final List<ReportView.Example> examples = new ArrayList<>();
    private long count;
  }

  void add(PlanEntry entry) {
    entries++;
    if (entry.ready()) {
      ready++;
      warned += entry.checks().isEmpty() ? 0 : 1;
    } else {
      blockers.merge(entry.checks().getFirst().code(), 1L, Long::sum);
    }
    List<String> codes = new ArrayList<>();
    for (PlanEntry.Check check : entry.checks()) {
      if (!codes.contains(check.code())) {
        codes.add(check.code());
        checks.merge(check.code(), 1L, Long::sum);
        collect(Checks.blocking(check) ? problems : warnings, check, entry);
      }
    }
    show(entry);
  }

  PlanCounts counts() {
    return new PlanCounts(entries, ready, entries - ready, warned, checks);
  }

  void write(Clock clock) {
    thumbnails.make(shown);
    ReportView view =
        new ReportView(
            String.valueOf(folder.folder().toAbsolutePath().normalize().getFileName()),
            TIME.format(clock.instant()),
            ResourceText.of(PlanReport.class, "report.css"),
            ready,
            warned,
            entries - ready,
            bars(),
            groups(problems),
            groups(warnings),
            problemsFirst().map(this::card).toList(),
            entries - shown.size());
    StringOutput page = new StringOutput();
    TemplateEngine.createPrecompiled(ContentType.Html).render("release/report.jte", view, page);
    DurableFiles.replace(folder.report(), page.toString());
  }

  private static void collect(
      Map<String, Collected> groups, PlanEntry.Check check, PlanEntry entry) {
    Collected group = groups.computeIfAbsent(check.code(), code -> new Collected());
    group.count++;
    if (group.examples.size() < EXAMPLES) {
      String name = entry.item().isEmpty() ? entry.file() : entry.item();
      group.examples.add(new ReportView.Example(name, check.message()));
    }
  }

  private void show(PlanEntry entry) {
    boolean first = !entry.file().isEmpty() && shownFiles < FIRST_FILES;
    boolean problem = !entry.ready() && !entry.file().isEmpty() && shownProblems < PROBLEM_FILES;
    if (first || problem) {
      shownFiles++;
      shownProblems += entry.ready() ? 0 : 1;
      shown.add(entry);
    }
  }

  /// What is kept back, then what is worth a look, then the rest; each in the order of the plan.
  private Stream<PlanEntry> problemsFirst() {
    return shown.stream()
        .sorted(
            Comparator.comparing(PlanEntry::ready)
                .thenComparing(entry -> entry.checks().isEmpty()));
  }

  private List<ReportView.Bar> bars() {
    List<ReportView.Bar> bars = new ArrayList<>();
    bar(bars, "ready", "ready", ready - warned);
    bar(bars, "warned", "ready, with something to look at", warned);
    blockers.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .forEach(entry -> bar(bars, "blocked", words.title(entry.getKey()), entry.getValue()));
    return bars;
  }

  private void bar(List<ReportView.Bar> bars, String kind, String label, long count) {
    if (count > 0) {
      String share = String.format(Locale.ROOT, "%.3f", 100.0 * count / entries);
      bars.add(new ReportView.Bar(kind, label, count, share));
    }
  }

  private List<ReportView.Group> groups(Map<String, Collected> collected) {
    return collected.entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<String, Collected> entry) -> -entry.getValue().count))
        .map(entry ->
            new ReportView.Group(
                entry.getKey(),
                words.title(entry.getKey()),
                words.meaning(entry.getKey()),
                words.advice(entry.getKey()),
                entry.getValue().count,
                List.copyOf(entry.getValue().examples)))
        .toList();
  }

  private ReportView.Card card(PlanEntry entry) {
    String state = !entry.ready() ? "blocked" : entry.checks().isEmpty() ? "ready" : "warned";
    return new ReportView.Card(
        entry.title().isEmpty() ? entry.file() : entry.title(),
        entry.item(),
        entry.file(),
        size(entry),
        state,
        thumbnails.of(entry).map(name -> "report/thumbs/" + name).orElse(""),
        fields(entry.wikitext()),
        captions(entry),
        entry.structuredData().get("claims") instanceof List<?> claims ? claims.size() : 0,
        entry.checks().stream()
            .map(check ->
                new ReportView.Finding(
                    check.severity(), words.title(check.code()), check.message()))
            .toList(),
        entry.wikitext());
  }

  /// The parameters of the page's template that say something.
  static List<ReportView.Field> fields(String wikitext) {
    List<ReportView.Field> fields = new ArrayList<>();
    int end = wikitext.indexOf("\n}}\n");
    if (end < 0) {
      return fields;
    }
    String[] parameters = wikitext.substring(0, end).split("\n \\|", -1);
    for (int i = 1; i < parameters.length; i++) {
      int equals = parameters[i].indexOf(" = ");
      if (equals > 0) {
        String value = parameters[i].substring(equals + 3).strip();
        if (!value.isEmpty()) {
          fields.add(new ReportView.Field(parameters[i].substring(0, equals), value));
        }
      }
    }
    return fields;
  }

  private static List<ReportView.Field> captions(PlanEntry entry) {
    List<ReportView.Field> captions = new ArrayList<>();
    if (entry.structuredData().get("labels") instanceof Map<?, ?> labels) {
      labels.forEach((language, label) -> {
        if (label instanceof Map<?, ?> caption) {
          captions.add(
              new ReportView.Field(String.valueOf(language), String.valueOf(caption.get("value"))));
        }
      });
    }
    return captions;
  }

  private static String size(PlanEntry entry) {
    Integer pages = entry.pages();
    String bytes = size(entry.bytes());
    return pages == null ? bytes : String.format(Locale.ROOT, "%s · %,d pages", bytes, pages);
  }

  private static String size(long bytes) {
    if (bytes < 1000) {
      return bytes + " bytes";
    }
    return bytes < 1_000_000
        ? bytes / 1000 + " kB"
        : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }
}
