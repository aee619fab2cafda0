package org.handsel.impact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.handsel.impact.Measurement.ListTable;
import org.jspecify.annotations.Nullable;

/// Measures from published key figures: sums over the institutions first, then every value of every
/// institution.
final class KeyFigureMeasures {
  static final List<String> COLUMNS =
      List.of(
          "files-available",
          "files-used",
          "reuse-share",
          "pages",
          "languages",
          "usages",
          "uses-per-file");
  private static final String TWICE =
      "sum over institutions: what several institutions share is counted once for each of them";

  private final MeasureWords words;
  private final String source;
  private final @Nullable String asOf;
  private final List<KeyFigure> figures;

  KeyFigureMeasures(
      MeasureWords words, String source, @Nullable String asOf, List<KeyFigure> figures) {
    this.words = words;
    this.source = source;
    this.asOf = asOf;
    this.figures = figures;
  }

  List<Measure> all() {
    List<Measure> all = new ArrayList<>(sums());
    for (KeyFigure figure : figures) {
      all.addAll(of(figure));
    }
    return all;
  }

  private List<Measure> sums() {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("scope", "sum over %d institutions".formatted(figures.size()));
    parameters.put("namespaces", "as the source counts: Wikipedia, main namespace");
    MeasureList list = new MeasureList(words, source, asOf, parameters);
    list.add("institutions", figures.size());
    sum(list, "files-available", TWICE);
    sum(list, "files-used", TWICE);
    pooled(list);
    double[] shares =
        figures.stream()
            .map(figure -> figure.value("reuse-share"))
            .filter(Objects::nonNull)
            .mapToDouble(Number::doubleValue)
            .sorted()
            .toArray();
    list.add(
        "reuse-share-median",
        shares.length == 0 ? null : (Number) UsageTally.median(shares),
        shares.length == 0
            ? Map.of()
            : Map.of(
                "institutions",
                shares.length,
                "lowest",
                shares[0],
                "highest",
                shares[shares.length - 1]),
        List.of("published shares, rounded to hundredths of a per cent"));
    sum(
        list,
        "pages",
        "double counting: a page with files of several institutions is counted for each of them");
    sum(list, "usages", TWICE);
    list.add(
        "institutions-unused",
        figures.stream().filter(figure -> isZero(figure.value("files-used"))).count());
    list.add(
        "small-denominators",
        figures.stream().filter(KeyFigure::fewFiles).count(),
        Map.of("files-at-most", KeyFigure.FEW_FILES),
        List.of());
    return list.all();
  }

  private static boolean isZero(@Nullable Number number) {
    return number != null && number.longValue() == 0;
  }

  private void sum(MeasureList list, String measure, String... notes) {
    long sum = 0;
    int known = 0;
    for (KeyFigure figure : figures) {
      Number value = figure.value(measure);
      if (value != null) {
        sum += value.longValue();
        known++;
      }
    }
    List<String> gaps = new ArrayList<>(List.of(notes));
    if (known < figures.size()) {
      gaps.add(
          "unknown for %d of %d institutions".formatted(figures.size() - known, figures.size()));
    }
    list.add(measure, known == 0 ? null : (Number) sum, Map.of("double-counting", true), gaps);
  }

  private void pooled(MeasureList list) {
    long available = 0;
    long used = 0;
    for (KeyFigure figure : figures) {
      Number all = figure.value("files-available");
      Number some = figure.value("files-used");
      if (all != null && some != null) {
        available += all.longValue();
        used += some.longValue();
      }
    }
    list.add(
        "reuse-share",
        MeasureList.divided(used, available),
        Map.of("kind", "pooled: sum divided by sum, not the mean of the shares"),
        List.of());
  }

  private List<Measure> of(KeyFigure figure) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("institution", figure.institution());
    parameters.put("category", figure.category());
    parameters.put("depth", figure.value("depth"));
    parameters.put("line", figure.line());
    if (figure.fewFiles()) {
      parameters.put("small-denominator", true);
    }
    MeasureList list =
        new MeasureList(
            words, source, figure.day() == null ? asOf : figure.day().toString(), parameters);
    for (String measure : COLUMNS) {
      Number value = figure.value(measure);
      List<String> gaps = new ArrayList<>();
      if (value == null) {
        gaps.add("the source has no usable number");
      }
      if (measure.equals("reuse-share") && figure.fewFiles()) {
        gaps.add("few files: one file more or less moves this share by several per cent");
      }
      if (measure.equals("languages")) {
        gaps.add("as published: the source counts Wikipedia editions");
      }
      list.add(measure, value, Map.of(), gaps);
    }
    return list.all();
  }

  /// One row an institution, every value of the file.
  ListTable table() {
    List<String> header = new ArrayList<>(List.of("date", "institution", "category", "depth"));
    header.addAll(COLUMNS);
    header.addAll(List.of("small_denominator", "category_url", "html_report", "excel_report"));
    List<List<String>> rows = new ArrayList<>();
    for (KeyFigure figure : figures) {
      List<String> row = new ArrayList<>();
      row.add(Objects.toString(figure.day(), ""));
      row.add(figure.institution());
      row.add(figure.category());
      row.add(Objects.toString(figure.value("depth"), ""));
      COLUMNS.forEach(column -> row.add(Objects.toString(figure.value(column), "")));
      row.add(figure.fewFiles() ? "yes" : "");
      row.addAll(
          List.of(
              figure.texts().getOrDefault("category-url", ""),
              figure.texts().getOrDefault("html-report", ""),
              figure.texts().getOrDefault("excel-report", "")));
      rows.add(row);
    }
    return new ListTable(header, rows);
  }
}
