package org.handsel.impact;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.handsel.platform.Csv;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.handsel.platform.Tsv;
import org.jspecify.annotations.Nullable;

/// Puts key figures of many institutions, from any number of files, side by side. Of several days
/// of one institution the last counts.
///
/// Safe for use by many threads.
public final class InstitutionComparison {
  private static final List<String> TEXTS =
      List.of("institution", "category", "address", "day", "depth");

  private final Clock clock;
  private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

  public InstitutionComparison(Clock clock) {
    this.clock = clock;
  }

  /// Reads files of key figures.
  ///
  /// @param sources CSV files, or folders with them
  /// @throws HandselException when there is no such file, or one has another layout and is named by
  ///   itself; in a folder it is a problem
  public Compared read(List<Path> sources) {
    List<DataProblem> problems = new ArrayList<>();
    Map<String, List<KeyFigure>> figures = new TreeMap<>();
    Map<KeyFigure, String> from = new LinkedHashMap<>();
    for (Path source : sources) {
      boolean folder = Files.isDirectory(source);
      for (Path file : folder ? inside(source) : List.of(source)) {
        try {
          for (KeyFigure one : new KeyFigureReader(file, LocalDate.now(clock), problems).read()) {
            figures
                .computeIfAbsent(
                    one.institution() + "\t" + PageNames.underscored(one.category()),
                    key -> new ArrayList<>())
                .add(one);
            from.put(one, String.valueOf(file.getFileName()));
          }
        } catch (HandselException other) {
          if (!folder) {
            throw other;
          }
          problems.add(
              new DataProblem(
                  String.valueOf(file.getFileName()),
                  "LAYOUT_UNKNOWN",
                  "",
                  String.valueOf(other.getMessage()),
                  true));
        }
      }
    }
    if (figures.isEmpty()) {
      throw HandselException.input(
          "%s: expected CSV files of key figures, found none that can be read."
              .formatted(sources.getFirst()));
    }
    List<Compared.Row> rows = new ArrayList<>();
    for (List<KeyFigure> days : figures.values()) {
      days.sort(
          Comparator.comparing(
              (KeyFigure one) -> one.day() == null ? LocalDate.MIN : one.day(),
              Comparator.reverseOrder()));
      rows.add(row(days, Objects.requireNonNull(from.get(days.getFirst()))));
    }
    return new Compared(rows, problems);
  }

  private static List<Path> inside(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file ->
              String.valueOf(file.getFileName())
                  .toLowerCase(java.util.Locale.ROOT)
                  .endsWith(".csv"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw HandselException.environment(
          "%s: cannot be read (%s).".formatted(folder, DurableFiles.reason(e)), e);
    }
  }

  private static Compared.Row row(List<KeyFigure> days, String source) {
    KeyFigure last = days.getFirst();
    Number depth = last.value("depth");
    String before = "";
    for (KeyFigure one : days.subList(1, days.size())) {
      // Another depth is another tree: no difference is made of it.
      if (one.day() != null
          && !Objects.equals(one.day(), last.day())
          && Objects.equals(one.value("depth"), depth)
          && one.value("files-used") != null) {
        before = one.day() + " " + Objects.requireNonNull(one.value("files-used")).longValue();
        break;
      }
    }
    Map<String, Number> values = new LinkedHashMap<>();
    for (String column : Compared.NUMBERS) {
      Number value = last.value(column);
      if (value != null) {
        values.put(column, value);
      }
    }
    return new Compared.Row(
        last.institution(),
        last.category(),
        address(last.texts().getOrDefault("category-url", "")),
        Objects.toString(last.day(), ""),
        depth == null ? "" : depth.toString(),
        values,
        last.fewFiles(),
        before,
        source);
  }

  private static String address(String text) {
    return text.matches("https?://[^\\s\"'<>]+") ? text : "";
  }

  /// What a folder of this comparison is about.
  public Measurement.About about(Compared compared, List<Path> sources) {
    return new Measurement.About(
        "comparison",
        String.join(
            ", ",
            sources.stream()
                .map(one -> Measurements.bareName(one.toAbsolutePath().normalize()))
                .toList()),
        String.join(
            ", ",
            sources.stream()
                .map(one -> String.valueOf(one.toAbsolutePath().normalize().getFileName()))
                .toList()),
        "",
        compared.rows().stream()
            .map(Compared.Row::day)
            .filter(day -> !day.isEmpty())
            .max(Comparator.naturalOrder())
            .orElse(null),
        clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
        Map.of());
  }

  /// Writes `comparison.html`, `comparison.csv` and `comparison.tsv`.
  ///
  /// @return the files
  public List<Path> write(Compared compared, String language, String sorted, Path out) {
    Texts texts = Texts.load(language);
    Path page = out.resolve("comparison.html");
    StringOutput html = new StringOutput();
    templates.render("impact/comparison.jte", ComparisonPage.of(compared, texts, sorted), html);
    DurableFiles.replace(page, html.toString());
    Path csv = out.resolve("comparison.csv");
    DurableFiles.replace(
        csv,
        writer -> {
          for (List<String> row : cells(compared, texts)) {
            writer.write(Csv.row(row) + "\r\n");
          }
        });
    Path tsv = out.resolve("comparison.tsv");
    DurableFiles.replace(
        tsv,
        writer -> {
          List<String> header = new ArrayList<>(TEXTS);
          header.addAll(Compared.NUMBERS);
          header.addAll(List.of("few-files", "before", "source"));
          writer.write(Tsv.row(header) + "\n");
          for (Compared.Row row : compared.rows()) {
            List<String> cells =
                new ArrayList<>(
                    List.of(
                        row.institution(), row.category(), row.address(), row.day(), row.depth()));
            for (String column : Compared.NUMBERS) {
              cells.add(Objects.toString(row.value(column), ""));
            }
            cells.addAll(List.of(Boolean.toString(row.fewFiles()), row.before(), row.source()));
            writer.write(Tsv.row(cells) + "\n");
          }
        });
    return List.of(page, csv, tsv);
  }

  private static List<List<String>> cells(Compared compared, Texts texts) {
    MeasureWords words = MeasureWords.load();
    List<List<String>> rows = new ArrayList<>();
    List<String> header =
        new ArrayList<>(
            List.of(
                texts.of("institution"),
                texts.of("category"),
                texts.of("as-of"),
                texts.of("param-depth")));
    Compared.NUMBERS.forEach(column -> header.add(words.of(column).name(texts.language())));
    header.add(texts.of("few"));
    rows.add(header);
    for (Compared.Row row : compared.rows()) {
      List<String> cells =
          new ArrayList<>(List.of(row.institution(), row.category(), row.day(), row.depth()));
      for (String column : Compared.NUMBERS) {
        Number value = row.value(column);
        cells.add(value == null ? "" : texts.number(value, words.of(column).unit()));
      }
      cells.add(row.fewFiles() ? texts.of("yes") : "");
      rows.add(cells);
    }
    return rows;
  }

  /// Reads what [#write] wrote; empty where there is none.
  public static @Nullable Compared stored(Path folder) {
    Path file = folder.resolve("comparison.tsv");
    if (!Files.exists(file)) {
      return null;
    }
    try {
      List<String> lines = Files.readAllLines(file);
      List<String> header = Tsv.cells(lines.getFirst());
      List<Compared.Row> rows = new ArrayList<>();
      for (String line : lines.subList(1, lines.size())) {
        List<String> cells = Tsv.cells(line);
        Map<String, Number> values = new LinkedHashMap<>();
        for (String column : Compared.NUMBERS) {
          String cell = cells.get(header.indexOf(column));
          if (!cell.isEmpty()) {
            values.put(
                column,
                Set.of("reuse-share", "uses-per-file").contains(column)
                    ? (Number) Double.valueOf(cell)
                    : (Number) Long.valueOf(cell));
          }
        }
        rows.add(
            new Compared.Row(
                cells.get(0),
                cells.get(1),
                cells.get(2),
                cells.get(3),
                cells.get(4),
                values,
                Boolean.parseBoolean(cells.get(header.indexOf("few-files"))),
                cells.get(header.indexOf("before")),
                cells.get(header.indexOf("source"))));
      }
      return new Compared(rows, List.of());
    } catch (IOException | RuntimeException e) {
      throw HandselException.input(
          "%s: damaged (%s). Run \"handsel impact compare\" again."
              .formatted(file, e.getMessage()));
    }
  }
}
